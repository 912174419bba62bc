"""Contests: a motion runs its course through the bodies, and the loser may carry it further.

The agenda-setter can keep off a motion hostile to him while he has the top body. A removal or an expulsion
needs the committee; the loser in the top body may appeal to it if he hopes for enough support there:

expected support + hope * machine > appeal + timid * (1 - ambition)                                     [ours]

The committee hears him when it is in session, or, where its members may demand a plenum, when a share
`demand` of them stands with him. There a mover who can count asks first how the committee would vote, and
waits for better days while it would not be for him. Where a rule says so, it also has to confirm the loss of
the chief's post.

Whoever lost for good may carry his case to the next congress. The parameters are those of `agenda`.

Reads: figures, bodies, rules
Writes: through voting, discipline: seats, posts, authority; appeals; the vote's event
Draws: keeping off, carrying on (MOVE); whether the mover counts (OPPORTUNITY), and his error (ESTIMATE)
Facts: gensec-drafts-agenda, party-secretary-limit-politburo-vote, method-outvoting
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.discipline import punish, settle
from apparat.mechanisms.leanings import Question, temper_body
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.steps import AGENDA, VOTING
from apparat.mechanisms.voting import Count, expected_share, vote
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import figure_of, holder_of_chief_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Contests:
    """What lets a loser hope, and speak."""

    health: float = parameter(
        0.4,
        "health below which nobody keeps off a motion or appeals",
        unit="capacity",
        low=0.1,
        high=0.8,
        source="assumed",
    )
    hope: float = parameter(
        0.5,
        "hope that a full machine gives in the wider body",
        unit="share",
        low=0.0,
        high=1.5,
        source="assumed",
    )
    timid: float = parameter(
        0.2,
        "support that a loser without ambition wants beside",
        unit="share",
        low=0.0,
        high=0.6,
        source="assumed",
    )
    count: float = parameter(
        0.8,
        "chance that a mover of full skill counts the committee, where it can be convened, before he moves",
        unit="probability",
        low=0.0,
        high=1.0,
        source="assumed; plotters-have-cc-majority-1964; khrushchev-appeals-to-cc",
    )
    carry: float = parameter(
        0.7,
        "chance that a strong, ambitious loser carries his case to the congress",
        unit="probability",
        low=0.0,
        high=1.0,
        source="assumed",
    )


@kernel
def contest(world: World, prm: Parameters, mover: int, target: int, motion: int, expected: float) -> None:
    """A motion runs its course: top body, committee, and the right of appeal."""
    norm = norm_of(world, prm, target, motion)
    take_sides(world, prm, mover, target, motion, norm)
    question = Question(mover, target, motion, norm, -1)
    if _waits(world, prm, question):
        return
    begin(world, mover)
    if kept_off(world, prm, mover, target):
        return
    first = put(world, prm, codes.TOP, mover, target, motion, norm)
    needs_committee = (
        motion == codes.REMOVE_BODY or motion == codes.EXPEL or _confirmed(world, target, motion)
    )
    loser = target
    if not first.carried:
        loser = mover
    appeals = _hopes(world, prm, loser, expected, first.carried) and meets_on(world, prm, loser, question)
    if not needs_committee and not appeals:
        _close(world, prm, mover, target, motion, first, prm.discipline.lesser)
        return
    if needs_committee and not first.carried and not appeals:
        _close(world, prm, mover, target, motion, first, prm.discipline.lesser)
        return
    body = codes.COMMITTEE
    if motion == codes.EXPEL:
        body = codes.JOINT
    if appeals:
        write(world, codes.E_APPEAL, world.figures[loser].person, -1, entry(AGENDA, body, motion))
    second = put(world, prm, body, mover, target, motion, norm)
    _close(world, prm, mover, target, motion, second, 1.0)


@kernel
def _waits(world: World, prm: Parameters, q: Question) -> bool:
    """Whether a mover counts the committee that his target could convene, and finds half of it missing."""
    if world.rules.plenum == 0 or q.motion == codes.CONDEMN:
        return False
    mover = world.figures[q.mover]
    key = int(world.people[mover.person].key)
    if luck.draw(world.clock, luck.OPPORTUNITY, key, 1)[0] >= prm.contests.count * mover.skill:
        return False
    temper_body(world, prm, codes.COMMITTEE, q.motion)
    noise = luck.bell(luck.draw(world.clock, luck.ESTIMATE, key, 100 + q.motion))
    error = prm.plans.error * (1.0 - mover.skill) * noise
    return bool(expected_share(world, prm, codes.COMMITTEE, q) + error <= 0.5)


@kernel
def _confirmed(world: World, target: int, motion: int) -> bool:
    """Whether a removal would take the chief's post, where only the committee can."""
    if motion != codes.REMOVE_POST or world.rules.confirms == 0:
        return False
    return world.figures[target].person == holder_of_chief_post(world)


@kernel
def begin(world: World, mover: int) -> None:
    """A leader has used his turn, and the month its one contest."""
    world.figures[mover].last_move = world.clock.month
    world.tally.last_contest = world.clock.month


@kernel
def meets_on(world: World, prm: Parameters, loser: int, q: Question) -> bool:
    """Whether the committee can hear a loser now: it is in session, or its members demand a plenum."""
    if world.clock.month % max(world.bodies[codes.COMMITTEE].meets, 1) == 0:
        return True
    if world.rules.plenum == 0:
        return False
    temper_body(world, prm, codes.COMMITTEE, q.motion)
    share = expected_share(world, prm, codes.COMMITTEE, q)
    if loser == q.target:
        share = 1.0 - share
    return share >= prm.agenda.demand


@kernel
def put(world: World, prm: Parameters, body: int, mover: int, target: int, motion: int, norm: float) -> Count:
    """Put a motion to a body and record the vote; with a full journal the roll is kept."""
    value = 0.0
    if motion == codes.RULE_CHANGE:
        value = float(world.rules.at_issue)
    place = write(
        world,
        codes.E_VOTE,
        world.figures[mover].person,
        world.figures[target].person,
        entry(VOTING, body, motion, -1, 0, 0, 0, 0, value),
    )
    count = vote(world, prm, body, Question(mover, target, motion, norm, roll_of(world, place)))
    note(world, place, count)
    return count


@kernel
def roll_of(world: World, place: int) -> int:
    """The event to whose roll ballots are written: the vote's own, with a full journal; else none."""
    if world.clock.journal == codes.J_FULL:
        return place
    return codes.NOBODY


@kernel
def note(world: World, place: int, count: Count) -> None:
    """Add the result to a vote's event."""
    if place >= 0:
        event = world.events[place]
        event.votes_for = count.votes_for
        event.votes_against = count.votes_against
        event.abstained = count.abstained
        event.carried = int(count.carried)


@kernel
def kept_off(world: World, prm: Parameters, mover: int, target: int) -> bool:
    """Whoever sets the agenda can keep off a motion of the other camp, unless the top body insists."""
    chief = figure_of(world, holder_of_chief_post(world))
    if chief < 0 or world.rules.agenda_on == 0 or world.figures[chief].side >= 0:
        return False
    if world.figures[chief].capacity < prm.contests.health or mover == chief:
        return False
    ayes = 0
    b = world.bodies[codes.TOP]
    for k in range(b.size):
        figure = figure_of(world, world.seats[b.first + k].person)
        if figure >= 0 and world.figures[figure].side > 0:
            ayes += 1
    if ayes * 2 > b.size:
        return False
    u = luck.draw(world.clock, luck.MOVE, int(world.people[world.figures[chief].person].key), 77)[0]
    return u < prm.agenda.keep_off * world.figures[chief].skill


@kernel
def _hopes(world: World, prm: Parameters, loser: int, expected: float, carried: bool) -> bool:
    """Whether the loser expects enough support in the wider body to appeal to it."""
    if world.rules.appeals == 0 or world.figures[loser].capacity < prm.contests.health:
        return False
    mine = expected
    if carried:
        mine = 1.0 - expected
    machine = world.figures[loser].following * prm.coalition.scale
    return mine + prm.contests.hope * machine > prm.agenda.appeal + prm.contests.timid * (
        1.0 - world.figures[loser].ambition
    )


@kernel
def _close(
    world: World, prm: Parameters, mover: int, target: int, motion: int, count: Count, weight: float
) -> None:
    """Consequences of a final vote, and the loser's right to carry his case to the next congress."""
    settle(world, prm, mover, target, motion, count, weight)
    loser, winner = mover, target
    if count.carried:
        punish(world, prm, target, motion, mover)
        loser, winner = target, mover
    strong = world.figures[loser].power >= prm.coalition.notice
    if world.rules.appeals == 1 and strong and world.figures[loser].expelled < 0:
        u = luck.draw(world.clock, luck.MOVE, int(world.people[world.figures[loser].person].key), 88)[0]
        if u < prm.contests.carry * world.figures[loser].ambition * world.figures[loser].capacity:
            carry_to_congress(world, loser, winner, motion, codes.NOBODY)


@kernel
def carry_to_congress(world: World, mover: int, target: int, motion: int, rule: int) -> None:
    """Enter a case for the next assembly; one platform for each leader and one rule, his latest."""
    free = -1
    for a in range(world.n.appeals):
        appeal = world.appeals[a]
        if appeal.since < 0 and free < 0:
            free = a
        if appeal.since >= 0 and appeal.mover == mover and (appeal.statute >= 0) == (rule >= 0):
            free = a
            break
    if free < 0:
        return
    appeal = world.appeals[free]
    appeal.mover = mover
    appeal.target = target
    appeal.motion = motion
    appeal.statute = rule
    appeal.since = world.clock.month
