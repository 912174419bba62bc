"""Elections: a prepared slate put to a real ballot, and the filling of seats and vacant offices.

The slate takes the strongest claims (`slate`); the assembly's delegates may strike names; the next claims
take their place. The committee then elects the top body and fills vacant offices between the candidates of
the two strongest leaders: an elector follows his ties, his policy and the candidate's authority.

Reads: people, posts, classes, figures, bodies
Writes: seats, posts.holder, people.tie and patron (a seat is a favour too)
Draws: electors (ELECTION), ties (TIE)
Facts: central-committee-chosen-by-congress, politburo-chosen-by-cc, delegate-selection-shapes-cc,
politburo-majority-is-power
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.assemblies import assembly_share, temper_regions
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.recruitment import oblige
from apparat.mechanisms.slate import draw_up, take_best
from apparat.mechanisms.steps import CONGRESS
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import clear_body, figure_of, place_in_post, seat, seat_of, unseat
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Elections:
    """What counts with those who elect."""

    opposed: float = parameter(
        1.0,
        "condemnations from which a name may be struck out",
        unit="condemnations",
        low=0.3,
        high=3.0,
        source="assumed",
    )
    struck: float = parameter(
        0.75, "share of the assembly that strikes it out", unit="share", low=0.5, high=0.95, source="assumed"
    )
    grateful: float = parameter(
        0.25,
        "tie made by a seat, as part of the slate-maker's favour",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    title: float = parameter(
        0.6, "weight of visible office in standing", unit="1", low=0.0, high=1.5, source="assumed"
    )
    stained: float = parameter(
        0.5, "standing lost with each condemnation", unit="1", low=0.0, high=1.5, source="assumed"
    )
    luck: float = parameter(0.25, "spread of everything else", unit="1", low=0.05, high=0.8, source="assumed")
    electors: float = parameter(
        6.0,
        "weight of the mean support of the committee's members",
        unit="1",
        low=2.0,
        high=12.0,
        source="assumed; politburo-chosen-by-cc",
    )
    friend: float = parameter(
        0.5,
        "support that a leader's followers give his friends, against himself",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    seniors: float = parameter(
        0.3,
        "weight of what top members think of a candidate, by their power",
        unit="1",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    waiting: float = parameter(
        0.5, "standing added by a candidate's seat", unit="1", low=0.0, high=1.5, source="assumed"
    )
    modest: float = parameter(
        0.2,
        "rank by which an office may lie below what a candidate has",
        unit="rank",
        low=0.0,
        high=0.6,
        source="assumed",
    )
    unknown: float = parameter(
        0.15, "authority of a new figure", unit="authority", low=0.05, high=0.4, source="assumed"
    )


PARTY = 0
"""Institution of the party's own posts."""


@kernel
def _struck_out(world: World, prm: Parameters, person: int, slate_maker: int) -> bool:
    """Whether delegates strike a name: only a condemned leader is opposed, by the slate-maker's camp."""
    f = figure_of(world, person)
    if f < 0 or slate_maker < 0 or f == slate_maker or world.figures[f].strikes < prm.elections.opposed:
        return False
    temper_regions(world, prm, codes.REMOVE_BODY, 6000 + int(world.people[person].key))
    return (
        assembly_share(world, prm, Question(slate_maker, f, codes.REMOVE_BODY, 0.0, -1))
        > prm.elections.struck
    )


@kernel
def elect_committee(world: World, prm: Parameters, slate_maker: int) -> None:
    """Elect the committee and its candidates anew, from the slate."""
    draw_up(world, prm, slate_maker)
    clear_body(world, codes.COMMITTEE)
    clear_body(world, codes.COMMITTEE_CANDIDATES)
    full = world.bodies[codes.COMMITTEE].quota
    reserve = world.bodies[codes.COMMITTEE_CANDIDATES].quota
    while world.bodies[codes.COMMITTEE].size < full:
        person = take_best(world)
        if person < 0:
            break
        if _struck_out(world, prm, person, slate_maker):
            continue
        unseat(world, codes.CONTROL, person)  # the two vote together on expulsions: one person, one vote
        seat(world, codes.COMMITTEE, person)
        stir(world.clock, world.people[person].key)
        if slate_maker >= 0:
            u = luck.draw(world.clock, luck.TIE, int(world.people[person].key), 0)[0]
            oblige(
                world,
                person,
                world.figures[slate_maker].person,
                prm.elections.grateful * prm.congress.favour,
                u,
            )
    while world.bodies[codes.COMMITTEE_CANDIDATES].size < reserve:
        person = take_best(world)
        if person < 0:
            break
        seat(world, codes.COMMITTEE_CANDIDATES, person)
    _renew_control(world)
    _raise_members(world, prm)
    _expel_from_top_who_lost_committee(world)


@kernel
def seat_officials(world: World, prm: Parameters) -> None:
    """As a run opens: seats that nobody named holds go to the strongest claims, nobody making a slate."""
    drawn_up = False
    for body in (codes.COMMITTEE, codes.COMMITTEE_CANDIDATES, codes.CONTROL):
        b = world.bodies[body]
        if b.staffed == 0 or b.size >= b.quota:
            continue
        if not drawn_up:
            draw_up(world, prm, codes.NOBODY)
            drawn_up = True
        while b.size < b.quota:
            person = take_best(world)
            if person < 0:
                return
            if world.people[person].seats == 0:
                seat(world, body, person)


@kernel
def _renew_control(world: World) -> None:
    """The control commission is filled up from the claims that are left."""
    while world.bodies[codes.CONTROL].size < world.bodies[codes.CONTROL].quota:
        person = take_best(world)
        if person < 0:
            return
        seat(world, codes.CONTROL, person)


@kernel
def _raise_members(world: World, prm: Parameters) -> None:
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
        become_figure(world, prm, best, row)


@kernel
def free_figure(world: World) -> int:
    """A free row among the figures; -1 when there is none."""
    for f in range(world.n.figures):
        if world.figures[f].person < 0:
            return f
    return codes.NOBODY


@kernel
def become_figure(world: World, prm: Parameters, person: int, row: int) -> None:
    """Give a person a figure's row: traits from the common prior, no record, no relations."""
    figure = world.figures[row]
    p = world.people[person]
    figure.person = person
    p.figure = row
    p.authority = max(p.authority, prm.elections.unknown)
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
    _poll_electors(world)
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
def _poll_electors(world: World) -> None:
    """Add up the loyalty of the committee's members to each figure whom they follow."""
    world.backing[:] = 0.0
    c = world.bodies[codes.COMMITTEE]
    for k in range(c.size):
        elector = world.people[world.seats[c.first + k].person]
        if elector.root >= 0:
            world.backing[elector.root] += luck.grain(elector.loyal)


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
            score += prm.elections.waiting
        if score > best_score:
            best_score = score
            best = person
    return best


@kernel
def _standing(world: World, prm: Parameters, person: int, address: int) -> float:
    """A candidate's standing with the committee: his own, and that of those whom its members follow."""
    p = world.people[person]
    figure = world.figures[p.figure]
    own = prm.elections
    score = p.authority + own.title * figure.office - own.stained * figure.strikes
    score += own.luck * luck.bell(luck.draw(world.clock, luck.ELECTION, int(p.key), address))
    support = 0.0
    for f in range(world.n.figures):
        if world.backing[f] == 0.0:
            continue
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
    return score + own.electors * support / max(world.bodies[codes.COMMITTEE].size, 1)


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
        if world.figures[f].office > rank + prm.elections.modest:
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
