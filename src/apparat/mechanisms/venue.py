"""Venue: each month's business is decided somewhere, and use makes habit.

A question goes to the top body, the cabinet or the committee by logit on
    - size * (1 + urgency) * log(members) + near * share of the majority leader's camp + habit * share of late
so that smaller, nearer, more loyal bodies draw business, the more so when time presses.             [ours]

Reads: bodies, figures, line.threat, line.failure
Writes: tally.routed_*
Draws: where each question goes (VENUE)
Facts: small-body-decides-faster, war-urgency-favours-politburo, politburo-loyalists-lenin,
politburo-makes-sovnarkom-redundant-000, politburo-government-from-1920
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.world import codes, luck
from apparat.world.elementary import exp, log
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

QUESTIONS = 12


@dataclass(frozen=True, kw_only=True)
class Venue:
    """What draws business to a body."""

    size: float = parameter(
        0.8,
        "aversion to many members",
        unit="logits per log member",
        low=0.0,
        high=2.0,
        source="assumed; small-body-decides-faster",
    )
    near: float = parameter(
        1.0,
        "preference for a loyal body",
        unit="logits",
        low=0.0,
        high=3.0,
        source="assumed; politburo-loyalists-lenin",
    )
    habit: float = parameter(1.5, "pull of past use", unit="logits", low=0.0, high=3.0, source="assumed")


@kernel
def step(world: World, prm: Parameters) -> None:
    """Send this month's questions where they are decided."""
    tally = world.tally
    top = attraction(world, prm, codes.TOP, tally.routed_top)
    cabinet = attraction(world, prm, codes.CABINET, tally.routed_cabinet)
    committee = attraction(world, prm, codes.COMMITTEE, tally.routed_committee)
    total = top + cabinet + committee
    if total <= 0.0:
        return
    for k in range(QUESTIONS):
        u = luck.draw(world.clock, luck.VENUE, k, 0)[0]
        if u * total < top:
            tally.routed_top += 1
        elif u * total < top + cabinet:
            tally.routed_cabinet += 1
        else:
            tally.routed_committee += 1


@kernel
def attraction(world: World, prm: Parameters, body: int, used: int) -> float:
    """Unnormalised odds that a question is taken to a body; 0 for a body without members."""
    own = prm.venue
    b = world.bodies[body]
    if b.size == 0:
        return 0.0
    line = world.line
    urgency = line.threat + line.failure
    tally = world.tally
    past = tally.routed_top + tally.routed_cabinet + tally.routed_committee
    habit = 1.0 / 3.0
    if past > 0:
        habit = used / past
    u = -own.size * (1.0 + urgency) * log(b.size) + own.near * loyal_share(world, body) + own.habit * habit
    return exp(u)


@kernel
def loyal_share(world: World, body: int) -> float:
    """Share of a body that stands in the following of the strongest figure of the top body."""
    leader = -1
    most = 0.0
    for f in range(world.n.figures):
        if world.figures[f].seated >= 0 and world.figures[f].power > most:
            most = world.figures[f].power
            leader = f
    b = world.bodies[body]
    loyal = 0
    for k in range(b.size):
        if leader >= 0 and _follows(world, world.seats[b.first + k].person, leader):
            loyal += 1
    return loyal / b.size


@kernel
def _follows(world: World, person: int, leader: int) -> bool:
    """Whether a member is the leader, hangs on him, or is a figure on good terms with him."""
    p = world.people[person]
    if p.figure == leader or p.root == leader:
        return True
    return p.figure >= 0 and bool(world.relations[leader, p.figure] > 0.3)
