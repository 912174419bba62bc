"""Elections: a prepared slate put to a real ballot, and the filling of seats and vacant offices.

The pool is everybody with a claim: members of the committee, holders of important posts, figures. The slate
takes the strongest claims; the assembly's delegates may strike names; the next claims take their place. The
committee then elects the top body and fills vacant offices between the candidates of the two strongest
leaders: an elector follows his ties, his policy and the candidate's authority.

Reads: people, posts, classes, figures, bodies
Writes: seats, posts.holder, people.tie and patron (a seat is a favour too)
Draws: claims (SLATE), electors (ELECTION)
Facts: central-committee-chosen-by-congress, politburo-chosen-by-cc, delegate-selection-shapes-cc,
politburo-majority-is-power
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.mechanisms.assemblies import assembly_share, temper_regions
from apparat.mechanisms.recruitment import loyalty_to, oblige
from apparat.mechanisms.steps import CONGRESS
from apparat.mechanisms.voting import Question
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.places import clear_body, figure_of, place_in_post, seat, seat_of, unseat
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

PARTY = 0
"""Institution of the party's own posts."""


@kernel
def claim(world: World, prm: Parameters, person: int, slate_maker: int) -> float:
    """A person's claim to a seat on the committee, in the slate-maker's eyes; below -1: none."""
    p = world.people[person]
    if p.state != codes.ACTIVE and p.state != codes.OUTSIDE:
        return -9.0
    own = prm.congress
    total = own.rank * p.authority + own.luck * luck.bell(luck.draw(world.clock, luck.SLATE, int(p.key), 0))
    if p.post >= 0:
        total += world.classes[world.posts[p.post].kind].seat
    if seat_of(world, codes.COMMITTEE, person) >= 0:
        total += own.incumbent
    elif seat_of(world, codes.COMMITTEE_CANDIDATES, person) >= 0:
        total += 0.5 * own.incumbent
    if seat_of(world, codes.TOP, person) >= 0:
        total += own.incumbent
    if p.figure >= 0:
        total -= own.condemned * world.figures[p.figure].strikes
    if slate_maker >= 0:
        total += own.favour * loyalty_to(world, person, world.figures[slate_maker].person)
        if p.figure >= 0 and p.figure != slate_maker:
            total += 0.5 * own.favour * world.relations[p.figure, slate_maker]
        elif p.figure == slate_maker:
            total += 1.0
    return total


@kernel
def _pool(world: World, prm: Parameters, slate_maker: int) -> int:
    """Write everybody's claim to the scratch tables; returns how many have one."""
    count = 0
    for post in range(world.n.posts):
        kind = world.posts[post].kind
        person = world.posts[post].holder
        if world.classes[kind].seat <= 0.0 or person < 0 or world.people[person].post != post:
            continue
        count = _enter_pool(world, prm, person, slate_maker, count)
    for f in range(world.n.figures):
        person = world.figures[f].person
        if person < 0 or (world.people[person].post >= 0 and _has_claim(world, world.people[person].post)):
            continue
        count = _enter_pool(world, prm, person, slate_maker, count)
    for body in (codes.COMMITTEE, codes.COMMITTEE_CANDIDATES):
        b = world.bodies[body]
        for k in range(b.size):
            person = world.seats[b.first + k].person
            p = world.people[person]
            if p.figure < 0 and (p.post < 0 or not _has_claim(world, p.post)):
                count = _enter_pool(world, prm, person, slate_maker, count)
    return count


@kernel
def _has_claim(world: World, post: int) -> bool:
    return world.classes[world.posts[post].kind].seat > 0.0


@kernel
def _enter_pool(world: World, prm: Parameters, person: int, slate_maker: int, count: int) -> int:
    value = claim(world, prm, person, slate_maker)
    if value < -1.0 or count >= world.n.pool:
        return count
    world.pool[count, 0] = value
    world.pool[count, 1] = person
    return count + 1


@kernel
def _take_best(world: World, count: int) -> int:
    """The pool's strongest remaining claim, ties to the lower key; -1 when none is left."""
    best = -1
    for k in range(count):
        if world.pool[k, 1] >= 0.0 and (best < 0 or _outranks(world, k, best)):
            best = k
    if best < 0:
        return codes.NOBODY
    person = int(world.pool[best, 1])
    world.pool[best, 1] = -1.0
    return person


@kernel
def _outranks(world: World, k: int, other: int) -> bool:
    """Whether a claim of the pool is stronger than another, the lower key deciding between equals."""
    gap = world.pool[k, 0] - world.pool[other, 0]
    if gap != 0.0:
        return bool(gap > 0.0)
    keys = world.people[int(world.pool[k, 1])].key, world.people[int(world.pool[other, 1])].key
    return keys[0] < keys[1]


@kernel
def _struck_out(world: World, prm: Parameters, person: int, slate_maker: int) -> bool:
    """Whether delegates strike a name: only a condemned leader is opposed, by the slate-maker's camp."""
    f = figure_of(world, person)
    if f < 0 or slate_maker < 0 or f == slate_maker or world.figures[f].strikes < 1.0:
        return False
    temper_regions(world, prm, codes.REMOVE_BODY, 6000 + int(world.people[person].key))
    return assembly_share(world, prm, Question(slate_maker, f, codes.REMOVE_BODY, 0.0, -1)) > 0.75


@kernel
def elect_committee(world: World, prm: Parameters, slate_maker: int) -> None:
    """Elect the committee and its candidates anew, from the slate."""
    count = _pool(world, prm, slate_maker)
    clear_body(world, codes.COMMITTEE)
    clear_body(world, codes.COMMITTEE_CANDIDATES)
    full = world.bodies[codes.COMMITTEE].quota
    reserve = world.bodies[codes.COMMITTEE_CANDIDATES].quota
    while world.bodies[codes.COMMITTEE].size < full:
        person = _take_best(world, count)
        if person < 0:
            break
        if _struck_out(world, prm, person, slate_maker):
            continue
        unseat(world, codes.CONTROL, person)  # the two vote together on expulsions: one person, one vote
        seat(world, codes.COMMITTEE, person)
        stir(world.clock, world.people[person].key)
        if slate_maker >= 0:
            u = luck.draw(world.clock, luck.TIE, int(world.people[person].key), 0)[0]
            oblige(world, person, world.figures[slate_maker].person, 0.25 * prm.congress.favour, u)
    while world.bodies[codes.COMMITTEE_CANDIDATES].size < reserve:
        person = _take_best(world, count)
        if person < 0:
            break
        seat(world, codes.COMMITTEE_CANDIDATES, person)
    _renew_control(world, count)
    _raise_members(world)
    _expel_from_top_who_lost_committee(world)


@kernel
def seat_officials(world: World, prm: Parameters) -> None:
    """As a run opens: seats that nobody named holds go to the strongest claims, nobody making a slate."""
    count = 0
    for body in (codes.COMMITTEE, codes.COMMITTEE_CANDIDATES, codes.CONTROL):
        b = world.bodies[body]
        if b.staffed == 0 or b.size >= b.quota:
            continue
        if count == 0:
            count = _pool(world, prm, codes.NOBODY)
        while b.size < b.quota:
            person = _take_best(world, count)
            if person < 0:
                return
            if world.people[person].seats == 0:
                seat(world, body, person)


@kernel
def _renew_control(world: World, count: int) -> None:
    """The control commission is filled up from the claims that are left."""
    while world.bodies[codes.CONTROL].size < world.bodies[codes.CONTROL].quota:
        person = _take_best(world, count)
        if person < 0:
            return
        seat(world, codes.CONTROL, person)


@kernel
def _raise_members(world: World) -> None:
    """Up to three of the ablest full members become figures, if rows are free: newcomers can rise."""
    for _ in range(3):
        best = codes.NOBODY
        b = world.bodies[codes.COMMITTEE]
        for k in range(b.size):
            person = world.seats[b.first + k].person
            if world.people[person].figure >= 0:
                continue
            if best < 0 or world.people[person].competence > world.people[best].competence:
                best = person
        row = free_figure(world)
        if best < 0 or row < 0:
            return
        become_figure(world, best, row)


@kernel
def free_figure(world: World) -> int:
    """A free row among the figures; -1 when there is none."""
    for f in range(world.n.figures):
        if world.figures[f].person < 0:
            return f
    return codes.NOBODY


@kernel
def become_figure(world: World, person: int, row: int) -> None:
    """Give a person a figure's row: traits from the common prior, no record, no relations."""
    figure = world.figures[row]
    p = world.people[person]
    figure.person = person
    p.figure = row
    p.authority = max(p.authority, 0.15)
    figure.skill = trait(world, p.key, 0)
    figure.organiser = trait(world, p.key, 1)
    figure.flexibility = trait(world, p.key, 2)
    figure.ambition = trait(world, p.key, 3)
    figure.menace = trait(world, p.key, 4)
    figure.capacity = 1.0
    figure.recovers = codes.NOBODY
    for d in range(3):
        figure.stated[d] = p.ideal[d]


@kernel
def trait(world: World, key: int, which: int) -> float:
    """One trait drawn from the common prior: normal, held within its range."""
    prior = world.priors[which]
    noise = luck.bell(luck.once(world.clock, luck.TRAITS, key, which))
    return min(max(prior.mean + prior.spread * noise, prior.low), prior.high)


@kernel
def _expel_from_top_who_lost_committee(world: World) -> None:
    """A seat in a body chosen by the committee falls with membership of it."""
    for body in (codes.TOP, codes.TOP_CANDIDATES):
        b = world.bodies[body]
        k = b.size - 1
        while k >= 0:
            person = world.seats[b.first + k].person
            if seat_of(world, codes.COMMITTEE, person) < 0:
                figure = figure_of(world, person)
                unseat(world, body, person)
                if body == codes.TOP and figure >= 0:
                    world.figures[figure].lost_top = world.clock.month
                write(world, codes.E_SEAT_LOST, -1, person, entry(CONGRESS, body))
            k -= 1


@kernel
def fill_bodies(world: World, prm: Parameters) -> None:
    """The committee fills empty seats of the top body and its candidates, and vacant offices."""
    for body in (codes.TOP, codes.TOP_CANDIDATES, codes.BUREAU, codes.SECRETARIAT):
        while world.bodies[body].size < world.bodies[body].quota:
            person = _elected_to(world, prm, body)
            if person < 0:
                break
            if body == codes.TOP:
                unseat(world, codes.TOP_CANDIDATES, person)
            seat(world, body, person)
            stir(world.clock, world.people[person].key * 16 + body)
            write(world, codes.E_ELECTED, -1, person, entry(CONGRESS, body))
    for post in range(world.n.posts):
        if world.posts[post].office < 0:
            break
        if world.posts[post].holder < 0 and world.classes[world.posts[post].kind].visible > 0.0:
            _fill_office(world, prm, post)


@kernel
def _elected_to(world: World, prm: Parameters, body: int) -> int:
    """Whom the committee sends up: figures among its members, by authority, rank and the electors' ties."""
    best = codes.NOBODY
    best_score = -1e9
    b = world.bodies[codes.COMMITTEE]
    for k in range(b.size):
        person = world.seats[b.first + k].person
        p = world.people[person]
        if p.figure < 0 or seat_of(world, body, person) >= 0:
            continue
        if body == codes.TOP_CANDIDATES and seat_of(world, codes.TOP, person) >= 0:
            continue
        score = _standing(world, prm, person, 100 + body)
        if body == codes.TOP and seat_of(world, codes.TOP_CANDIDATES, person) >= 0:
            score += 0.5
        if score > best_score:
            best_score = score
            best = person
    return best


@kernel
def _standing(world: World, prm: Parameters, person: int, address: int) -> float:
    """A candidate's standing with the committee: his own, and that of those whom its members follow."""
    p = world.people[person]
    figure = world.figures[p.figure]
    score = p.authority + 0.6 * figure.office - 0.5 * figure.strikes
    score += 0.25 * luck.bell(luck.draw(world.clock, luck.ELECTION, int(p.key), address))
    support = 0.0
    c = world.bodies[codes.COMMITTEE]
    for k in range(c.size):
        elector = world.people[world.seats[c.first + k].person]
        if elector.root < 0:
            continue
        if elector.root == p.figure:
            support += luck.grain(elector.loyal)
        elif p.root == elector.root:
            support += luck.grain(elector.loyal * p.loyal)
        else:
            support += luck.grain(elector.loyal * min(world.relations[elector.root, p.figure], 0.6) * 0.5)
    top = world.bodies[codes.TOP]
    for k in range(top.size):
        f = figure_of(world, world.seats[top.first + k].person)
        if f >= 0 and f != p.figure:
            tie = 0.0
            if p.root == f:
                tie = p.loyal
            score += luck.grain(
                (world.relations[f, p.figure] + prm.congress.junior * tie) * world.figures[f].power * 0.3
            )
    return score + 6.0 * support / max(c.size, 1)


@kernel
def _fill_office(world: World, prm: Parameters, post: int) -> None:
    """A vacant office goes to the figure with the best standing who holds no higher one."""
    best = codes.NOBODY
    best_score = -1e9
    rank = world.classes[world.posts[post].kind].visible
    for f in range(world.n.figures):
        person = world.figures[f].person
        if person < 0:
            continue
        p = world.people[person]
        if (p.state != codes.ACTIVE and p.state != codes.OUTSIDE) or world.figures[f].capacity < 0.5:
            continue
        if world.figures[f].office > rank + 0.2:
            continue
        if (
            world.classes[world.posts[post].kind].institution == PARTY
            and seat_of(world, codes.COMMITTEE, person) < 0
        ):
            continue
        if world.rules.separate == 1 and _would_join_offices(world, post, person):
            continue
        score = _standing(world, prm, person, 200 + post)
        if score > best_score:
            best_score = score
            best = person
    if best >= 0:
        place_in_post(world, post, best, 1)
        stir(world.clock, world.people[best].key * 31 + post)
        write(world, codes.E_ELECTED, -1, best, entry(CONGRESS, codes.COMMITTEE, -1, post))


@kernel
def _would_join_offices(world: World, post: int, person: int) -> bool:
    """Whether a person would hold the chief's post and the premier's at once."""
    rules = world.rules
    if rules.premier < 0 or rules.chief < 0:
        return False
    takes_premiership = post == rules.premier and world.posts[rules.chief].holder == person
    return takes_premiership or (post == rules.chief and world.posts[rules.premier].holder == person)
