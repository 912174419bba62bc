"""Voting: one kernel for every body that votes by roll, and its counterpart for assemblies of delegates.

u_m(for) = policy * dP_m + tie * T_m + authority * w_m * A + fear * v_m * dS - n_m * N
         + [open] dependence * d_m + herd * (2 s_m - 1)
P(for) = sigmoid(u - reserve), P(against) = sigmoid(-u - reserve), the rest abstain or stay away  [Kuran1991]

T_m is the camp felt through the chain of ties, A the authority of the camps, dS how dangerous the target
looks against the mover, N the norm against punishing the uncondemned (weighed personally, n_m), d_m the
side of whoever will control m's post after the vote, s_m m's own noisy estimate of the result (fixed point).
Terms differ between members: what is equal for all is blown up by the herd into near unanimity.

Assemblies: region share P_r = d b_r + (1 - d) g_r of secretary and members, passed through stages of
indirect election, s^g / (s^g + (1-s)^g); a share L of delegates comes from the approved list.      [ours]

Reads: people, figures (sides, pull), bodies, seats, regions, rules, line
Writes: nothing but the journal and the last count
Draws: ballots (BALLOT), tempers (HERD), members' mood (REGION)
Facts: method-outvoting, promote-or-sack-yields-loyalty, delegates-loyal-for-job, local-secretaries-direct-votes,
lower-level-votes-rigged, approved-list-share-1923, approved-list-share-grows, dictator-fear-shifts-votes
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import distance, figure_of, holder_of_chief_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

ROUNDS = 3


@dataclass(frozen=True, kw_only=True)
class Voting:
    """Weights of a vote, in logits."""

    policy: float = parameter(1.57, "weight of policy distance", unit="logits per unit", low=0.5, high=3, source="assumed")
    tie: float = parameter(4.2, "weight of dependence through ties", unit="logits per tie", low=2, high=7, source="assumed; delegates-loyal-for-job")
    authority: float = parameter(1.69, "weight of the camps' authority", unit="logits", low=0.5, high=3, source="assumed; lenin-personal-authority")
    fear: float = parameter(0.59, "weight of who looks dangerous", unit="logits", low=0.2, high=1.5, source="assumed; dictator-fear-shifts-votes")
    dependence: float = parameter(0.64, "pull of whoever will control one's post, open ballots", unit="logits", low=0.2, high=1.5, source="assumed; promote-or-sack-yields-loyalty")
    herd: float = parameter(1.6, "pull of the expected majority, open ballots", unit="logits", low=0.8, high=2.6, source="assumed; [Kuran1991]")
    secret_herd: float = parameter(0.15, "part of that pull left in a secret ballot", unit="share", low=0, high=0.5, source="assumed")
    error: float = parameter(0.6, "spread of a member's estimate of the result", unit="logits", low=0.2, high=1.5, source="assumed")
    whim: float = parameter(0.7, "spread of a member's own reasons", unit="logits", low=0.2, high=1.5, source="assumed")
    reserve: float = parameter(0.12, "leaning below which a member abstains", unit="logits", low=0, high=0.5, source="assumed; vote/1923-10-25: 10 of 114 abstained, vote/1925-12-23: 41 of 665")
    norm: float = parameter(4.2, "cost of punishing the uncondemned", unit="logits", low=2, high=6, source="assumed; lenin-no-terror-in-party")
    strike: float = parameter(1.7, "fall of that cost with each earlier condemnation", unit="logits", low=0.8, high=3, source="assumed")
    charge: float = parameter(0.39, "fall of that cost with each charge of factionalism, under the ban", unit="logits", low=0.1, high=0.8, source="assumed; faction-ban-penalty")
    unbanned: float = parameter(0.45, "weight of condemnations when factions are not banned", unit="share", low=0.1, high=0.9, source="assumed; faction-ban-strengthens-leader")
    rank: float = parameter(0.8, "growth of the norm with the target's rank", unit="share", low=0, high=2, source="assumed")
    crowd: float = parameter(1.3, "pull of authority on rank-and-file members", unit="logits", low=0.5, high=2.5, source="assumed")
    swing: float = parameter(0.35, "spread of a region's mood in one vote", unit="logits", low=0.1, high=1, source="assumed")
    stages: float = parameter(3.9, "amplification by stages of indirect election", unit="exponent", low=2, high=5, source="assumed; vote/1924-01-12 against vote/1924-01-18: a quarter of the cells, a fortieth of the delegates")


class Count(NamedTuple):
    """The result of a vote."""

    votes_for: int
    votes_against: int
    abstained: int
    carried: bool


class Question(NamedTuple):
    """A motion as it is put: figures by row; sides must have been taken."""

    mover: int
    target: int
    motion: int
    norm: float
    roll: int
    """Event to which the roll belongs; -1 to keep none."""


class Climate(NamedTuple):
    """What surrounds a ballot: strength of the herd, side of the chief, expected majority."""

    herd: float
    dependence: float
    expected: float


@kernel
def norm_of(world: World, prm: Parameters, target: int, motion: int) -> float:
    """The norm against a punishment: severity and rank, less what the target is already condemned for."""
    own = prm.voting
    figure = world.figures[target]
    severity = 0.0
    if motion == codes.REMOVE_POST:
        severity = 0.5
    elif motion == codes.REMOVE_BODY:
        severity = 0.9
    elif motion == codes.EXPEL:
        severity = 1.3
    weight = own.unbanned
    if world.rules.ban == 1:
        weight = 1.0
    ranked = severity * (1.0 + own.rank * figure.office)
    relief = own.strike * weight * min(figure.strikes, 4.0) * (1.2 * severity + 0.12)
    relief += own.charge * world.rules.ban * min(figure.charges, 6.0) * severity
    return own.norm * ranked - relief


@kernel
def common_terms(world: World, prm: Parameters, q: Question) -> tuple[float, float, float]:
    """What is the same for all voters: authority of the camps, danger of the target, side of the chief."""
    for_side = 0.0
    against = 0.0
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.side == 0 or figure.active == 0:
            continue
        weight = luck.grain(world.people[figure.person].authority * (0.4 + 0.6 * figure.capacity))
        if figure.side > 0:
            for_side += weight
        else:
            against += weight
    authority = (for_side - against) / (for_side + against + 0.3)
    mover = world.figures[q.mover]
    target = world.figures[q.target]
    danger = target.menace * (world.people[target.person].authority + 0.5 * target.office)
    danger -= mover.menace * (world.people[mover.person].authority + 0.5 * mover.office)
    chief = figure_of(world, holder_of_chief_post(world))
    side = 0.0
    if chief >= 0 and world.rules.dependence_on == 1:
        side = world.figures[chief].side
        if world.figures[chief].capacity < 0.3:
            side = 0.0
    return authority, danger, side


@kernel
def private_leaning(world: World, prm: Parameters, person: int, q: Question, authority: float, danger: float) -> tuple[float, float, float, float, float]:
    """A member's leaning before he looks around him: (total, policy, tie, authority, fear and norm), in logits."""
    own = prm.voting
    p = world.people[person]
    if person == world.figures[q.mover].person:
        return 12.0, 12.0, 0.0, 0.0, 0.0
    if person == world.figures[q.target].person:
        return -12.0, -12.0, 0.0, 0.0, 0.0
    a, b, c, d = luck.once(world.clock, luck.HERD, p.key, 0)
    salience = world.line.salience
    gain = distance(p.ideal, world.figures[q.target].stated, salience)
    gain -= distance(p.ideal, world.figures[q.mover].stated, salience)
    policy = own.policy * gain
    tie = 0.0
    if p.root >= 0:
        tie = own.tie * p.loyal * world.figures[p.root].pull
    if p.figure >= 0 and world.figures[p.figure].active == 1:
        tie += 3.0 * world.figures[p.figure].side
    respect = own.authority * (0.3 + 1.4 * a) * authority
    dread = own.fear * 2.0 * b * danger - (0.4 + 1.2 * c) * q.norm
    e, f, _, _ = luck.draw(world.clock, luck.HERD, p.key, q.motion)
    total = policy + tie + respect + dread + own.whim * luck.normal(e, f)
    return total, policy, tie, respect, dread


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
def _ballot_rule(world: World, prm: Parameters, rule: int, chief_side: float) -> tuple[float, float]:
    """(herd, dependence) under the ballot of a body: both need eyes on the voter."""
    own = prm.voting
    if world.bodies[rule].secret == 1:
        return own.herd * own.secret_herd, 0.0
    return own.herd, own.dependence * chief_side


@kernel
def _lean(world: World, prm: Parameters, body: int, q: Question) -> float:
    """Fill the scratch table with every member's leaning and its parts; returns the side of the chief."""
    authority, danger, chief_side = common_terms(world, prm, q)
    b = world.bodies[body]
    for k in range(b.size):
        person = world.seats[b.first + k].person
        row = world.scratch[k]
        row[0], row[1], row[2], row[3], row[4] = private_leaning(world, prm, person, q, authority, danger)
        u, v, _, _ = luck.draw(world.clock, luck.ATTENDANCE, world.people[person].key, q.motion)
        row[5] = 0.4 * prm.voting.error * luck.normal(u, v)
    return chief_side


@kernel
def _expectation(world: World, prm: Parameters, body: int, q: Question, herd: float, dependence: float) -> float:
    """The majority on which members' estimates settle, -1..1, after a few rounds of looking at each other."""
    b = world.bodies[body]
    expected = 0.0
    for _ in range(ROUNDS):
        total = 0.0
        for k in range(b.size):
            person = world.seats[b.first + k].person
            pressure = _pressure(world, herd, dependence, person, q, expected + world.scratch[k, 5])
            total += luck.sigmoid(world.scratch[k, 0] + pressure)
        expected = 2.0 * total / b.size - 1.0
    return expected


@kernel
def expected_share(world: World, prm: Parameters, body: int, q: Question) -> float:
    """Share of a body that would vote for a motion, before chance; 0.5 for an empty body."""
    if world.bodies[body].size == 0:
        return 0.5
    chief_side = _lean(world, prm, body, q)
    herd, dependence = _ballot_rule(world, prm, body, chief_side)
    return 0.5 * (1.0 + _expectation(world, prm, body, q, herd, dependence))


@kernel
def _count(world: World, prm: Parameters, body: int, q: Question, rule: int) -> tuple[int, int, int]:
    """Count the ballots of one body under the ballot rule of `rule`."""
    b = world.bodies[body]
    if b.size == 0:
        return 0, 0, 0
    chief_side = _lean(world, prm, body, q)
    herd, dependence = _ballot_rule(world, prm, rule, chief_side)
    expected = _expectation(world, prm, body, q, herd, dependence)
    ayes = 0
    noes = 0
    for k in range(b.size):
        choice = _ballot(world, prm, k, world.seats[b.first + k].person, q, Climate(herd, dependence, expected))
        if choice == codes.FOR:
            ayes += 1
        elif choice == codes.AGAINST:
            noes += 1
    return ayes, noes, b.size - ayes - noes


@kernel
def _pressure(world: World, herd: float, dependence: float, person: int, q: Question, seen: float) -> float:
    """What others add: the majority as one sees it, and the side of whoever will control one's post."""
    total = herd * min(max(seen, -1.0), 1.0)
    if world.people[person].post < 0:
        return total
    if world.figures[q.target].person == holder_of_chief_post(world):
        # With the chief himself on trial, dependence goes to whoever is expected to hold his post.
        return total + abs(dependence) * min(max(4.0 * seen, -1.0), 1.0)
    return total + dependence


@kernel
def _ballot(world: World, prm: Parameters, k: int, person: int, q: Question, climate: Climate) -> int:
    """One member's choice, written to the roll if one is kept."""
    own = prm.voting
    seen = climate.expected + world.scratch[k, 5]
    u = world.scratch[k, 0] + _pressure(world, climate.herd, climate.dependence, person, q, seen)
    p = world.people[person]
    address = world.people[world.figures[q.target].person].key * 8 + q.motion
    draw, present, _, _ = luck.draw(world.clock, luck.BALLOT, p.key, address)
    chance = luck.sigmoid(u - own.reserve)
    choice = codes.ABSTAIN
    if p.figure >= 0 and present > world.figures[p.figure].capacity:
        choice = codes.ABSTAIN
    elif draw < chance:
        choice = codes.FOR
    elif draw > 1.0 - luck.sigmoid(-u - own.reserve):
        choice = codes.AGAINST
    if q.roll >= 0 and world.tally.rolls < world.n.rolls:
        herd = climate.herd * min(max(seen, -1.0), 1.0)
        _call(world, q.roll, p.key, choice, chance)
        reasons = world.rolls[world.tally.rolls - 1].reasons
        reasons[0] = world.scratch[k, 1]
        reasons[1] = world.scratch[k, 2]
        reasons[2] = world.scratch[k, 3]
        reasons[3] = u - world.scratch[k, 0] - herd
        reasons[4] = world.scratch[k, 4]
        reasons[5] = herd
    return choice


@kernel
def _call(world: World, event: int, voter: int, choice: int, chance: float) -> None:
    """A new entry in the roll."""
    roll = world.rolls[world.tally.rolls]
    world.tally.rolls += 1
    roll.event = event
    roll.voter = voter
    roll.choice = choice
    roll.chance = chance


@kernel
def assembly_share(world: World, prm: Parameters, q: Question, mood_address: int) -> float:
    """Share of an assembly's delegates for a motion, from regional shares, stages and the approved list."""
    own = prm.voting
    authority, danger, chief_side = common_terms(world, prm, q)
    listed = list_share(world) * abs(chief_side)
    salience = world.line.salience
    mover = world.figures[q.mover].stated
    target = world.figures[q.target].stated
    total = 0.0
    for r in range(world.n.regions):
        region = world.regions[r]
        a, b, _, _ = luck.draw(world.clock, luck.REGION, r, mood_address)
        policy = own.policy * (distance(region.mood, target, salience) - distance(region.mood, mover, salience))
        members = region.engagement * 2.0 * policy + own.crowd * authority + own.fear * danger + own.swing * luck.normal(a, b)
        secretary = -1
        if region.secretary >= 0:
            secretary = world.posts[region.secretary].holder
        boss = members
        if secretary >= 0:
            boss, _, _, _, _ = private_leaning(world, prm, secretary, q, authority, danger)
            boss += own.dependence * chief_side
        share = region.deference * luck.sigmoid(boss) + (1.0 - region.deference) * luck.sigmoid(members)
        share = staged(share, own.stages)
        obey = luck.sigmoid(2.0 * boss * chief_side)
        named = 0.5 + 0.5 * chief_side
        total += region.share * (share + listed * obey * (named - share))
    return total


@kernel
def staged(share: float, exponent: float) -> float:
    """Share of delegates after stages of indirect election: the majority is amplified, extremes stay."""
    s = min(max(share, 1e-9), 1.0 - 1e-9)
    a = s**exponent
    return a / (a + (1.0 - s) ** exponent)


@kernel
def list_share(world: World) -> float:
    """Share of delegates named by the approved list today."""
    rules = world.rules
    month = world.clock.month
    if rules.lists == 0 or month < rules.list_start or rules.slate_on == 0:
        return 0.0
    years = (month - rules.list_start) / 12.0
    return min(rules.list_share + rules.list_growth * years, 0.95)


@kernel
def assembly_vote(world: World, prm: Parameters, delegates: int, q: Question) -> Count:
    """A vote of an assembly of delegates: the share turned into whole votes, a few staying away."""
    address = world.people[world.figures[q.target].person].key * 8 + q.motion
    share = assembly_share(world, prm, q, address)
    away = int(delegates * prm.voting.reserve * 2.0 * share * (1.0 - share) + 0.5)
    ayes = int(math.floor((delegates - away) * share + 0.5))
    noes = delegates - away - ayes
    return Count(ayes, noes, away, ayes > noes)
