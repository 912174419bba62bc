"""Plans: what each move is worth to a leader, and which he would choose.

payoff = P_win * g * gain - (1 - P_win) * risk * (skill) * (g) - wait - arbiter
gain   = max(least, S_iq - threshold * mean S)
         + prominence^2 (policy * max(0, distance - tolerance) salience + grudge)
         - affinity * friendship                                                                    [ours]

A leader compares every motion against every other active figure, every rule that is open, and waiting, by
quantal response (logit, [McKelveyPalfrey1995]).

Reads: figures, perceived, relations, line, rules
Writes: scratch
Draws: choice of move (MOVE, PROCEDURE, SEIZURE), the mover's estimate (ESTIMATE)
Facts: politburo-majority-is-power, christian-skill-without-overplaying, attacking-nep-attacks-right,
stalin-blames-bukharin-for-grain, khrushchev-reform-double-aim
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from apparat.mechanisms.arrest import arms_odds
from apparat.mechanisms.coalition import inclination
from apparat.mechanisms.discipline import highest_post
from apparat.mechanisms.following import in_tree
from apparat.mechanisms.motions import aimed_at, expect_on_rule, may_move, worth_of
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.reform import hold_to_account
from apparat.world import codes, luck
from apparat.world.elementary import exp
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import distance, holder_of_chief_post, seat_of
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Plans:
    """How moves are weighed."""

    condemning: float = parameter(
        0.35,
        "what a carried condemnation is worth, against removal from every power",
        unit="share",
        low=0.1,
        high=0.7,
        source="assumed",
    )
    dismissing: float = parameter(
        0.6, "what the loss of a post is worth", unit="share", low=0.3, high=0.9, source="assumed"
    )
    unseating: float = parameter(
        0.9, "what the loss of a seat is worth", unit="share", low=0.5, high=1.2, source="assumed"
    )
    expelling: float = parameter(
        1.1, "what an expulsion is worth", unit="share", low=0.7, high=1.5, source="assumed"
    )
    arresting: float = parameter(
        1.2, "what an arrest is worth", unit="share", low=0.8, high=2.0, source="assumed"
    )
    reforming: float = parameter(
        0.5,
        "what a changed rule is worth, at full advantage",
        unit="share",
        low=0.1,
        high=1.5,
        source="assumed",
    )
    remedy: float = parameter(
        1.5,
        "gain that a chief sees in reorganising while his policy fails, at full failure",
        unit="payoff",
        low=0.0,
        high=3.0,
        source="assumed; khrushchev-reform-double-aim; khrushchev-economy-fails",
    )
    sharpness: float = parameter(
        9.0,
        "how sharply the estimated share turns into confidence to win",
        unit="1/share",
        low=3.0,
        high=20.0,
        source="assumed",
    )
    prudence: float = parameter(
        0.6,
        "part of the risk that only the skilled see",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed; christian-skill-without-overplaying",
    )
    stakes: float = parameter(
        0.5,
        "part of the risk that grows with what is asked",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    notice: float = parameter(
        0.6,
        "part of an arbiter's displeasure that grows with what is asked",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    least: float = parameter(
        -0.2,
        "least that a rival's strength can be worth",
        unit="payoff",
        low=-0.5,
        high=0.0,
        source="assumed",
    )
    tolerance: float = parameter(
        0.4, "policy distance that is no quarrel", unit="policy", low=0.1, high=0.8, source="assumed"
    )
    friendship: float = parameter(
        0.6, "loss from attacking a friend", unit="payoff", low=0.0, high=1.5, source="assumed"
    )
    seat: float = parameter(
        0.5,
        "weight of a seat in a mover's count of standing",
        unit="strength",
        low=0.0,
        high=1.5,
        source="assumed",
    )
    error: float = parameter(
        0.08,
        "spread of a poor judge's estimate of his support",
        unit="share",
        low=0.0,
        high=0.3,
        source="assumed",
    )
    stature: float = parameter(
        0.6,
        "authority from which a mover minds no arbiter below it",
        unit="authority",
        low=0.3,
        high=0.9,
        source="assumed",
    )
    presence: float = parameter(
        4.0,
        "how soon an ailing arbiter counts in full",
        unit="1/capacity",
        low=1.0,
        high=10.0,
        source="assumed",
    )


SURE = 1.0
"""Chance to win at best: a motion worth less than another even so needs no estimate of its support."""
UNWEIGHED = -1.0
"""Sum of weights that nobody has added up yet."""


class Plan(NamedTuple):
    """A motion under consideration."""

    target: int
    motion: int
    payoff: float
    expected: float
    rule: int
    """Rule that it would change; -1 for none."""


@kernel
def gravity(prm: Parameters, motion: int) -> float:
    """How much a motion takes away if carried: 0..1."""
    if motion == codes.CONDEMN:
        return prm.plans.condemning
    if motion == codes.REMOVE_POST:
        return prm.plans.dismissing
    if motion == codes.REMOVE_BODY:
        return prm.plans.unseating
    if motion == codes.RULE_CHANGE:
        return prm.plans.reforming
    if motion == codes.ARREST:
        return prm.plans.arresting
    return prm.plans.expelling


@kernel
def best_plan(world: World, prm: Parameters, i: int) -> Plan:
    """The move with the highest noisy payoff; target -1 stands for waiting."""
    own = prm.agenda
    key = int(world.people[world.figures[i].person].key)
    mean = 0.0
    for k in range(world.tally.active):
        if world.active[k] != i:
            mean += world.perceived[i, world.active[k]]
    mean = mean / max(world.tally.active - 1, 1)
    u = luck.draw(world.clock, luck.MOVE, key, 0)[0]
    best = Plan(-1, codes.WAIT, own.wait + own.temper * luck.gumbel(u), 0.0, -1)
    burden = own.arbiter * _greater_authority(world, prm, i)
    for k in range(world.tally.active):
        q = world.active[k]
        if q == i or in_tree(world, q, i):
            continue
        gain = _gain(world, prm, i, q, mean)
        if gain > 0.0:
            best = _against(world, prm, i, q, gain, burden, best)
    if world.n.statutes > 0 and luck.draw(world.clock, luck.PROCEDURE, key, 0)[0] < _procedure(world, prm, i):
        best = _on_rules(world, prm, i, burden, best)
    return best


@kernel
def _drafts(world: World, i: int) -> bool:
    """Whether a figure drafts the agenda: he holds the chief's post, and it gives that power."""
    return world.rules.agenda_on == 1 and world.figures[i].person == holder_of_chief_post(world)


@kernel
def _procedure(world: World, prm: Parameters, i: int) -> float:
    """Chance that a figure with an opportunity thinks of the rules as well."""
    if _drafts(world, i):
        return max(prm.agenda.drafting, prm.agenda.procedure)
    return prm.agenda.procedure


@kernel
def _remedy(world: World, prm: Parameters, s: int, i: int) -> float:
    """What a chief hopes of a reorganisation while the policy for which he answers fails."""
    if world.statutes[s].kind != codes.REFORM or not _drafts(world, i):
        return 0.0
    return float(prm.plans.remedy * world.line.failure)


@kernel
def _on_rules(world: World, prm: Parameters, i: int, burden: float, best: Plan) -> Plan:
    """The best of a plan and the motions that would change a rule."""
    own = prm.agenda
    key = int(world.people[world.figures[i].person].key)
    for s in range(world.n.statutes):
        if not may_move(world, prm, s):
            continue
        gain = worth_of(world, prm, s, i) + _remedy(world, prm, s, i)
        if gain <= 0.0:
            continue
        q = aimed_at(world, prm, s, i)
        if q < 0:
            continue
        g = gravity(prm, codes.RULE_CHANGE)
        noise = luck.gumbel(luck.draw(world.clock, luck.PROCEDURE, key, 1 + s)[0])
        rest = own.temper * noise - own.upheaval
        if _payoff(world, prm, i, gain, g, SURE, burden) + rest <= best.payoff:
            continue
        expected = expect_on_rule(world, prm, s, i, q)
        win = luck.sigmoid(prm.plans.sharpness * (expected - 0.5))
        payoff = _payoff(world, prm, i, gain, g, win, burden) + rest
        if payoff > best.payoff:
            best = Plan(q, codes.RULE_CHANGE, payoff, expected, s)
    return best


@kernel
def _payoff(world: World, prm: Parameters, i: int, gain: float, g: float, win: float, burden: float) -> float:
    """What a motion of gravity g is worth, luck apart."""
    own = prm.plans
    risk = prm.agenda.risk * (1.0 - own.prudence + own.prudence * world.figures[i].skill)
    risk *= 1.0 - own.stakes + own.stakes * g
    return win * g * gain - (1.0 - win) * risk - burden * (1.0 - own.notice + own.notice * g)


@kernel
def _against(world: World, prm: Parameters, i: int, q: int, gain: float, burden: float, best: Plan) -> Plan:
    """The best of a plan and the motions against one figure."""
    own = prm.agenda
    key = int(world.people[world.figures[i].person].key)
    noises = luck.draw(world.clock, luck.MOVE, key, int(world.people[world.figures[q].person].key))
    hold_to_account(world, i, q)
    total = UNWEIGHED
    for motion in range(4):
        if not _admissible(world, q, motion):
            continue
        g = gravity(prm, motion)
        noise = own.temper * luck.gumbel(noises[motion])
        if _payoff(world, prm, i, gain, g, SURE, burden) + noise <= best.payoff:
            continue
        if total == UNWEIGHED:
            total = _weigh_camps(world, prm, i, q)
        expected = _expect(world, prm, i, q, motion, total)
        win = luck.sigmoid(prm.plans.sharpness * (expected - 0.5))
        payoff = _payoff(world, prm, i, gain, g, win, burden) + noise
        if payoff > best.payoff:
            best = Plan(q, motion, payoff, expected, -1)
    if world.rules.arrests == 1:
        if total == UNWEIGHED:
            total = _weigh_camps(world, prm, i, q)
        expected = _expect(world, prm, i, q, codes.ARREST, total)
        majority = luck.sigmoid(prm.plans.sharpness * (expected - 0.5))
        win = arms_odds(world, prm, i, q, majority)
        second = int(world.people[world.figures[q].person].key)
        noise = luck.gumbel(luck.draw(world.clock, luck.SEIZURE, key, second)[0])
        payoff = _payoff(world, prm, i, gain, gravity(prm, codes.ARREST), win, burden) + own.temper * noise
        if payoff > best.payoff:
            best = Plan(q, codes.ARREST, payoff, expected, -1)
    return best


@kernel
def _admissible(world: World, q: int, motion: int) -> bool:
    """A post can only be taken from who has one, a seat from who sits."""
    person = world.figures[q].person
    if motion == codes.REMOVE_POST:
        return highest_post(world, person) >= 0
    if motion == codes.REMOVE_BODY:
        return world.figures[q].seated >= 0 or seat_of(world, codes.TOP_CANDIDATES, person) >= 0
    return True


@kernel
def _greater_authority(world: World, prm: Parameters, i: int) -> float:
    """By how much the greatest bystander exceeds the mover's authority (at least 0.6 counts)."""
    mine = max(world.people[world.figures[i].person].authority, prm.plans.stature)
    most = 0.0
    for a in range(world.tally.active):
        k = world.active[a]
        other = world.figures[k]
        if k != i:
            # One who may yet return restrains as well; only one who can hardly speak does not.
            presence = min(prm.plans.presence * other.capacity, 1.0)
            most = max(most, world.people[other.person].authority * presence - mine)
    return most


@kernel
def _gain(world: World, prm: Parameters, i: int, q: int, mean: float) -> float:
    """What removing q from the way is worth to i."""
    own = prm.agenda
    salience = world.line.salience
    other = world.figures[q]
    gap = distance(world.people[world.figures[i].person].ideal, other.stated, salience)
    weight = 1.0 + world.line.failure
    prominence = min(other.power, 1.0)
    relation = world.relations[i, q]
    gain = max(world.perceived[i, q] - own.threshold * mean, prm.plans.least)
    quarrel = own.policy * weight * max(gap - prm.plans.tolerance, 0.0) + own.spite * max(-relation, 0.0)
    return float(gain + prominence * prominence * quarrel - prm.plans.friendship * max(relation, 0.0))


@kernel
def _weigh_camps(world: World, prm: Parameters, i: int, q: int) -> float:
    """Fill the scratch table for a contest of i with q: weight of each active figure, and his odds against i.

    Grievances are those of the contest already. The norm against a punishment is left out, so that one table
    serves every motion. Returns all weights.
    """
    total = 0.0
    for a in range(world.tally.active):
        k = world.active[a]
        weight = world.perceived[i, k] + 0.05
        if world.figures[k].seated >= 0:
            weight += prm.plans.seat
        world.scratch[a, 0] = weight
        world.scratch[a, 1] = 0.0
        if k != i and k != q:
            world.scratch[a, 1] = exp(-prm.coalition.slope * inclination(world, prm, k, i, q, 0.0))
        total += weight
    return total


@kernel
def _expect(world: World, prm: Parameters, i: int, q: int, motion: int, total: float) -> float:
    """A mover's own estimate of the share of standing on his side, from what he believes of the others."""
    scruples = exp(prm.coalition.slope * prm.coalition.scruple * norm_of(world, prm, q, motion))
    mine = 0.0
    for a in range(world.tally.active):
        if world.active[a] != q:
            mine += world.scratch[a, 0] / (1.0 + world.scratch[a, 1] * scruples)
    key = int(world.people[world.figures[i].person].key)
    noise = luck.bell(luck.draw(world.clock, luck.ESTIMATE, key, motion))
    error = prm.plans.error * (1.0 - world.figures[i].skill) * noise
    return min(max(mine / max(total, 1e-9) + error, 0.0), 1.0)
