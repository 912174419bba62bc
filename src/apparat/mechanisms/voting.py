"""Voting: one kernel for every body that votes by roll.

u_m(for) = policy * dP_m + interest * G_m + tie * T_m + authority * w_m * A + fear * v_m * dS - n_m * N
         + [open] dependence * d_m + herd * (2 s_m - 1)
P(for) = sigmoid(u - reserve), P(against) = sigmoid(-u - reserve), the rest abstain or stay away  [Kuran1991]

G_m is what m's class of posts holds against the target rather than the mover (`reform`); on a motion to
change a rule, what the change is worth to it. T_m is the camp felt through the chain of ties, A the authority
of the camps, dS how dangerous the target looks against the mover, N the norm against punishing those never
condemned (`norms`, weighed personally, n_m), d_m the side of whoever will control m's post after the vote,
s_m m's own noisy estimate of the result (fixed point). Terms differ between members: what is equal for all is
blown up by the herd into near unanimity.

Reads: people, figures (sides, pull), bodies, seats, rules, line
Writes: tempers and scratch; the roll in the journal
Draws: ballots (BALLOT), tempers (HERD), estimates of the result (ATTENDANCE)
Facts: method-outvoting, promote-or-sack-yields-loyalty, dictator-fear-shifts-votes
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from apparat.mechanisms.leanings import Question, Terms, common_terms, gain_of, private_leaning, temper_body
from apparat.world import codes, luck
from apparat.world.journal import Reasons, Voice, call
from apparat.world.kernel import kernel, lanes, registers
from apparat.world.parameters import parameter
from apparat.world.places import holder_of_chief_post
from apparat.world.state import World
from apparat.world.table import Vector

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

ROUNDS = 3
LEANING, BOUND, ERROR, CHANCE = range(4)
"""Rows of members' stances: what they lean to, whether they have a post to lose, how far they misjudge the
result, and the chance that they vote for."""


@dataclass(frozen=True, kw_only=True)
class Voting:
    """Weights of a vote, in logits."""

    policy: float = parameter(
        1.57, "weight of policy distance", unit="logits per unit", low=0.5, high=3, source="assumed"
    )
    tie: float = parameter(
        4.2,
        "weight of dependence through ties",
        unit="logits per tie",
        low=2,
        high=7,
        source="assumed; delegates-loyal-for-job",
    )
    authority: float = parameter(
        1.69,
        "weight of the camps' authority",
        unit="logits",
        low=0.5,
        high=3,
        source="assumed; lenin-personal-authority",
    )
    fear: float = parameter(
        0.59,
        "weight of who looks dangerous",
        unit="logits",
        low=0.2,
        high=1.5,
        source="assumed; dictator-fear-shifts-votes",
    )
    dependence: float = parameter(
        0.64,
        "pull of whoever will control one's post, open ballots",
        unit="logits",
        low=0.2,
        high=1.5,
        source="assumed; promote-or-sack-yields-loyalty",
    )
    herd: float = parameter(
        1.6,
        "pull of the expected majority, open ballots",
        unit="logits",
        low=0.8,
        high=2.6,
        source="assumed; [Kuran1991]",
    )
    secret_herd: float = parameter(
        0.15, "part of that pull left in a secret ballot", unit="share", low=0, high=0.5, source="assumed"
    )
    error: float = parameter(
        0.6, "spread of a member's estimate of the result", unit="logits", low=0.2, high=1.5, source="assumed"
    )
    interest: float = parameter(
        2.0,
        "weight of what a rule costs the holders of one's class of posts",
        unit="logits",
        low=0.0,
        high=6.0,
        source="assumed; reforms-displace-officials; job-security-wins-support",
    )
    mercy: float = parameter(
        1.0,
        "growth of the norm against expulsion and arrest where those defeated are spared",
        unit="share",
        low=0.0,
        high=3.0,
        source="assumed; coup-no-terror-norm",
    )
    arrest: float = parameter(
        1.6,
        "severity of an arrest (expulsion: 1.3)",
        unit="severity",
        low=1.0,
        high=3.0,
        source="assumed; lenin-no-terror-in-party",
    )
    whim: float = parameter(
        0.7, "spread of a member's own reasons", unit="logits", low=0.2, high=1.5, source="assumed"
    )
    reserve: float = parameter(
        0.12,
        "leaning below which a member abstains",
        unit="logits",
        low=0,
        high=0.5,
        source="assumed; vote/1923-10-25/joint-cc-ccc-plenum; vote/1925-12-23/xiv-congress",
    )
    norm: float = parameter(
        4.2,
        "cost of punishing the uncondemned",
        unit="logits",
        low=2,
        high=6,
        source="assumed; lenin-no-terror-in-party",
    )
    sanction: float = parameter(
        0.6,
        "part of the norm that falls where the top body is united for a punishment",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed; politburo-majority-is-power; plotters-have-cc-majority-1964",
    )
    strike: float = parameter(
        1.7,
        "fall of that cost with each earlier condemnation",
        unit="logits",
        low=0.8,
        high=3,
        source="assumed",
    )
    charge: float = parameter(
        0.39,
        "fall of that cost with each charge of factionalism, under the ban",
        unit="logits",
        low=0.1,
        high=0.8,
        source="assumed; faction-ban-penalty",
    )
    unbanned: float = parameter(
        0.45,
        "weight of condemnations when factions are not banned",
        unit="share",
        low=0.1,
        high=0.9,
        source="assumed; faction-ban-strengthens-leader",
    )
    respect: float = parameter(
        0.7,
        "spread of members' respect for authority, around its mean",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    conscience: float = parameter(
        0.6,
        "spread of members' weight of the norm, around its mean",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    camp: float = parameter(
        3.0,
        "pull of the camp that a figure has joined himself",
        unit="logits",
        low=1.0,
        high=6.0,
        source="assumed",
    )
    balance: float = parameter(
        0.3,
        "authority that counts for neither camp, as a brake",
        unit="authority",
        low=0.05,
        high=1.0,
        source="assumed",
    )
    ailing: float = parameter(
        0.6,
        "part of a figure's weight in a camp that goes with his health",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    title: float = parameter(
        0.5,
        "weight of office beside authority in looking dangerous",
        unit="ratio",
        low=0.0,
        high=1.5,
        source="assumed",
    )
    hedge: float = parameter(
        4.0,
        "how sharply dependence follows the expected winner when the chief is on trial",
        unit="1/majority",
        low=1.0,
        high=10.0,
        source="assumed",
    )
    rank: float = parameter(
        0.8, "growth of the norm with the target's rank", unit="share", low=0, high=2, source="assumed"
    )
    crowd: float = parameter(
        1.3, "pull of authority on rank-and-file members", unit="logits", low=0.5, high=2.5, source="assumed"
    )
    swing: float = parameter(
        0.35, "spread of a region's mood in one vote", unit="logits", low=0.1, high=1, source="assumed"
    )
    stages: float = parameter(
        3.9,
        "amplification by stages of indirect election",
        unit="exponent",
        low=2,
        high=5,
        source="assumed; vote/1924-01-12/moscow-workers-cells; vote/1924-01-18/xiii-conference",
    )


class Count(NamedTuple):
    """The result of a vote."""

    votes_for: int
    votes_against: int
    abstained: int
    carried: bool


class Climate(NamedTuple):
    """What surrounds a ballot: pull of the herd, pull of the chief, whether his own post is at stake."""

    herd: float
    dependence: float
    trial: bool


@kernel
def vote(world: World, prm: Parameters, body: int, q: Question) -> Count:
    """A vote by roll in a body (for `JOINT`: the committee and the control commission together)."""
    if body == codes.JOINT:
        first = _count(world, prm, codes.COMMITTEE, q, codes.JOINT)
        second = _count(world, prm, codes.CONTROL, q, codes.JOINT)
        ayes = first[0] + second[0]
        noes = first[1] + second[1]
        away = first[2] + second[2]
    else:
        ayes, noes, away = _count(world, prm, body, q, body)
    return Count(ayes, noes, away, passes(world, body, ayes, noes))


@kernel
def passes(world: World, body: int, ayes: int, noes: int) -> bool:
    """Whether the votes cast meet the body's majority."""
    b = world.bodies[body]
    if b.numerator * 2 == b.denominator:
        return ayes > noes
    return ayes * b.denominator >= (ayes + noes) * b.numerator and ayes > 0


@kernel
def _climate(world: World, prm: Parameters, rule: int, q: Question, chief_side: float) -> Climate:
    """The climate under the ballot of a body: herd and dependence both need eyes on the voter."""
    own = prm.voting
    trial = world.figures[q.target].person == holder_of_chief_post(world)
    if world.bodies[rule].secret == 1:
        return Climate(own.herd * own.secret_herd, 0.0, trial)
    return Climate(own.herd, own.dependence * chief_side, trial)


@kernel
def _lean(world: World, prm: Parameters, body: int, q: Question) -> float:
    """Fill the scratch tables with members' stances and parts of their leanings; returns the chief's side."""
    terms = common_terms(world, prm, q)
    if body == codes.TOP:
        # The top body takes its own side here; only others can look up to it.
        terms = Terms(terms.authority, terms.danger, terms.chief_side, 1.0)
    b = world.bodies[body]
    for k in range(b.size):
        seat = b.first + k
        person = world.seats[seat].person
        p = world.people[person]
        gain = gain_of(world, p.ideal, q)
        parts = private_leaning(world, prm, person, q, terms, gain, world.tempers[seat])
        row = world.scratch[k]
        row[0], row[1], row[2], row[3] = parts
        stances = world.stances
        stances[LEANING, k] = parts[0] + parts[1] + parts[2] + parts[3]
        stances[BOUND, k] = float(int(p.post >= 0))
        stances[ERROR, k] = world.tempers[seat, 4]
    return terms.chief_side


@kernel
def _expectation(world: World, prm: Parameters, body: int, climate: Climate) -> float:
    """The majority on which members' estimates settle, -1..1, after a few rounds of looking at each other."""
    size = world.bodies[body].size
    expected = 0.0
    for _ in range(ROUNDS):
        _consider(world.stances, registers(size), prm.voting.hedge, climate, expected)
        total = 0.0
        for k in range(size):
            total += world.stances[CHANCE, k]
        expected = 2.0 * total / size - 1.0
    return expected


@lanes
def _consider(stances: Vector, members: int, hedge: float, climate: Climate, expected: float) -> None:
    """The chance that each member votes for, when a majority is expected."""
    for k in range(members):
        pressure = _pressure(hedge, climate, stances[BOUND, k], expected + stances[ERROR, k])
        stances[CHANCE, k] = luck.sigmoid(stances[LEANING, k] + pressure)


@kernel
def expected_share(world: World, prm: Parameters, body: int, q: Question) -> float:
    """Share of a body for a motion, before chance (tempers are set); 0.5 for an empty body."""
    if world.bodies[body].size == 0:
        return 0.5
    chief_side = _lean(world, prm, body, q)
    return 0.5 * (1.0 + _expectation(world, prm, body, _climate(world, prm, body, q, chief_side)))


@kernel
def _count(world: World, prm: Parameters, body: int, q: Question, rule: int) -> tuple[int, int, int]:
    """Count the ballots of one body under the ballot rule of `rule`."""
    b = world.bodies[body]
    if b.size == 0:
        return 0, 0, 0
    temper_body(world, prm, body, q.motion)
    chief_side = _lean(world, prm, body, q)
    climate = _climate(world, prm, rule, q, chief_side)
    expected = _expectation(world, prm, body, climate)
    ayes = 0
    noes = 0
    for k in range(b.size):
        choice = _ballot(world, prm, k, world.seats[b.first + k].person, q, climate, expected)
        if choice == codes.FOR:
            ayes += 1
        elif choice == codes.AGAINST:
            noes += 1
    return ayes, noes, b.size - ayes - noes


@kernel
def _pressure(hedge: float, climate: Climate, bound: float, seen: float) -> float:
    """What others add: the majority as one sees it, and the side of whoever will control one's post.

    With the chief himself on trial, dependence goes to whoever is expected to hold his post.
    """
    pull = climate.dependence
    if climate.trial:
        pull = abs(pull) * min(max(hedge * seen, -1.0), 1.0)
    return climate.herd * min(max(seen, -1.0), 1.0) + bound * pull


@kernel
def _ballot(
    world: World, prm: Parameters, k: int, person: int, q: Question, climate: Climate, expected: float
) -> int:
    """One member's choice, written to the roll if one is kept."""
    reserve = prm.voting.reserve
    seen = expected + world.stances[ERROR, k]
    pressure = _pressure(prm.voting.hedge, climate, world.stances[BOUND, k], seen)
    u = world.stances[LEANING, k] + pressure
    p = world.people[person]
    address = int(world.people[world.figures[q.target].person].key) * 8 + q.motion
    draw, present, _, _ = luck.draw(world.clock, luck.BALLOT, int(p.key), address)
    chance = luck.sigmoid(u - reserve)
    choice = codes.ABSTAIN
    if p.figure >= 0 and present > world.figures[p.figure].capacity:
        choice = codes.ABSTAIN
    elif draw < chance:
        choice = codes.FOR
    elif draw > 1.0 - luck.sigmoid(-u - reserve):
        choice = codes.AGAINST
    if q.roll >= 0:
        herd = climate.herd * min(max(seen, -1.0), 1.0)
        policy, tie, authority, fear = (
            world.scratch[k, 0],
            world.scratch[k, 1],
            world.scratch[k, 2],
            world.scratch[k, 3],
        )
        reasons = Reasons(policy, tie, authority, pressure - herd, fear, herd)
        call(world, q.roll, Voice(person, choice, chance, codes.NOBODY, 0.0, 0.0), reasons)
    return choice
