"""Results print well, become frames, and are JSON with the promised fields."""

import json

import pytest
from toy import ToyEngine

from apparat.ground.errors import ApparatError, UsageError
from apparat.results.assemble import run_result
from apparat.results.ensemble import EnsembleResult
from apparat.results.run import RunResult


@pytest.mark.parametrize("kind", ["many", "one"])
def test_json_carries_what_identifies_the_outcome(kind: str, request: pytest.FixtureRequest) -> None:
    result = request.getfixturevalue(kind)
    written = json.loads(result.to_json())
    assert written["schema"] == {"many": "apparat/ensemble/1", "one": "apparat/run/1"}[kind]
    assert written["calibrated"] is False
    for name in ("digest", "scenario", "seed", "parameters", "traits", "variants"):
        assert name in written
    assert type(result).model_validate_json(result.to_json()) == result


def test_a_result_prints_in_one_line(many: EnsembleResult, one: RunResult) -> None:
    for result in (many, one):
        assert "\n" not in repr(result)
    assert "Uncalibrated" in repr(many)
    assert one.digest in repr(one)


def test_the_leader_of_a_month_is_a_table(many: EnsembleResult) -> None:
    table = many.leader("1922-09")
    assert sum(row.share for row in table) == pytest.approx(1)
    assert table.columns[:3] == ["month", "yardstick", "key"]
    assert "Stalin" in repr(table)
    assert repr(many.leader()) == repr(many.leader("1923-03"))


@pytest.mark.parametrize("month", ["1921-01", "1923-04", "soon"])
def test_a_month_outside_the_scenario_is_refused(many: EnsembleResult, month: str) -> None:
    with pytest.raises(UsageError, match=month):
        many.leader(month)


@pytest.mark.parametrize("name", ["leaders", "over_time", "losses", "motions", "margins"])
def test_every_table_becomes_every_kind_of_frame(many: EnsembleResult, name: str) -> None:
    rows = len(many.table(name))
    assert rows > 0
    assert many.to_arrow(name).num_rows == rows
    assert len(many.to_pandas(name)) == rows
    assert many.to_polars(name).height == rows
    assert list(many.to_pandas(name).columns) == many.table(name).columns


def test_an_empty_table_keeps_its_columns(one: RunResult) -> None:
    assert len(one.table("ballots")) == 0
    assert one.to_arrow("ballots").column_names == one.table("ballots").columns
    assert list(one.to_pandas("ballots").columns) == one.table("ballots").columns


def test_a_table_that_does_not_exist_names_those_that_do(many: EnsembleResult) -> None:
    with pytest.raises(UsageError, match="Did you mean leaders"):
        many.table("leader")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_named(
    many: EnsembleResult, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(ApparatError, match=f"pip install {library}"):
        getattr(many, f"to_{library}")()


def test_a_history_puts_names_and_words_to_events(one: RunResult) -> None:
    vote = next(event for event in one.events if event.kind == "vote")
    assert (vote.actor, vote.target, vote.body, vote.rule) == (
        "Stalin",
        "Trotsky",
        "Politburo",
        "voting",
    )
    assert (vote.votes_for, vote.votes_against, vote.abstained, vote.carried) == (5, 2, 1, True)
    assert vote.month == "1922-07"
    assert one.chief == "Stalin"


def test_an_event_prints_as_a_sentence(one: RunResult) -> None:
    assert str(next(event for event in one.events if event.kind == "death")) == "Lenin dies."


def test_without_detail_only_high_posts_and_figures_are_told(one: RunResult) -> None:
    engine = ToyEngine(seed=4)
    full = run_result(engine.history(2, until=None), engine.directory, engine.identity, run=2, detail=True)
    assert [e.target_key for e in one.events if e.kind == "appointment"] == [4821]
    assert [e.target_key for e in full.events if e.kind == "appointment"] == [4821, 5000]
    assert [e.actor for e in one.events if e.kind == "death"] == ["Lenin"]
    assert (one.appointments, full.appointments) == (2, 2)
    assert (len(one.ballots), len(full.ballots)) == (0, 2)
    assert full.ballots[0].herd == 0.5


def test_turning_points_are_those_of_figures_and_top_seats(one: RunResult) -> None:
    assert [e.kind for e in one.events if e.turning_point] == ["condemned", "death", "seat-lost", "leader"]


def test_a_history_may_stop_early() -> None:
    engine = ToyEngine(seed=4)
    early = run_result(engine.history(2, until=3), engine.directory, engine.identity, run=2, detail=False)
    assert early.end == "1922-07"
    assert {event.month for event in early.events} <= {"1922-04", "1922-05", "1922-06", "1922-07"}
