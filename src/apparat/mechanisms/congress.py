"""Congress: the assembly that closes the circular flow of power.

Regions send delegates (see `voting`: lists, deference, stages). The congress hears the cases carried to it,
then elects the committee in a ballot on a prepared slate, which may be enlarged; names can be struck out:

entitlement_i = seat(post) + rank * authority_i + favour * side of the slate-maker - condemned
struck if the assembly's share for i falls below one half                                          [ours]

The new committee elects the top body anew, and fills personnel bodies and vacant offices; a plenum opens
and fills offices, fills seats, and now and then elects the top body anew too (`summit`, `offices`). The chief
appoints secretaries, who send delegates, who elect the committee, which elects the chief: the circular flow
of power [Daniels1966].

Reads: sessions, appeals, regions, posts, figures, rules
Writes: seats of every party body, posts of vacant offices, appeals
Draws: slate (SLATE), ballots (BALLOT), mood (REGION)
Facts: selection-chain-congress-cc-politburo, central-committee-chosen-by-congress,
delegate-selection-shapes-cc, politburo-chosen-by-cc, congress-packed-with-supporters,
central-committee-size, duumvirate-majority-via-juniors
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.assemblies import assembly_vote
from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.contests import note, roll_of
from apparat.mechanisms.discipline import lose_seat, punish, settle
from apparat.mechanisms.elections import elect_committee
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.motions import hear_rule
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.offices import fill_offices, reshuffle
from apparat.mechanisms.steps import CONGRESS, VOTING
from apparat.mechanisms.summit import elect_anew, fill_seats, poll_electors, reopens, slate_maker_of
from apparat.mechanisms.voting import Count
from apparat.world import codes
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import figure_of, holder_of_chief_post
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Congress:
    """Slates and elections."""

    rank: float = parameter(
        0.8, "weight of authority in a claim to a seat", unit="1", low=0.2, high=2.0, source="assumed"
    )
    favour: float = parameter(
        0.6,
        "weight of the slate-maker's side",
        unit="1",
        low=0.0,
        high=1.5,
        source="assumed; delegate-selection-shapes-cc",
    )
    incumbent: float = parameter(
        0.9,
        "weight of sitting already",
        unit="1",
        low=0.2,
        high=2.0,
        source="assumed: nine in ten full members of the committees elected in 1917-23 kept their seats",
    )
    luck: float = parameter(0.25, "spread of everything else", unit="1", low=0.05, high=0.8, source="assumed")
    condemned: float = parameter(
        0.45, "loss of claim for each remembered condemnation", unit="1", low=0.0, high=1.0, source="assumed"
    )
    custom: float = parameter(
        0.25,
        "part of the norm against taking a post that counts in a case",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    defeat: float = parameter(
        0.6,
        "condemnation of a minority that loses before a congress",
        unit="condemnations",
        low=0.0,
        high=1.5,
        source="assumed",
    )
    patience: float = parameter(
        2.0,
        "condemnations from which a thin minority costs the seat",
        unit="condemnations",
        low=0.5,
        high=5.0,
        source="assumed",
    )
    thin: float = parameter(
        0.25,
        "share of votes below which a minority is thin",
        unit="share",
        low=0.05,
        high=0.5,
        source="assumed",
    )
    junior: float = parameter(
        0.35,
        "weight of an elector's tie to a candidate's patron",
        unit="1",
        low=0.0,
        high=1.0,
        source="assumed; duumvirate-majority-via-juniors",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Hold the assembly that is due; fill the top body and vacant offices when the committee meets."""
    month = world.clock.month
    for s in range(world.n.sessions):
        session = world.sessions[s]
        if session.month == month and session.held == 0:
            session.held = 1
            _meet(world, prm, s)
    if month % max(world.bodies[codes.COMMITTEE].meets, 1) == 0:
        _plenum(world, prm)


@kernel
def _plenum(world: World, prm: Parameters) -> None:
    """The committee's routine: offices opened and filled, now and then the top body anew, empty seats."""
    slate_maker = slate_maker_of(world)
    if reopens(world, prm):
        elect_anew(world, prm, slate_maker)
    poll_electors(world)
    reshuffle(world, prm, slate_maker)
    fill_bodies(world, prm, slate_maker)


@kernel
def fill_bodies(world: World, prm: Parameters, slate_maker: int) -> None:
    """The committee fills empty seats of the top body and its candidates, and vacant offices."""
    poll_electors(world)
    fill_seats(world, prm, slate_maker)
    fill_offices(world, prm, slate_maker)


@kernel
def _meet(world: World, prm: Parameters, s: int) -> None:
    """One assembly: cases, then (a congress only) the election of the committee."""
    session = world.sessions[s]
    chief = holder_of_chief_post(world)
    write(
        world, codes.E_SESSION, chief, -1, entry(CONGRESS, session.body, -1, -1, 0, 0, 0, 0, session.number)
    )
    slate_maker = -1
    if world.rules.slate_on == 1:
        slate_maker = figure_of(world, chief)
    for a in range(world.n.appeals):
        if world.appeals[a].since >= 0 and world.appeals[a].statute >= 0:
            _hear_motion(world, prm, s, a)
        elif world.appeals[a].since >= 0:
            slate_maker = _hear_case(world, prm, s, a, slate_maker)
    if session.body == codes.CONGRESS and session.committee > 0:
        world.bodies[codes.COMMITTEE].quota = min(session.committee, world.bodies[codes.COMMITTEE].capacity)
        world.bodies[codes.COMMITTEE_CANDIDATES].quota = min(
            session.candidates, world.bodies[codes.COMMITTEE_CANDIDATES].capacity
        )
        world.bodies[codes.CONTROL].quota = min(session.control, world.bodies[codes.CONTROL].capacity)
        elect_committee(world, prm, slate_maker)
        elect_anew(world, prm, slate_maker)
        fill_bodies(world, prm, slate_maker)
    stir(world.clock, session.number)


@kernel
def _hear_motion(world: World, prm: Parameters, s: int, a: int) -> None:
    """A motion to change a rule, if this assembly has the decision; a conference leaves the others."""
    appeal = world.appeals[a]
    session = world.sessions[s]
    if world.statutes[appeal.statute].decides == codes.CONGRESS and session.body != codes.CONGRESS:
        return
    appeal.since = codes.NOBODY
    if _can_speak(world, appeal.mover) and _can_speak(world, appeal.target):
        hear_rule(world, prm, a, session.delegates)


@kernel
def _hear_case(world: World, prm: Parameters, s: int, a: int, slate_maker: int) -> int:
    """A minority's case against the majority. Who wins it makes the slate. Returns the slate-maker."""
    appeal = world.appeals[a]
    mover, target = appeal.mover, appeal.target
    appeal.since = codes.NOBODY
    if not _can_speak(world, mover) or not _can_speak(world, target):
        return slate_maker
    session = world.sessions[s]
    take_sides(world, prm, mover, target, codes.POLICY, 0.0)
    place = write(
        world,
        codes.E_VOTE,
        world.figures[mover].person,
        world.figures[target].person,
        entry(VOTING, session.body, codes.POLICY),
    )
    norm = prm.congress.custom * norm_of(world, prm, target, codes.REMOVE_POST)
    question = Question(mover, target, codes.POLICY, norm, roll_of(world, place))
    count = assembly_vote(world, prm, session.delegates, question)
    note(world, place, count)
    settle(world, prm, mover, target, codes.POLICY, count, 1.0)
    if count.carried:
        punish(world, prm, target, codes.CONDEMN, mover)
        return mover
    _defeat(world, prm, session.body, mover, target, count)
    return slate_maker


@kernel
def _can_speak(world: World, f: int) -> bool:
    figure = world.figures[f]
    return figure.person >= 0 and figure.active == 1 and figure.capacity > 0.3


@kernel
def _defeat(world: World, prm: Parameters, body: int, mover: int, target: int, count: Count) -> None:
    """A minority that lost before a congress is condemned; a thin one with a record loses its top seat."""
    figure = world.figures[mover]
    figure.strikes += prm.congress.defeat
    write(world, codes.E_CONDEMNED, world.figures[target].person, figure.person, entry(CONGRESS, body))
    cast = max(count.votes_for + count.votes_against, 1)
    if (
        body == codes.CONGRESS
        and figure.strikes > prm.congress.patience
        and count.votes_for < prm.congress.thin * cast
    ):
        lose_seat(world, mover, target)
