"""What takes no part changes nothing: somebody without ties, a hypothetical question."""

import numpy as np
from hypothesis import given, settings
from numpy.typing import NDArray

from apparat.world import codes
from tests.family import Plan, build
from tests.properties.plans import Outcome, opened, outcome, plans, played


def with_somebody_gone(plan: Plan) -> NDArray[np.void]:
    """The plan's world and, in rows of his own, a figure who left the party long ago."""
    world = build(plan)
    row, seat = int(world["n"]["people"][0]), int(world["n"]["figures"][0])
    world["n"]["people"] += 1
    world["n"]["figures"] += 1
    person, figure = world["people"][0][row], world["figures"][0][seat]
    person["key"], person["state"], person["figure"], person["dies"] = 999, codes.EXPELLED, seat, 32000
    figure["person"], figure["expelled"] = row, 0
    return world


def with_a_probe(plan: Plan) -> NDArray[np.void]:
    """The plan's world and one more question that is only asked."""
    world = build(plan)
    probe = world["probes"][0][int(world["n"]["probes"][0])]
    world["n"]["probes"] += 1
    probe["month"], probe["body"], probe["motion"], probe["target"] = 7, codes.TOP, codes.EXPEL, 2
    return world


def finished(plan: Plan, world: NDArray[np.void]) -> tuple[Outcome, NDArray[np.void]]:
    run = opened(plan, world=world)
    run.advance(plan.months)
    return outcome(run), run.world


@given(plans(months=26))
@settings(max_examples=15, deadline=None)
def test_somebody_gone_for_good_changes_nothing(plan: Plan) -> None:
    assert played(plan, world=with_somebody_gone(plan)).same_as(played(plan)) == []


@given(plans(months=26))
@settings(max_examples=15, deadline=None)
def test_a_question_only_asked_changes_nothing_but_its_answer(plan: Plan) -> None:
    there, asked = finished(plan, with_a_probe(plan))
    here, silent = finished(plan, build(plan))
    assert there.same_as(here) == []
    assert (asked["probes"][0][:2] == silent["probes"][0][:2]).all()
    answer = asked["probes"][0][2]
    counted = int(answer["votes_for"]) + int(answer["votes_against"]) + int(answer["abstained"])
    assert counted == -3 or 0 < counted <= plan.top + 2


@given(plans(months=16))
@settings(max_examples=10, deadline=None)
def test_other_probes_may_be_left_out(plan: Plan) -> None:
    silent = build(plan)
    silent["n"]["probes"] = 0
    assert played(plan, world=silent).same_as(played(plan)) == []
