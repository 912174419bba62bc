"""Runs that are looked at are the runs that are played; their tables tell what the journal tells."""

import numpy as np
import pytest

from apparat.engine import Engine
from apparat.experiments.seam import Request
from apparat.experiments.standing.looked import OPENING, Looked
from apparat.world import codes

REQUEST = Request(scenario="collective-1953", seed=1, choice="uncalibrated")
RUNS = 6


@pytest.fixture(scope="module")
def engine() -> Engine:
    built = REQUEST.build("full")
    assert isinstance(built, Engine)
    return built


@pytest.fixture(scope="module")
def tables(engine: Engine):
    return Looked(engine).block(0, RUNS).tables()


def test_looking_changes_neither_runs_nor_tables(engine: Engine, tables) -> None:
    plain = engine.block(0, RUNS).tables()
    assert set(tables) == {*plain, "rules", "ballots", "police"}
    for name, columns in plain.items():
        for column, values in columns.items():
            assert np.array_equal(values, tables[name][column], equal_nan=values.dtype.kind == "f"), column


def test_runs_come_out_alike_whichever_block_they_are_played_in(engine: Engine, tables) -> None:
    last = Looked(engine).block(RUNS - 1, 1).tables()
    for name in ("rules", "ballots", "police"):
        own = tables[name]["run"] == RUNS - 1
        for column, values in tables[name].items():
            assert np.array_equal(values[own], last[name][column]), column


def test_every_ballot_belongs_to_a_vote_that_counts_as_many(tables) -> None:
    ballots, votes = tables["ballots"], tables["votes"]
    for body in (codes.TOP, codes.COMMITTEE):
        held = votes["body"] == body
        for choice, counted in ((codes.FOR, "for"), (codes.AGAINST, "against")):
            cast = (ballots["body"] == body) & (ballots["choice"] == choice)
            assert cast.sum() == votes[counted][held].sum() > 0


def test_rules_stand_at_the_opening_as_the_scenario_says_and_change_as_the_journal_tells(
    engine: Engine, tables
) -> None:
    rules, statutes = tables["rules"], engine.compiled.template["statutes"][0]
    count = len(engine.compiled.rules)
    first = rules["month"] == OPENING
    assert rules["in_force"][first].tolist() == statutes["in_force"][:count].tolist() * RUNS
    told = [event for run in range(RUNS) for event in engine.history(run, until=None).events]
    changed = [event for event in told if event["kind"] == codes.E_RULE]
    assert changed
    later = zip(
        *(rules[name][~first].tolist() for name in ("month", "rule", "in_force", "person")), strict=True
    )
    assert list(later) == [
        (int(e["month"]), int(e["value"]), int(e["carried"]), int(e["actor"])) for e in changed
    ]
    hits = {engine.compiled.rules[rule] for rule in rules["rule"][rules["reform"] == 1]}
    assert hits == {"police-reform", "ministries-cut", "economic-councils", "fixed-terms", "party-split"}


def test_the_police_is_weighed_every_month(engine: Engine, tables) -> None:
    months = engine.compiled.scenario.months
    assert tables["police"]["month"].tolist() == list(range(months)) * RUNS
    assert (tables["police"]["influence"] >= 0).all()
    assert tables["police"]["influence"].max() > 0


def test_without_a_full_journal_there_is_nothing_to_look_at() -> None:
    with pytest.raises(TypeError, match="full journal"):
        Looked(REQUEST.build("decisions"))
