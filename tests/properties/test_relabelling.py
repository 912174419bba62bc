"""Where persons stand in memory decides nothing: luck, votes and posts follow the key."""

from hypothesis import example, given, settings

from tests.family import Plan, build
from tests.properties.plans import orders, plans, played
from tests.properties.relabel import relabelled

BALLOT = ["voter", "choice", "chance", "reasons"]
CAMPAIGNING_TOGETHER = (Plan(seed=36, months=26, condemned=True), list(range(10)), list(range(9, -1, -1)))
"""A world in which two of the defeated campaign in one month."""


@given(orders())
@settings(max_examples=30, deadline=None)
def test_the_order_of_persons_in_memory_decides_nothing(drawn: tuple[Plan, list[int], list[int]]) -> None:
    plan, people, _ = drawn
    there = relabelled(build(plan), people, range(plan.figures))
    assert played(plan, world=there).same_as(played(plan)) == []


@given(orders())
@example(CAMPAIGNING_TOGETHER)
@settings(max_examples=30, deadline=None)
def test_the_order_of_figures_in_memory_decides_nothing(drawn: tuple[Plan, list[int], list[int]]) -> None:
    plan, people, figures = drawn
    there, here = played(plan, world=relabelled(build(plan), people, figures)), played(plan)
    assert set(there.same_as(here)) <= {"events", "rolls"}
    assert sorted(there.events.tolist()) == sorted(here.events.tolist())
    assert (there.rolls[BALLOT] == here.rolls[BALLOT]).all()


@given(plans(months=26))
@settings(max_examples=15, deadline=None)
def test_spare_rows_of_memory_decide_nothing(plan: Plan) -> None:
    roomy = build(plan)
    roomy["n"]["people"] += 37
    assert played(plan, world=roomy).same_as(played(plan)) == []


@given(plans(months=12))
@settings(max_examples=5, deadline=None)
def test_a_key_is_the_address_of_luck(plan: Plan) -> None:
    """The counterpart: what is not mere relabelling changes the run."""
    exchanged = build(plan)
    first = exchanged["people"][0]
    first["key"][[0, 1]] = first["key"][[1, 0]]
    assert "events" in played(plan, world=exchanged).same_as(played(plan))
