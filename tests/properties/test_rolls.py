"""Rolls: a voter's reasons add up to the kernel's own leaning, and a roll to the count that was recorded."""

from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from numpy.typing import NDArray

from apparat.mechanisms.assemblies import whole_votes
from apparat.mechanisms.month import defaults
from apparat.world import codes, luck
from tests.family import Plan
from tests.properties.plans import Outcome, plans, played

Rows = NDArray[np.void]
ASSEMBLIES = (codes.CONFERENCE, codes.CONGRESS)


def chances(roll: Rows) -> list[float]:
    """The chances that the added reasons come to."""
    reserve = np.where(roll["region"] < 0, float(defaults()["voting"]["reserve"][0]), 0.0)
    return [luck.sigmoid(u) for u in roll["reasons"].sum(axis=1) - reserve]


def assembled(outcome: Outcome) -> Iterator[tuple[np.void, Rows]]:
    """Votes of assemblies with their rolls."""
    for place, event in enumerate(outcome.events):
        if event["kind"] == codes.E_VOTE and event["body"] in ASSEMBLIES:
            yield event, outcome.rolls[outcome.rolls["event"] == place]


@given(plans(months=26))
@settings(max_examples=20, deadline=None)
def test_reasons_add_up_to_the_leaning_that_gave_the_chance(plan: Plan) -> None:
    rolls = played(plan).rolls
    assert np.allclose(chances(rolls), rolls["chance"], rtol=1e-9, atol=1e-12)


@given(plans(months=26))
@settings(max_examples=20, deadline=None)
def test_what_regions_send_adds_up_to_the_count_of_an_assembly(plan: Plan) -> None:
    for event, roll in assembled(played(plan)):
        assert np.isclose(roll["weight"].sum(), 1.0)
        counted = [int(event[name]) for name in ("votes_for", "votes_against", "abstained")]
        share = float((roll["weight"] * roll["sent"]).sum())
        assert list(whole_votes(defaults()[0], sum(counted), share))[:3] == counted


def test_every_region_of_an_assembly_is_on_its_roll() -> None:
    plan = Plan(regions=5, condemned=True, months=30)
    found = [roll for run in range(12) for _, roll in assembled(played(plan, run=run))]
    assert found
    for roll in found:
        assert set(roll["region"].tolist()) == set(range(5))
        assert ((roll["choice"] == codes.FOR) == (roll["chance"] > 0.5)).all()
        secretaries = roll[roll["voter"] > 0]
        assert (secretaries["reasons"][:, codes.REASON_WORDS.index("herd")] == 0).all()
