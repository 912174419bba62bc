"""The whole question: dates, the tree, what it costs, what is refused."""

from pathlib import Path

import pytest

import apparat
from apparat.ground.errors import StoreError, UsageError
from apparat.results.branch import BranchResult
from apparat.results.kept import read

DATES = ("1929-03", "1929-08")
LEFT = 10 + 5
"""Months of endings from the two dates on."""


def ask(at: object = DATES, **asked: object) -> BranchResult:
    given = {"pasts": 3, "endings": 4, "seed": 2, "sets": "uncalibrated"} | asked
    return apparat.branch("succession-1922", at, **given)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> BranchResult:
    """Three pasts, kept in a folder."""
    return ask(out=tmp_path_factory.mktemp("branches") / "kept")


def test_the_shares_of_every_past_and_of_all_add_up(kept: BranchResult) -> None:
    for date in DATES:
        rows = [row for row in kept.tree if row.date == date]
        assert {row.run for row in rows} == {0, 1, 2}
        assert sum(row.endings for row in rows) == 12
        whole = [row for row in kept.outcomes if (row.date, row.yardstick) == (date, "conduct")]
        assert sum(row.share for row in whole) == pytest.approx(1)
        for row in whole:
            assert row.least <= row.share <= row.most
            hits = sum(limb.endings for limb in rows if limb.key == row.key)
            assert row.share == pytest.approx(hits / 12)


def test_the_shared_past_is_paid_for_once(kept: BranchResult) -> None:
    assert kept.months_played == kept.months_now == 3 * 88 + 12 * LEFT
    assert kept.months_full == 2 * 12 * 93


def test_asked_again_nothing_is_played_and_the_answer_is_the_same(kept: BranchResult) -> None:
    again = apparat.branch("succession-1922", out=kept.store, resume=True, sets="uncalibrated")
    assert again.months_now == 0
    assert again == kept.model_copy(update={"months_now": 0})
    assert read(Path(kept.store)) == again


def test_an_answer_grows_where_it_stands(kept: BranchResult) -> None:
    more = ask("1929-08", out=kept.store, resume=True, pasts=4, endings=5)
    assert more.months_now == 3 * 5 + 88 + 5 * 5
    before = {row.run: row.past for row in kept.tree if row.date == "1929-08"}
    assert before.items() <= {row.run: row.past for row in more.tree}.items()


def test_neither_threads_nor_a_folder_decide_anything(kept: BranchResult) -> None:
    alone = ask(threads=1)
    assert (alone.digest, alone.dates, alone.tree) == (kept.digest, kept.dates, kept.tree)
    assert ask(seed=3).digest != kept.digest


def test_from_the_opening_on_nobody_has_led_yet() -> None:
    rows = ask("1922-04", pasts=2, endings=2)
    assert {row.leads for row in rows.tree} == {None}
    assert {row.led for row in rows.dates} == {None}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"at": ()}, "--at YYYY-MM"),
        ({"at": "1930-01"}, "1930-01 lies outside the scenario .1922-04 to 1929-12."),
        ({"at": "spring"}, "'spring' is not a month"),
        ({"at": ("1929-03", "1929-03")}, "twice"),
        ({"at": tuple(f"1925-{month:02}" for month in range(1, 13)) * 3}, "too many"),
        ({"pasts": 1}, "--pasts"),
        ({"endings": 1}, "--endings"),
        ({"resume": True}, "--out"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ask(**wrong)


def test_under_a_theory_the_pasts_are_those_of_the_theory(kept: BranchResult) -> None:
    rival = ask("1929-08", pasts=2, endings=2, theory="circular-flow")
    assert rival.command is not None
    assert "--theory circular-flow" in rival.command
    pasts = {row.run: row.past for row in kept.tree if row.date == "1929-08"}
    assert all(row.past != pasts[row.run] for row in rival.tree)


def test_earlier_work_in_a_folder_is_not_overwritten(kept: BranchResult) -> None:
    with pytest.raises(StoreError, match="--resume"):
        ask(out=kept.store)
    with pytest.raises(StoreError, match="seed"):
        ask(out=kept.store, resume=True, seed=3)
