"""Membership: admissions and losses of the rank and file, by region and cohort.

Each cohort loses a share of its members a month; ordinary intake joins the open cohort; a mass
enrolment, once the appointing office launches it, brings recruits who defer more and argue less. What a
region's members are like follows from who they are:

deference_r = sum_c members_rc * deference_c / sum_c members_rc          (engagement likewise)   [ours]

Counts are whole numbers; fractions are carried, so members(t+1) = members(t) + admitted - left exactly.

Reads: cohorts, rules, sessions
Writes: regions.members, carry, admitted, left, share, deference, engagement; rules.enrolment_since
Draws: launch of an enrolment (OPPORTUNITY)
Facts: lenin-enrolment-1924-25, lenin-enrolment-follow-organiser, lenin-enrolment-little-marxism,
lenin-enrolment-128000, lenin-enrolment-one-million, membership-growth-as-weapon,
secretary-selects-party-members
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.steps import MEMBERSHIP
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import figure_of, holder_of_chief_post, key_of
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

NEWEST_COHORT = codes.COHORTS - 1


@dataclass(frozen=True, kw_only=True)
class Membership:
    """How the membership is renewed."""

    exits: float = parameter(
        0.0085,
        "members who leave, are purged or die",
        unit="1/month",
        low=0.004,
        high=0.02,
        source="membership/1922-01-01; membership/1924-01-01; flow/1929/purge-expelled-percent; assumed",
    )
    launch: float = parameter(
        0.35,
        "chance that an organising chief launches a possible enrolment",
        unit="1/month",
        low=0.05,
        high=1.0,
        source="assumed: launched within a month of the founder's death; lenin-enrolment-1924-25",
    )
    opening: float = parameter(
        9.0,
        "ordinary intake after an enrolment, as a multiple of that before",
        unit="ratio",
        low=1,
        high=14,
        source="membership/1925-01-01; membership/1929-01-01",
    )
    local_bend: float = parameter(
        0.5,
        "how far intake follows the share of workers in a region",
        unit="share",
        low=0,
        high=1,
        source="assumed; lenin-enrolment-social-profile",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Launch an enrolment if it pays, admit, lose, and sum up each region."""
    _consider_enrolment(world, prm)
    admitted = world.rules.intake
    since = world.rules.enrolment_since
    recruits = 0.0
    if since >= 0:
        admitted = admitted * prm.membership.opening
        if world.clock.month - since < world.rules.enrolment_months:
            recruits = world.rules.enrolment_size / world.rules.enrolment_months
    weight = 0.0
    for r in range(world.n.regions):
        weight += intake_weight(world, r, prm.membership.local_bend)
    for r in range(world.n.regions):
        part = intake_weight(world, r, prm.membership.local_bend) / weight
        _renew(world, r, admitted * part, recruits * part, prm.membership.exits)
    sum_up(world)


@kernel
def intake_weight(world: World, r: int, bend: float) -> float:
    """Weight of a region in admissions: its size, bent towards workers."""
    region = world.regions[r]
    size = 0.0
    for c in range(codes.COHORTS):
        size += region.members[c]
    return (size + 1.0) * (1.0 - bend + bend * 2.0 * region.industrial)


@kernel
def _renew(world: World, r: int, ordinary: float, recruits: float, exits: float) -> None:
    region = world.regions[r]
    for c in range(codes.COHORTS):
        flow = -exits * region.members[c] + region.carry[c]
        if c == world.rules.open_cohort and world.rules.enrolment_since < 0:
            flow += ordinary
        if c == NEWEST_COHORT and world.rules.enrolment_since >= 0:
            flow += ordinary + recruits
        whole = math.floor(flow)
        whole = max(whole, -region.members[c])
        region.carry[c] = flow - whole
        region.members[c] += whole
        if whole > 0:
            region.admitted += whole
        else:
            region.left -= whole


@kernel
def sum_up(world: World) -> None:
    """Each region's share of delegates, deference and engagement, from its members."""
    total = 0.0
    for r in range(world.n.regions):
        region = world.regions[r]
        size = 0.0
        deference = 0.0
        engagement = 0.0
        for c in range(codes.COHORTS):
            size += region.members[c]
            deference += region.members[c] * world.cohorts[c].deference
            engagement += region.members[c] * world.cohorts[c].engagement
        total += size
        region.share = size
        region.deference = deference / max(size, 1.0)
        region.engagement = engagement / max(size, 1.0)
    for r in range(world.n.regions):
        world.regions[r].share = world.regions[r].share / max(total, 1.0)


@kernel
def _consider_enrolment(world: World, prm: Parameters) -> None:
    """A chief who uses his office for people launches the enrolment that has become possible."""
    rules = world.rules
    if rules.enrolment_possible == 0 or rules.enrolment_since >= 0:
        return
    chief = holder_of_chief_post(world)
    figure = figure_of(world, chief)
    if figure < 0:
        return
    u = luck.draw(world.clock, luck.OPPORTUNITY, key_of(world, chief), 2000)[0]
    if u < prm.membership.launch * world.figures[figure].organiser:
        rules.enrolment_since = world.clock.month
        write(
            world,
            codes.E_ENROLMENT,
            chief,
            -1,
            entry(MEMBERSHIP, -1, -1, -1, 1, 0, 0, 0, rules.enrolment_size),
        )
