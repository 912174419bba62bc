"""Summit: the committee elects the top body, its candidates and the personnel bodies.

Empty seats go to the best standing. After a congress, and now and then at a plenum, the make-up of the top
body itself is before the committee: whoever outside stands highest takes the seat of the member who stands
lowest, until nobody stands higher. To sit adds `sitting` times the norm that protects a member from removal
(`norms`, in units of its weight). Whoever makes the slate of the committee makes this one too, and keeps his
own seat; who drops a client of his own frightens the others, as elsewhere.

standing = authority + title * office - stained * strikes + luck * N + electors * mean support
         + seniors * sum over top members of power * (relation + junior * tie) + slate-maker's favour   [ours]

The parameters are those of `elections`.

Reads: people, figures, bodies, relations, rules
Writes: seats; figures.lost_top, insecurity; relations
Draws: standing (ELECTION), whether a plenum reopens the question (ELECTION)
Facts: politburo-chosen-by-cc, politburo-majority-is-power, duumvirate-majority-via-juniors,
khrushchev-replaces-stalinists
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.mechanisms.coalition import relate
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.slate import favoured
from apparat.mechanisms.steps import CONGRESS
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.places import figure_of, holder_of_chief_post, seat, seat_of, unseat
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

NOBODY_CAN = 0.3
"""Health below which a chief proposes nobody."""
LOWEST = -1e9
STANDING, SITS = 0, 1
"""Columns of the scratch table of figures: how each stands, and whether he sits in the body at issue."""


@kernel
def slate_maker_of(world: World) -> int:
    """Who proposes appointments: the figure in the chief's post, if that gives the slate; else -1."""
    chief = figure_of(world, holder_of_chief_post(world))
    if chief < 0 or world.rules.slate_on == 0 or world.figures[chief].capacity < NOBODY_CAN:
        return codes.NOBODY
    return chief


@kernel
def poll_electors(world: World) -> None:
    """Add up the loyalty of the committee's members to each figure whom they follow."""
    world.backing[:] = 0.0
    c = world.bodies[codes.COMMITTEE]
    for k in range(c.size):
        elector = world.people[world.seats[c.first + k].person]
        if elector.root >= 0:
            world.backing[elector.root] += luck.grain(elector.loyal)
    world.tally.backers = 0
    for f in range(world.n.figures):
        if world.backing[f] != 0.0:
            world.backers[world.tally.backers] = f
            world.tally.backers += 1


@kernel
def reopens(world: World, prm: Parameters) -> bool:
    """Whether this plenum has the make-up of the top body before it."""
    u = luck.draw(world.clock, luck.ELECTION, 0, 1)[0]
    months = min(world.clock.month, world.bodies[codes.COMMITTEE].meets)
    return u < prm.elections.reopened * months


@kernel
def elect_anew(world: World, prm: Parameters, slate_maker: int) -> None:
    """The make-up of the top body and of its candidates is put to the committee."""
    poll_electors(world)
    for body in (codes.TOP, codes.TOP_CANDIDATES):
        _weigh(world, prm, body, slate_maker)
        while _exchange(world, prm, body, slate_maker):
            pass


@kernel
def _weigh(world: World, prm: Parameters, body: int, slate_maker: int) -> None:
    """Set the standing of everybody who sits in a body, or may be elected to it."""
    for f in range(world.n.figures):
        world.scratch[f, STANDING] = LOWEST
        world.scratch[f, SITS] = 0.0
    b = world.bodies[body]
    for k in range(b.size):
        person = world.seats[b.first + k].person
        f = figure_of(world, person)
        if f >= 0:
            own = standing(world, prm, person, 100 + body, slate_maker)
            world.scratch[f, STANDING] = own + _hold(world, prm, f)
            world.scratch[f, SITS] = 1.0
    c = world.bodies[codes.COMMITTEE]
    for k in range(c.size):
        person = world.seats[c.first + k].person
        f = figure_of(world, person)
        if f >= 0 and _may_rise(world, body, person):
            world.scratch[f, STANDING] = _claim_on(world, prm, body, person, slate_maker)


@kernel
def _hold(world: World, prm: Parameters, f: int) -> float:
    """What sitting adds: the more, the stronger the norm that protects a member from being removed."""
    norm = norm_of(world, prm, f, codes.REMOVE_BODY) / prm.voting.norm
    return float(prm.elections.sitting * max(norm, 0.0))


@kernel
def _exchange(world: World, prm: Parameters, body: int, slate_maker: int) -> bool:
    """The strongest outside takes the seat of the weakest inside, if the distance is enough."""
    weakest = codes.NOBODY
    strongest = codes.NOBODY
    for f in range(world.n.figures):
        value = world.scratch[f, STANDING]
        if value == LOWEST:
            continue
        if world.scratch[f, SITS] > 0.0:
            if f != slate_maker and (weakest < 0 or value < world.scratch[weakest, STANDING]):
                weakest = f
        elif strongest < 0 or value > world.scratch[strongest, STANDING]:
            strongest = f
    if weakest < 0 or strongest < 0:
        return False
    if world.scratch[strongest, STANDING] <= world.scratch[weakest, STANDING]:
        return False
    world.scratch[weakest, STANDING] = LOWEST
    world.scratch[strongest, SITS] = 1.0
    _frighten(world, prm, body, weakest, slate_maker)
    _lose(world, body, weakest, slate_maker)
    _take(world, body, int(world.figures[strongest].person))
    return True


@kernel
def _frighten(world: World, prm: Parameters, body: int, f: int, slate_maker: int) -> None:
    """Who drops a member makes an enemy; who drops one of his own makes the others feel less safe."""
    if slate_maker < 0:
        return
    relate(world, f, slate_maker, -prm.discipline.grudge)
    p = world.people[world.figures[f].person]
    if p.root == slate_maker and p.tie > 0.0:
        world.figures[slate_maker].insecurity += prm.nomenklatura.fright / world.bodies[body].quota


@kernel
def _lose(world: World, body: int, f: int, slate_maker: int) -> None:
    """A member is not elected again."""
    figure = world.figures[f]
    unseat(world, body, figure.person)
    if body == codes.TOP:
        figure.lost_top = world.clock.month
    actor = codes.NOBODY
    if slate_maker >= 0:
        actor = world.figures[slate_maker].person
    write(world, codes.E_SEAT_LOST, actor, figure.person, entry(CONGRESS, body))


@kernel
def _take(world: World, body: int, person: int) -> None:
    if body == codes.TOP:
        unseat(world, codes.TOP_CANDIDATES, person)
    seat(world, body, person)
    stir(world.clock, world.people[person].key * 16 + body)
    write(world, codes.E_ELECTED, -1, person, entry(CONGRESS, body))


@kernel
def fill_seats(world: World, prm: Parameters, slate_maker: int) -> None:
    """The committee fills empty seats of the top body, its candidates and the personnel bodies."""
    for body in (codes.TOP, codes.TOP_CANDIDATES, codes.BUREAU, codes.SECRETARIAT):
        while world.bodies[body].size < world.bodies[body].quota:
            person = _elected_to(world, prm, body, slate_maker)
            if person < 0:
                break
            _take(world, body, person)


@kernel
def _elected_to(world: World, prm: Parameters, body: int, slate_maker: int) -> int:
    """Whom the committee sends up: the figure of best standing among its members; -1 for nobody."""
    best = codes.NOBODY
    best_score = LOWEST
    b = world.bodies[codes.COMMITTEE]
    for k in range(b.size):
        person = world.seats[b.first + k].person
        if world.people[person].figure < 0 or not _may_rise(world, body, person):
            continue
        score = _claim_on(world, prm, body, person, slate_maker)
        if score > best_score:
            best_score = score
            best = person
    return best


@kernel
def _may_rise(world: World, body: int, person: int) -> bool:
    """Whether a member of the committee may be elected to a body: he sits neither there nor above."""
    if seat_of(world, body, person) >= 0:
        return False
    return body != codes.TOP_CANDIDATES or seat_of(world, codes.TOP, person) < 0


@kernel
def _claim_on(world: World, prm: Parameters, body: int, person: int, slate_maker: int) -> float:
    """Standing with those who elect to a body; who waits as a candidate stands higher for the top body."""
    score = standing(world, prm, person, 100 + body, slate_maker)
    if body == codes.TOP and seat_of(world, codes.TOP_CANDIDATES, person) >= 0:
        score += prm.elections.waiting
    return score


@kernel
def standing(world: World, prm: Parameters, person: int, address: int, slate_maker: int) -> float:
    """A candidate's standing with the committee: his own, that of those whom its members follow, favour."""
    p = world.people[person]
    figure = world.figures[p.figure]
    own = prm.elections
    score = p.authority + own.title * figure.office - own.stained * figure.strikes
    score += own.luck * luck.bell(luck.draw(world.clock, luck.ELECTION, int(p.key), address))
    support = 0.0
    for k in range(world.tally.backers):
        f = world.backers[k]
        share = own.friend * min(world.relations[f, p.figure], 0.6)
        if f == p.figure:
            share = 1.0
        elif f == p.root:
            share = p.loyal
        support += luck.grain(world.backing[f] * share)
    top = world.bodies[codes.TOP]
    for k in range(top.size):
        f = figure_of(world, world.seats[top.first + k].person)
        if f >= 0 and f != p.figure:
            tie = 0.0
            if p.root == f:
                tie = p.loyal
            score += luck.grain(
                (world.relations[f, p.figure] + prm.congress.junior * tie)
                * world.figures[f].power
                * own.seniors
            )
    score += favoured(world, prm, person, slate_maker)
    return float(score + own.electors * support / max(world.bodies[codes.COMMITTEE].size, 1))
