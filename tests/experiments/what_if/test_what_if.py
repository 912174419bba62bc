"""The whole question: what is counted, what it costs, and what is refused."""

import pytest

import apparat
from apparat.ground.errors import DocumentError, UsageError
from apparat.results.what_if import WhatIfResult

RUNS = 2
SIDES = ("without", "with")


def ask(**asked: object) -> WhatIfResult:
    return apparat.what_if("succession-1922", runs=RUNS, seed=2, sets="uncalibrated", **asked)


@pytest.fixture(scope="module")
def late() -> WhatIfResult:
    """Two late interventions at once, each by itself."""
    return ask(levers=["no-grain-crisis", "no-war-scare"], apart=True)


def test_shares_add_up_and_differences_are_shares_with_less_without(late: WhatIfResult) -> None:
    for arm in late.arms:
        rows = [row for row in late.outcomes if (row.arm, row.yardstick) == (arm.arm, "conduct")]
        assert sum(row.without for row in rows) == pytest.approx(1)
        assert sum(row.with_ for row in rows) == pytest.approx(1)
        for row in rows:
            assert row.difference == pytest.approx(row.with_ - row.without)
            assert row.low <= row.difference <= row.high
            assert row.gained - row.lost == round(RUNS * row.difference)


def test_every_definition_of_leading_is_reported(late: WhatIfResult) -> None:
    assert {row.yardstick for row in late.outcomes} == {"conduct", "power", "no alternative left"}


def test_a_late_intervention_costs_a_fraction_of_a_full_ensemble(late: WhatIfResult) -> None:
    assert [row.months_played for row in late.arms] == [26 * RUNS, 32 * RUNS]
    assert late.months_played == 93 * RUNS + (26 + 32) * RUNS
    assert late.months_full == 3 * 93 * RUNS


def test_before_the_intervention_the_difference_is_nought_for_certain(late: WhatIfResult) -> None:
    past = [row for row in late.over_time if row.month < "1927-05"]
    assert past
    assert all(row.difference == row.low == row.high == 0 for row in past)


def test_the_same_question_has_the_same_answer_on_any_number_of_threads() -> None:
    one, two = (ask(levers="no-war-scare", threads=threads) for threads in (1, 2))
    assert one == two
    assert one.applied == RUNS
    assert one.levers == ("no-war-scare",)


def test_several_values_make_a_grid() -> None:
    grid = ask(settings={"persons.trotsky.menace": (0.5, 1.5), "chief.slate": False}, start="1928-01")
    assert [row.arm for row in grid.arms] == [
        "persons.trotsky.menace=0.5 + chief.slate=False",
        "persons.trotsky.menace=1.5 + chief.slate=False",
    ]


def test_an_alternative_opening_names_its_own_people() -> None:
    result = ask(levers="sverdlov-alive")
    assert result.arms[0].opening
    assert result.applied == RUNS
    assert any("Sverdlov" in row.said for row in result.pair)


def test_the_chosen_pair_tells_what_only_one_of_its_runs_has() -> None:
    result = ask(levers="no-general-secretary")
    assert {row.only for row in result.pair} == {"without", "with"}
    told = [(row.month, row.said) for row in result.pair]
    assert told == sorted(told, key=lambda line: line[0])
    both = [{line for line, row in zip(told, result.pair, strict=True) if row.only == side} for side in SIDES]
    assert not both[0] & both[1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Nothing is changed"),
        ({"levers": "testament-read-aloud"}, "Did you mean"),
        ({"levers": ["no-war-scare", "no-war-scare"]}, "given twice"),
        ({"levers": "no-war-scare", "start": "1927-01"}, "a lever has its own"),
        ({"settings": {"chief.slate": False}}, "needs --from"),
        ({"settings": {"chief.slate": False}, "start": "1930-01"}, "outside the scenario"),
        ({"settings": {"chief.slate": False}, "start": "soon"}, "is not a month"),
        ({"levers": ["lenin-recovers", "lenin-dies-1922"]}, "contradict each other"),
        ({"levers": ["trotsky-general-secretary", "rykov-general-secretary"]}, "contradict each other"),
        ({"settings": {"chief.slate": True}, "start": "1927-01"}, "applied in none of 2 runs"),
        ({"settings": {"persons.lenin.skill": 0.1}, "start": "1927-01"}, "dead or expelled by then"),
        ({"settings": {"persons.trotsky.menace": tuple(range(70))}, "start": "1927-01"}, "from 0 to 2"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_plain_words(asked: dict[str, object], said: str) -> None:
    with pytest.raises((UsageError, DocumentError), match=said):
        ask(**asked)


def test_no_runs_are_no_question() -> None:
    with pytest.raises(UsageError, match="from 1 to"):
        apparat.what_if("succession-1922", levers="no-war-scare", runs=0)
