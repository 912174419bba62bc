"""The laws of `laws` hold at the end of every month of every run of every world of the family."""

from hypothesis import given, settings

from tests.family import Plan
from tests.properties.laws import Month, broken
from tests.properties.plans import opened, plans


def faults(plan: Plan) -> list[str]:
    """Play a plan month by month and collect what broke."""
    run = opened(plan)
    found: list[str] = []
    while run.month < plan.months and not found:
        before, events, ballots = run.world.copy(), len(run.events), len(run.rolls)
        written = run.written
        run.advance(run.month + 1)
        happened = run.events[events] if len(run.events) > events else before["events"][0][:0]
        called = run.rolls[ballots].copy() if len(run.rolls) > ballots else before["rolls"][0][:0]
        called["event"] -= written
        found = broken(Month(before, run.world, happened, called))
    return found


@given(plans())
@settings(max_examples=60, deadline=None)
def test_every_law_holds_every_month(plan: Plan) -> None:
    assert faults(plan) == []
