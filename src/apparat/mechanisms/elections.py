"""Elections: a prepared slate for the committee, put to a real ballot.

The slate takes the strongest claims (`slate`); the assembly's delegates may strike names; the next claims
take their place. What the committee then elects, the top body and the offices, stands in `summit`, which
takes its parameters from here.

Reads: people, posts, classes, figures, bodies
Writes: seats, people.tie and patron (a seat is a favour too)
Draws: ties (TIE), traits of newcomers (TRAITS)
Facts: central-committee-chosen-by-congress, delegate-selection-shapes-cc
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
from apparat.world.places import clear_body, figure_of, seat, seat_of, unseat
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
    sitting: float = parameter(
        0.9,
        "standing that a seat in the top body lends who holds it, times the norm that protects him",
        unit="1",
        low=0.1,
        high=1.5,
        source="politburo-chosen-by-cc; assumed: compare 5 of 92 full members of the Politburo not elected "
        "again by the congresses of 1920-22, 1930-39 and 1966-81, years outside the struggles",
    )
    reopened: float = parameter(
        0.04,
        "chance that a plenum has the make-up of the top body before it, for each month since the last",
        unit="1/month",
        low=0.0,
        high=0.2,
        source="assumed: compare 7 full members of the Politburo retired or dropped between congresses in "
        "1964-85, some 260 years of membership",
    )
    reshuffle: float = parameter(
        0.006,
        "rate at which a holder of an office, on no terms with who proposes appointments, is replaced",
        unit="1/month",
        low=0.001,
        high=0.013,
        source="assumed: compare 26 offices left alive in 173 years of tenure outside 1922-29 and 1953-64, "
        "half of them after a change elsewhere",
    )
    ladder: float = parameter(
        0.8,
        "standing lost for each unit of rank between an office and what a candidate has",
        unit="1/rank",
        low=0.0,
        high=2.0,
        source="assumed; nomenklatura-recruitment-criteria",
    )
    trade: float = parameter(
        0.3,
        "standing added by service in the institution to which an office belongs",
        unit="1",
        low=0.0,
        high=1.0,
        source="assumed; nomenklatura-recruitment-criteria",
    )
    unknown: float = parameter(
        0.15, "authority of a new figure", unit="authority", low=0.05, high=0.4, source="assumed"
    )


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
