"""Formal powers: rules as written, and elections that electors decide."""

import numpy as np

from apparat import record
from apparat.engine import Engine
from apparat.experiments.flows.paper import FORMAL, Paper, holders
from apparat.world.places import distance

MONTHS = 12


def test_rules_and_powers_are_set_as_written(engine: Engine, paper: Paper) -> None:
    run = engine.open(0)
    paper.begin(run)
    rules = run.world["rules"][0]
    names = ("ban", "lists", "attention_on", "slate_on", "agenda_on", "dependence_on", "authority_on")
    assert [int(rules[name]) for name in names] == [0] * 7
    assert run.world["bodies"][0]["secret"][:9].all()
    run.advance(2)
    assert (run.world["regions"][0]["deference"] == 0).all()


def test_members_are_nearer_to_secretaries_whom_they_elect(engine: Engine, paper: Paper) -> None:
    gaps = []
    for elected in (True, False):
        run = engine.open(0)
        held = paper.begin(run)
        if elected:
            paper.advance(run, MONTHS, held)
        else:
            run.advance(MONTHS)
        world = run.world[0]
        regions = world["regions"][: int(world["n"]["regions"])]
        rows = world["posts"]["holder"][regions["secretary"]]
        gaps.append(
            np.mean(
                [
                    distance(world["people"]["ideal"][row], region["mood"], world["line"]["salience"])
                    for row, region in zip(rows, regions, strict=True)
                    if row >= 0
                ]
            )
        )
    assert gaps[0] < gaps[1]


def test_elections_keep_every_post_to_one_holder_and_every_holder_to_his_post(
    engine: Engine, paper: Paper
) -> None:
    run = engine.open(1)
    paper.advance(run, MONTHS, paper.begin(run))
    world = run.world[0]
    posts = world["posts"][: int(world["n"]["posts"])]
    plain = np.flatnonzero((posts["office"] < 0) & (posts["holder"] >= 0))
    rows = posts["holder"][plain]
    assert len(set(rows.tolist())) == len(rows)
    assert (world["people"]["post"][rows] == plain).all()


def test_who_has_not_changed_stands_for_no_election(engine: Engine, paper: Paper) -> None:
    run = engine.open(0)
    held = paper.begin(run)
    before = held.copy()
    paper.advance(run, 0, held)
    assert (held == before).all()
    paper.advance(run, 3, held)
    elective = held != before
    assert elective.any()
    assert (held[elective] == holders(run.world)[elective]).all()


def test_every_reason_is_on_record_or_says_that_it_is_assumed() -> None:
    for formal in FORMAL:
        for reason in formal.because.replace("; ", ", ").split(", "):
            known = reason == "assumed" or reason.startswith(("party statutes", "in the constitution"))
            assert known or record.known(reason), reason
