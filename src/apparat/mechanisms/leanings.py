"""Leanings: what a voter thinks of a question before he looks around, reason by reason.

v_m = policy * dP_m + interest * G_m + tie * T_m + authority * w_m * A + fear * v_m * dS - n_m * N   [ours]

Outside the top body N counts by 1 - sanction * (its majority for the motion)^2: what a united leadership asks
breaks less of a norm. The terms are those of `voting`, whose parameters they take. Respect, dread and
conscience are drawn once for each person and stay with him; what is equal for all would be blown up by the
herd into near unanimity.

Reads: people, figures (sides, pull), posts, the top body, line; blame
Writes: tempers
Draws: tempers (HERD), error in judging the result (ATTENDANCE)
Facts: method-outvoting, promote-or-sack-yields-loyalty, dictator-fear-shifts-votes, delegates-loyal-for-job,
plotters-have-cc-majority-1964, politburo-majority-is-power
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from apparat.mechanisms.reform import grievance
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.luck import Four
from apparat.world.places import distance, figure_of, holder_of_chief_post
from apparat.world.state import BATCH, World
from apparat.world.table import Vector

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


LASTING, WHIMS = 4, 8
"""Rows of what is drawn for a batch of voters."""


class Question(NamedTuple):
    """A motion as it is put: figures by row; sides must have been taken."""

    mover: int
    target: int
    motion: int
    norm: float
    roll: int
    """Event to which the roll belongs; -1 to keep none."""


class Terms(NamedTuple):
    """What is the same for all voters: authority of the camps, danger of the target, side of the chief."""

    authority: float
    danger: float
    chief_side: float
    norm: float
    """Part of the norm that stands once the top body has taken its side: 1 where it is divided or against."""


@kernel
def common_terms(world: World, prm: Parameters, q: Question) -> Terms:
    """Sum up the camps and look at the two at their heads."""
    own = prm.voting
    for_side = 0.0
    against = 0.0
    for a in range(world.tally.active):
        figure = world.figures[world.active[a]]
        weight = world.people[figure.person].authority * (1.0 - own.ailing + own.ailing * figure.capacity)
        if figure.side > 0:
            for_side += weight
        elif figure.side < 0:
            against += weight
    authority = (for_side - against) / (for_side + against + own.balance)
    mover = world.figures[q.mover]
    target = world.figures[q.target]
    danger = target.menace * (world.people[target.person].authority + own.title * target.office)
    danger -= mover.menace * (world.people[mover.person].authority + own.title * mover.office)
    chief = figure_of(world, holder_of_chief_post(world))
    side = 0.0
    if chief >= 0 and world.rules.dependence_on == 1 and world.figures[chief].capacity >= 0.3:
        side = float(world.figures[chief].side)
    return Terms(authority, danger, side, 1.0 - own.sanction * _unity(world))


@kernel
def _unity(world: World) -> float:
    """How united the top body stands behind the mover: 1 all of it, 0 half of it or less."""
    b = world.bodies[codes.TOP]
    sides = 0
    for k in range(b.size):
        f = figure_of(world, world.seats[b.first + k].person)
        if f >= 0:
            sides += int(world.figures[f].side)
    majority = max(sides / max(b.size, 1), 0.0)
    return majority * majority


@kernel
def temper(world: World, prm: Parameters, person: int, motion: int, row: Vector) -> None:
    """What a voter is like: respect, dread, conscience, which stay, and the whim of the month."""
    key = int(world.people[person].key)
    lasting = luck.once(world.clock, luck.HERD, key, 0)
    _set_temper(prm, row, lasting, luck.draw(world.clock, luck.HERD, key, motion))


@kernel
def _set_temper(prm: Parameters, row: Vector, lasting: Four, whim: Four) -> None:
    """A voter's temper from the draws of his life and of the month."""
    own = prm.voting
    row[0] = own.authority * (1.0 - own.respect + 2.0 * own.respect * lasting[0])
    row[1] = own.fear * 2.0 * lasting[1]
    row[2] = 1.0 - own.conscience + 2.0 * own.conscience * lasting[2]
    row[3] = own.whim * luck.bell(whim)


@kernel
def draw_tempers(world: World, motion: int, count: int) -> None:
    """Draw for a batch of voters, whose keys stand among those of luck, what `temper_drawn` reads.

    The first four rows of what is drawn are left as they are.
    """
    world.keys[1, :] = 0
    luck.once_all(world.clock, luck.HERD, world.keys, count, world.drawn, LASTING)
    world.keys[1, :] = motion
    luck.draw_all(world.clock, luck.HERD, world.keys, count, world.drawn, WHIMS)


@kernel
def temper_drawn(world: World, prm: Parameters, k: int, row: Vector) -> None:
    """What `temper` tells of one voter of a batch."""
    _set_temper(prm, row, luck.taken(world.drawn, LASTING, k), luck.taken(world.drawn, WHIMS, k))


@kernel
def temper_body(world: World, prm: Parameters, body: int, motion: int) -> None:
    """Fill the table of tempers for a body's seats; the last column is the error in judging the result."""
    b = world.bodies[body]
    for first in range(0, b.size, BATCH):
        count = min(BATCH, b.size - first)
        for k in range(count):
            world.keys[0, k] = world.people[world.seats[b.first + first + k].person].key
        draw_tempers(world, motion, count)
        luck.draw_all(world.clock, luck.ATTENDANCE, world.keys, count, world.drawn, 0)
        for k in range(count):
            row = world.tempers[b.first + first + k]
            temper_drawn(world, prm, k, row)
            row[4] = 0.4 * prm.voting.error * luck.bell(luck.taken(world.drawn, 0, k))


@kernel
def gain_of(world: World, position: Vector, q: Question) -> float:
    """How much nearer a position lies to the mover's than to the target's."""
    salience = world.line.salience
    against = distance(position, world.figures[q.target].stated, salience)
    return against - distance(position, world.figures[q.mover].stated, salience)


@kernel
def private_leaning(
    world: World, prm: Parameters, person: int, q: Question, terms: Terms, gain: float, row: Vector
) -> tuple[float, float, float, float]:
    """A voter's leaning before he looks around, by reason: policy, tie, authority, fear and norm (logits).

    `gain` is how much nearer the mover stands to him (`gain_of`), `row` what he is like (`temper`).
    """
    own = prm.voting
    p = world.people[person]
    if person == world.figures[q.mover].person:
        return 12.0, 0.0, 0.0, 0.0
    if person == world.figures[q.target].person:
        return -12.0, 0.0, 0.0, 0.0
    # Whether he follows anybody, or is a figure himself, has no pattern: multiplied, not branched on.
    followed, himself = world.figures[max(p.root, 0)], world.figures[max(p.figure, 0)]
    tie = own.tie * p.loyal * followed.pull * int(p.root >= 0)
    tie += own.camp * (himself.side * himself.active * int(p.figure >= 0))
    dread = row[1] * terms.danger - row[2] * q.norm * terms.norm
    reasons = own.policy * gain + own.interest * grievance(world, person) + row[3]
    return reasons, tie, row[0] * terms.authority, dread
