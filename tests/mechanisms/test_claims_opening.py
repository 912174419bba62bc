"""Openings: seats left to officials are filled, one to a person; what a scenario switches off stays off."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from apparat.world import codes
from tests.family import Plan, build
from tests.properties.laws import members
from tests.properties.plans import opened, plans
from tests.properties.relabel import relabelled

PLAN = Plan(regions=8, locals_per_region=8, months=24)
LEFT_TO_OFFICIALS = (codes.COMMITTEE, codes.COMMITTEE_CANDIDATES)


def staffed(plan: Plan) -> "np.ndarray[tuple[int, ...], np.dtype[np.void]]":
    """A world of the family whose committee leaves seats to officials."""
    world = build(plan)
    for body in LEFT_TO_OFFICIALS:
        world["bodies"][0][body]["staffed"] = 1
    return world


@given(plans(months=1))
@settings(max_examples=15, deadline=None)
def test_seats_left_to_officials_are_filled_by_different_people(plan: Plan) -> None:
    before, after = build(plan), opened(plan, world=staffed(plan)).world
    seated = [set(members(after, body).tolist()) for body in LEFT_TO_OFFICIALS]
    named = set(members(before, codes.COMMITTEE).tolist())
    assert named <= seated[0]
    assert not seated[0] & seated[1]
    for body, people in zip(LEFT_TO_OFFICIALS, seated, strict=True):
        b = after["bodies"][0][body]
        assert len(people) == b["size"] <= b["quota"]
    grown = len(seated[0]) - len(named)
    assert grown > 0 or before["bodies"][0][codes.COMMITTEE]["quota"] == len(named)


def test_without_leave_nobody_is_seated() -> None:
    here = opened(PLAN).world
    assert set(members(here, codes.COMMITTEE)) == set(members(build(PLAN), codes.COMMITTEE))


@pytest.mark.parametrize("seed", range(3))
def test_who_is_seated_does_not_depend_on_rows_of_memory(seed: int) -> None:
    plan = replace(PLAN, seed=seed + 1)
    order = np.random.default_rng(seed).permutation(plan.figures).tolist()
    here = opened(plan, world=staffed(plan)).world
    there = opened(plan, world=relabelled(staffed(plan), order, range(plan.figures))).world
    keys = [
        {int(world["people"][0][row]["key"]) for row in members(world, codes.COMMITTEE)}
        for world in (here, there)
    ]
    assert keys[0] == keys[1]


def committee_after_congress(size: int) -> int:
    world = build(PLAN)
    sessions = world["sessions"][0]
    congress = sessions["body"][: int(world["n"]["sessions"][0])] == codes.CONGRESS
    sessions["committee"][: len(congress)][congress] = size
    run = opened(PLAN, world=world)
    run.advance(PLAN.months)
    assert sessions["month"][: len(congress)][congress].min() < PLAN.months
    return int(run.world["bodies"][0][codes.COMMITTEE]["quota"])


def test_a_congress_without_a_committee_to_elect_leaves_the_committee_as_it_is() -> None:
    before = int(build(PLAN)["bodies"][0][codes.COMMITTEE]["quota"])
    assert committee_after_congress(0) == before
    assert committee_after_congress(before + 2) == before + 2


def test_turnover_falls_only_while_the_apparatus_settles() -> None:
    def appointments(settles: int) -> int:
        world = build(PLAN)
        world["rules"]["settles"] = settles
        run = opened(PLAN, world=world)
        run.parameters["nomenklatura"]["settling"] = 1.0
        run.advance(PLAN.months)
        return int(run.world["tally"]["appointments"][0])

    assert appointments(0) > 1.2 * appointments(1)


def test_ordinary_recruits_join_the_open_cohort() -> None:
    world = build(PLAN)
    world["rules"]["open_cohort"], world["rules"]["lists"] = 4, 0
    world["signals"][0]["kind"] = codes.UNREST  # no enrolment becomes possible
    run = opened(PLAN, world=world)
    before = run.world["regions"][0]["members"].sum(axis=0)
    run.advance(12)
    grown = run.world["regions"][0]["members"].sum(axis=0) - before
    assert grown[4] > 0
    assert (grown[:4] <= 0).all()
