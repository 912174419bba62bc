"""Offices: who fills one that is vacant, and who is moved out of one.

Of those able to serve, an office goes to the best standing with the committee (`summit`), less `ladder` for
each unit of rank between the office and what he has, plus `trade` if he serves in its institution. Whoever
takes an office leaves a lower one; the chief's post he keeps.

Whoever proposes appointments also opens offices that are held. One whose holder does not sit in the top
body, and is weaker than he, is opened with a chance, for each month since the last plenum, of

reshuffle * (1 - clip(loyalty + relation, -1, 1))                                                    [ours]

The parameters are those of `elections`.

Reads: people, posts, classes, figures, bodies, relations, rules
Writes: posts.holder, people.tie and patron
Draws: standing and which offices are opened (ELECTION), ties (TIE)
Facts: gensec-promotes-demotes, nomenklatura-recruitment-criteria, pact-no-double-office
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.mechanisms.nomenklatura import drop
from apparat.mechanisms.recruitment import loyalty_to, oblige
from apparat.mechanisms.steps import CONGRESS
from apparat.mechanisms.summit import standing
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.places import figure_of, leave_post, place_in_post, seat_of
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

PARTY = 0
"""Institution of the party's own posts."""
FIT = 0.5
"""Health below which nobody is given an office."""


@kernel
def fill_offices(world: World, prm: Parameters, slate_maker: int) -> None:
    """Every vacant office that is seen goes to whoever stands best for it."""
    for post in range(world.n.posts):
        if world.posts[post].office < 0:
            return
        if world.posts[post].holder < 0 and world.classes[world.posts[post].kind].visible > 0.0:
            best = _best_for(world, prm, post, slate_maker)
            if best >= 0:
                _take_office(world, post, best)


@kernel
def reshuffle(world: World, prm: Parameters, slate_maker: int) -> None:
    """Whoever proposes appointments replaces holders of offices, those far from him the sooner."""
    if slate_maker < 0:
        return
    for post in range(world.n.posts):
        if world.posts[post].office < 0:
            return
        if world.posts[post].holder >= 0 and _opens(world, prm, post, slate_maker):
            _replace(world, prm, post, slate_maker)


@kernel
def _opens(world: World, prm: Parameters, post: int, slate_maker: int) -> bool:
    """Whether an office that is held is opened at this plenum."""
    person = int(world.posts[post].holder)
    f = figure_of(world, person)
    if post == world.rules.chief or world.classes[world.posts[post].kind].visible == 0.0:
        return False
    bond = loyalty_to(world, person, world.figures[slate_maker].person)
    if f >= 0:
        if world.figures[f].seated >= 0 or world.figures[f].power >= world.figures[slate_maker].power:
            return False
        bond += world.relations[f, slate_maker]
    months = min(world.clock.month, world.bodies[codes.COMMITTEE].meets)
    chance = prm.elections.reshuffle * months * (1.0 - min(max(bond, -1.0), 1.0))
    return luck.draw(world.clock, luck.ELECTION, 0, 16 + post)[0] < chance


@kernel
def _replace(world: World, prm: Parameters, post: int, slate_maker: int) -> None:
    """Another takes the office, and owes it to who proposed him; the former holder waits, or is dropped."""
    proposer = world.figures[slate_maker].person
    former = int(world.posts[post].holder)
    best = _best_for(world, prm, post, slate_maker)
    if best < 0:
        return
    leave_post(world, post)
    _take_office(world, post, best)
    u, dropped, _, _ = luck.draw(world.clock, luck.TIE, int(world.people[best].key), 1)
    oblige(world, best, proposer, prm.nomenklatura.favour, u)
    if world.people[former].post < 0 and dropped >= prm.nomenklatura.transfer:
        drop(world, prm, former, proposer)


@kernel
def _best_for(world: World, prm: Parameters, post: int, slate_maker: int) -> int:
    """The figure who stands best for an office, its holder apart; -1 if nobody can be had."""
    best = codes.NOBODY
    best_score = -1e9
    for f in range(world.n.figures):
        if not _eligible(world, prm, post, f):
            continue
        person = int(world.figures[f].person)
        score = standing(world, prm, person, 200 + post, slate_maker) + _fit(world, prm, post, f)
        if score > best_score:
            best_score = score
            best = person
    return best


@kernel
def _eligible(world: World, prm: Parameters, post: int, f: int) -> bool:
    """Whether a figure may be given an office: able, no higher one, for the party's on the committee."""
    person = int(world.figures[f].person)
    if person < 0 or person == world.posts[post].holder or world.figures[f].capacity < FIT:
        return False
    state = world.people[person].state
    if state != codes.ACTIVE and state != codes.OUTSIDE:
        return False
    kind = world.classes[world.posts[post].kind]
    if world.figures[f].office > kind.visible + prm.elections.modest:
        return False
    if kind.institution == PARTY and seat_of(world, codes.COMMITTEE, person) < 0:
        return False
    if _ranks_as_high(world, post, person):
        return False
    return world.rules.separate == 0 or not _would_join_offices(world, post, person)


@kernel
def _ranks_as_high(world: World, post: int, person: int) -> bool:
    """Whether a person would leave an office for one that ranks no higher; the chief's post he would keep."""
    rank = world.classes[world.posts[post].kind].visible
    for other in range(world.n.posts):
        if world.posts[other].office < 0:
            break
        if other == world.rules.chief or world.posts[other].holder != person:
            continue
        if world.classes[world.posts[other].kind].visible >= rank:
            return True
    return False


@kernel
def _fit(world: World, prm: Parameters, post: int, f: int) -> float:
    """How well an office suits a figure: a step, not a leap, and in the institution that he knows."""
    own = prm.elections
    kind = world.classes[world.posts[post].kind]
    fit = -own.ladder * abs(kind.visible - world.figures[f].office)
    served = int(world.people[world.figures[f].person].post)
    if served >= 0 and world.classes[world.posts[served].kind].institution == kind.institution:
        fit += own.trade
    return float(fit)


@kernel
def _take_office(world: World, post: int, person: int) -> None:
    """Enter upon an office, and leave what ranks below it; the chief's post is kept."""
    rank = world.classes[world.posts[post].kind].visible
    for other in range(world.n.posts):
        if world.posts[other].office < 0:
            break
        lower = world.classes[world.posts[other].kind].visible < rank
        if world.posts[other].holder == person and other != world.rules.chief and lower:
            leave_post(world, other)
    place_in_post(world, post, person, 1)
    stir(world.clock, world.people[person].key * 31 + post)
    write(world, codes.E_ELECTED, -1, person, entry(CONGRESS, codes.COMMITTEE, -1, post))


@kernel
def _would_join_offices(world: World, post: int, person: int) -> bool:
    """Whether a person would hold the chief's post and the premier's at once."""
    rules = world.rules
    if rules.premier < 0 or rules.chief < 0:
        return False
    takes_premiership = post == rules.premier and world.posts[rules.chief].holder == person
    return takes_premiership or (post == rules.chief and world.posts[rules.premier].holder == person)
