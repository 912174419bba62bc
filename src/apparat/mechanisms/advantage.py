"""Advantage: what a figure expects of a rule's being in force rather than not, as strength of his own.

d_fq = max(S_fq - threshold * mean S_f, 0)     what it is worth to f to have q out of the way (as in `plans`)
e_fq = d_fq / S_fq                             the part of a loss of q's that f gains by

ban on factions      sum_q d_fq * exposure_q - exposure_f,       exposure: share of a full record
exile                the same
mercy                the negative of that
approved lists       how close f stands to the chief, who makes them;   secret ballot: the negative
committee confirms   how close f stands to the chief, whom it protects
separate offices     d of whoever holds the chief's post or the premier's; a loss to these two
plenum on demand     own machine, less e of each rival's
police autonomy      d of its chief, negative; a gain to the chief
no arrests           d of whoever commands police and army; a loss to these two
a reform             following gained, less e of what each rival gains                              [ours]

A reform moves on `turning` of a class's holders, for whoever fills their posts to replace, and changes the
class's weight: f loses clients who are moved, gains those whom he would appoint (`reckon`, once a rule).

Reads: statutes, figures, perceived, relations, posts, people, organs, classes
Writes: figures.shift
Draws: none
Facts: faction-ban-strengthens-leader, approved-list-share-grows, collective-leadership-preferred-001,
khrushchev-appeals-to-cc, khrushchev-weakens-state, khrushchev-reform-double-aim, rivals-still-fear-beria
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.places import figure_of, holder_of_chief_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@kernel
def advantage(world: World, prm: Parameters, s: int, f: int) -> float:
    """What figure f gains if rule s is in force rather than not."""
    kind = world.statutes[s].kind
    rules = world.rules
    if kind == codes.BAN or kind == codes.EXILE:
        gain = _of_ban(world, prm, f)
    elif kind == codes.MERCY:
        gain = -_of_ban(world, prm, f)
    elif kind == codes.LISTS or kind == codes.CONFIRMING:
        gain = _closeness(world, prm, f)
    elif kind == codes.BALLOT:
        gain = -_closeness(world, prm, f)
    elif kind == codes.OFFICES:
        gain = _of_keeping_down(world, prm, f, rules.chief, rules.premier)
    elif kind == codes.PLENUM:
        gain = _of_machine(world, prm, f)
    elif kind == codes.POLICE:
        gain = -_of_keeping_down(world, prm, f, rules.police, codes.NOBODY)
    elif kind == codes.SPARING:
        gain = _of_keeping_down(world, prm, f, rules.police, rules.army)
    else:
        gain = _of_reform(world, prm, f)
    return gain


@kernel
def _tolerated(world: World, prm: Parameters, f: int) -> float:
    """Strength that f tolerates in another: a multiple of the mean of those he looks at."""
    total = 0.0
    for a in range(world.tally.active):
        k = world.active[a]
        if k != f:
            total += world.perceived[f, k]
    mean = total / max(world.tally.active - 1, 1)
    return float(prm.agenda.threshold * mean)


@kernel
def _fear(world: World, f: int, q: int, tolerated: float) -> float:
    """By how much q looks stronger to f than he tolerates: what it is worth to have him out of the way."""
    if q == f or q < 0 or world.figures[q].active == 0:
        return 0.0
    return float(max(world.perceived[f, q] - tolerated, 0.0))


@kernel
def _part(world: World, f: int, q: int, tolerated: float) -> float:
    """What a loss of q's is worth to f, as a part of it: the feared part of his strength."""
    return float(_fear(world, f, q, tolerated) / max(world.perceived[f, q], 1e-9))


@kernel
def _exposure(world: World, prm: Parameters, f: int) -> float:
    return min(world.figures[f].strikes, prm.norms.record) / prm.norms.record


@kernel
def _of_ban(world: World, prm: Parameters, f: int) -> float:
    """A ban bears on the condemned: good against those one fears, bad for oneself."""
    gain = -_exposure(world, prm, f)
    tolerated = _tolerated(world, prm, f)
    for a in range(world.tally.active):
        q = world.active[a]
        if q != f:
            gain += _fear(world, f, q, tolerated) * _exposure(world, prm, q)
    return gain


@kernel
def _closeness(world: World, prm: Parameters, f: int) -> float:
    """How close a figure stands to the holder of the chief's post: 1 himself, his client by the tie."""
    chief = figure_of(world, holder_of_chief_post(world))
    if chief < 0:
        return 0.0
    if f == chief:
        return 1.0
    p = world.people[world.figures[f].person]
    bond = world.relations[f, chief]
    if p.patron == world.figures[chief].person:
        bond += p.tie
    return float(min(max(bond - _fear(world, f, chief, _tolerated(world, prm, f)), -1.0), 1.0))


@kernel
def _of_keeping_down(world: World, prm: Parameters, f: int, post: int, other: int) -> float:
    """What a rule that binds the holders of one or two posts is worth: fear of them, and their own loss."""
    total = 0.0
    for place in (post, other):
        if place < 0:
            continue
        holder = figure_of(world, int(world.posts[place].holder))
        if holder == f:
            total -= 1.0
        elif holder >= 0:
            total += _fear(world, f, holder, _tolerated(world, prm, f))
    return total


@kernel
def _force(world: World, prm: Parameters, f: int) -> float:
    return prm.coalition.scale * world.figures[f].following


@kernel
def _of_machine(world: World, prm: Parameters, f: int) -> float:
    """The wider body helps whoever has his men in it."""
    gain = _force(world, prm, f)
    tolerated = _tolerated(world, prm, f)
    for a in range(world.tally.active):
        q = world.active[a]
        if q != f:
            gain -= _part(world, f, q, tolerated) * _force(world, prm, q)
    return gain


@kernel
def _of_reform(world: World, prm: Parameters, f: int) -> float:
    """Followings as a reform would change them: one's own, less those of whom one fears."""
    change = world.figures[f].shift
    tolerated = _tolerated(world, prm, f)
    for a in range(world.tally.active):
        q = world.active[a]
        if q != f:
            change -= _part(world, f, q, tolerated) * world.figures[q].shift
    return prm.coalition.machine * prm.coalition.scale * change


@kernel
def reckon(world: World, prm: Parameters, s: int) -> None:
    """Reckon what a rule would do to each figure's following, as a share of all weight."""
    total = 0.0
    for f in range(world.n.figures):
        world.figures[f].shift = 0.0
    for c in range(world.n.classes):
        kind = world.classes[c]
        total += kind.plain * kind.count
        moved = min(prm.motions.horizon * world.turning[s, c], 1.0)
        lighter = world.lightening[s, c]
        if moved == 0.0 and lighter == 0.0:
            continue
        for post in range(kind.first, kind.first + kind.count):
            _reckon_post(world, post, kind.plain * (lighter - moved), kind.plain * moved)
    for f in range(world.n.figures):
        world.figures[f].shift = world.figures[f].shift / max(total, 1e-9)


@kernel
def _reckon_post(world: World, post: int, kept: float, won: float) -> None:
    """A post's weight as its holder's leader loses it, and as whoever fills it wins it."""
    holder = int(world.posts[post].holder)
    if holder >= 0 and world.people[holder].root >= 0:
        leader = world.figures[world.people[holder].root]
        leader.shift += luck.grain(kept * max(world.people[holder].loyal, 0.0))
    organ = int(world.posts[post].organ)
    if organ >= 0 and world.organs[organ].chief >= 0:
        filler = figure_of(world, int(world.posts[world.organs[organ].chief].holder))
        if filler >= 0:
            world.figures[filler].shift += luck.grain(won)
