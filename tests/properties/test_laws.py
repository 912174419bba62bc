"""The laws of `laws` hold at the end of every month of every run of every world of the family."""

from hypothesis import given, settings

from tests.family import Plan
from tests.properties.laws import first_faults
from tests.properties.plans import opened, plans


@given(plans())
@settings(max_examples=30, deadline=None)
def test_every_law_holds_every_month(plan: Plan) -> None:
    assert first_faults(opened(plan), plan.months) == []
