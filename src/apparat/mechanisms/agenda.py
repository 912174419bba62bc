"""Agenda: leaders choose a move, and whoever sets the agenda decides where and when it is heard.

payoff = P_win * g * gain - (1 - P_win) * risk * (0.4 + 0.6 skill)(0.5 + g/2) - wait - arbiter
gain   = max(-0.2, S_iq - threshold * mean S)
         + prominence^2 (policy * max(0, distance - 0.4) salience + grudge)
         - affinity * 0.6                                                                           [ours]

A leader with an opportunity compares every motion against every other active figure, and waiting, by
quantal response (logit, [McKelveyPalfrey1995]). Brakes that keep the summit from eating itself: the norm
against punishing the uncondemned; only those more threatening than the average are worth an attack;
initiative goes with standing; an active founder or arbiter makes attacks costly, and may move them himself.
A motion hostile to the agenda-setter can be kept off while he has the majority; the loser in one body may
appeal to the committee, and carry his case to the next congress.

Reads: figures, perceived, relations, line, rules, bodies
Writes: through `contests`: seats, posts, authority, appeals; figures.feared; relations (pacts)
Draws: opportunity (OPPORTUNITY), choice of move (MOVE)
Facts: gensec-drafts-agenda, party-secretary-agenda-001, party-secretary-limit-politburo-vote,
politburo-majority-is-power, christian-skill-without-overplaying, attacking-nep-attacks-right,
stalin-blames-bukharin-for-grain
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from apparat.mechanisms.arrest import arms_odds, seize
from apparat.mechanisms.coalition import inclination, relate
from apparat.mechanisms.contests import contest
from apparat.mechanisms.discipline import highest_post
from apparat.mechanisms.motions import aimed_at, change_rule, expect_on_rule, may_move, worth_of
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.patronage import in_tree
from apparat.mechanisms.reform import hold_to_account
from apparat.mechanisms.steps import AGENDA
from apparat.world import codes, luck
from apparat.world.elementary import exp
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import distance, seat_of
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """What makes leaders move, and what holds them back."""

    initiative: float = parameter(
        0.12,
        "chance of an opportunity for a leader of full standing",
        unit="1/month",
        low=0.05,
        high=0.5,
        source="assumed",
    )
    risk: float = parameter(0.92, "cost of a lost motion", unit="payoff", low=0.4, high=1.8, source="assumed")
    wait: float = parameter(
        0.12, "payoff that an attack must beat", unit="payoff", low=0.0, high=0.3, source="assumed"
    )
    temper: float = parameter(
        0.165,
        "spread of choice (inverse of rationality)",
        unit="payoff",
        low=0.05,
        high=0.4,
        source="assumed; [McKelveyPalfrey1995]",
    )
    threshold: float = parameter(
        0.81, "mean threat that is tolerated", unit="ratio", low=0.5, high=1.3, source="assumed"
    )
    policy: float = parameter(
        0.8,
        "gain from beating a distant line, at full salience",
        unit="payoff",
        low=0.2,
        high=1.6,
        source="assumed; attacking-nep-attacks-right",
    )
    spite: float = parameter(0.35, "gain from a grudge", unit="payoff", low=0.0, high=0.8, source="assumed")
    arbiter: float = parameter(
        3.8,
        "cost of attacking under the eyes of a greater authority",
        unit="payoff per authority",
        low=2,
        high=6,
        source="assumed; lenin-personal-authority",
    )
    keep_off: float = parameter(
        0.7,
        "chance that the agenda-setter keeps off a hostile motion he could lose",
        unit="probability",
        low=0.0,
        high=1.0,
        source="assumed; gensec-drafts-agenda; party-secretary-limit-politburo-vote",
    )
    appeal: float = parameter(
        0.45,
        "expected support above which a loser appeals",
        unit="share",
        low=0.2,
        high=0.7,
        source="assumed",
    )
    pact: float = parameter(
        0.10,
        "chance that two leaders under a common threat come closer",
        unit="1/month",
        low=0.0,
        high=0.4,
        source="assumed; zk-need-stalin-against-trotsky",
    )
    demand: float = parameter(
        0.3,
        "share of the committee on the loser's side from which a plenum out of turn is convened",
        unit="share",
        low=0.1,
        high=0.6,
        source="assumed; khrushchev-appeals-to-cc",
    )
    procedure: float = parameter(
        0.15,
        "chance that a leader with an opportunity thinks of the rules as well",
        unit="probability",
        low=0.02,
        high=0.6,
        source="assumed; faction-ban-declared-temporary",
    )
    upheaval: float = parameter(
        0.15,
        "cost of moving that a rule be changed, beside that of any motion",
        unit="payoff",
        low=0.0,
        high=0.6,
        source="assumed; no-sign-of-democratisation",
    )
    restraint: float = parameter(
        0.5,
        "months between motions of one leader, as a brake",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )


ALLIED = 0.35
"""Relation from which two leaders count as allies."""


class Plan(NamedTuple):
    """A motion under consideration."""

    target: int
    motion: int
    payoff: float
    expected: float
    rule: int
    """Rule that it would change; -1 for none."""


@kernel
def step(world: World, prm: Parameters) -> None:
    """Let the summit take at most one contest this month, and let pacts be made."""
    if world.tally.last_contest == world.clock.month:
        return
    mover = -1
    best = Plan(-1, codes.WAIT, 0.0, 0.0, -1)
    for k in range(world.tally.active):
        i = world.active[k]
        if not _has_opportunity(world, prm, i):
            continue
        plan = _best_plan(world, prm, i)
        if plan.target >= 0 and plan.payoff > best.payoff:
            best = plan
            mover = i
    if mover >= 0:
        _carry_out(world, prm, mover, best)
    _pacts(world, prm)


@kernel
def _carry_out(world: World, prm: Parameters, mover: int, plan: Plan) -> None:
    """Put the month's motion; an attack on a friend is a breach."""
    if world.relations[mover, plan.target] >= ALLIED:
        one, other = world.figures[mover].person, world.figures[plan.target].person
        write(world, codes.E_BREACH, one, other, entry(AGENDA))
    if plan.motion == codes.RULE_CHANGE:
        change_rule(world, prm, mover, plan.target, plan.rule, plan.expected)
    elif plan.motion == codes.ARREST:
        seize(world, prm, mover, plan.target)
    else:
        contest(world, prm, mover, plan.target, plan.motion, plan.expected)


@kernel
def _has_opportunity(world: World, prm: Parameters, i: int) -> bool:
    """Initiative goes with standing and health."""
    figure = world.figures[i]
    own = prm.agenda
    u = luck.draw(world.clock, luck.OPPORTUNITY, int(world.people[figure.person].key), 0)[0]
    standing = min(figure.power, 1.2) * _voice(world, i)
    since = 12.0
    if figure.last_move >= 0:
        since = min(world.clock.month - figure.last_move, 12.0)
    brake = 1.0 - own.restraint * (1.0 - since / 12.0)
    return u < own.initiative * standing * figure.capacity * (0.5 + figure.ambition) * brake


@kernel
def _voice(world: World, i: int) -> float:
    """Full members put motions; candidates have half a voice; who lost his seat, or is strong, has less."""
    figure = world.figures[i]
    if figure.seated >= 0:
        return 1.0
    if seat_of(world, codes.TOP_CANDIDATES, figure.person) >= 0:
        return 0.4
    if figure.lost_top >= 0 or figure.following > 0.1:
        return 0.25
    return 0.0


@kernel
def gravity(motion: int) -> float:
    """How much a motion takes away if carried: 0..1."""
    if motion == codes.CONDEMN:
        return 0.35
    if motion == codes.REMOVE_POST:
        return 0.6
    if motion == codes.REMOVE_BODY:
        return 0.9
    if motion == codes.RULE_CHANGE:
        return 0.5
    if motion == codes.ARREST:
        return 1.2
    return 1.1


@kernel
def _best_plan(world: World, prm: Parameters, i: int) -> Plan:
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
    burden = own.arbiter * _greater_authority(world, i)
    for k in range(world.tally.active):
        q = world.active[k]
        if q == i or in_tree(world, q, i):
            continue
        gain = _gain(world, prm, i, q, mean)
        if gain > 0.0:
            best = _against(world, prm, i, q, gain, burden, best)
    if world.n.statutes > 0 and luck.draw(world.clock, luck.PROCEDURE, key, 0)[0] < own.procedure:
        best = _on_rules(world, prm, i, burden, best)
    return best


@kernel
def _on_rules(world: World, prm: Parameters, i: int, burden: float, best: Plan) -> Plan:
    """The best of a plan and the motions that would change a rule."""
    own = prm.agenda
    key = int(world.people[world.figures[i].person].key)
    for s in range(world.n.statutes):
        if not may_move(world, s):
            continue
        gain = worth_of(world, prm, s, i)
        q = aimed_at(world, prm, s, i)
        if gain <= 0.0 or q < 0:
            continue
        expected = expect_on_rule(world, prm, s, i, q)
        win = luck.sigmoid(9.0 * (expected - 0.5))
        noise = luck.gumbel(luck.draw(world.clock, luck.PROCEDURE, key, 1 + s)[0])
        payoff = _payoff(world, prm, i, gain, gravity(codes.RULE_CHANGE), win, burden)
        payoff += own.temper * noise - own.upheaval
        if payoff > best.payoff:
            best = Plan(q, codes.RULE_CHANGE, payoff, expected, s)
    return best


@kernel
def _payoff(world: World, prm: Parameters, i: int, gain: float, g: float, win: float, burden: float) -> float:
    """What a motion of gravity g is worth, luck apart."""
    risk = prm.agenda.risk * (0.4 + 0.6 * world.figures[i].skill) * (0.5 + 0.5 * g)
    return win * g * gain - (1.0 - win) * risk - burden * (0.4 + 0.6 * g)


@kernel
def _against(world: World, prm: Parameters, i: int, q: int, gain: float, burden: float, best: Plan) -> Plan:
    """The best of a plan and the motions against one figure."""
    own = prm.agenda
    key = int(world.people[world.figures[i].person].key)
    noises = luck.draw(world.clock, luck.MOVE, key, int(world.people[world.figures[q].person].key))
    total = _weigh_camps(world, prm, i, q)
    for motion in range(4):
        if not _admissible(world, q, motion):
            continue
        g = gravity(motion)
        expected = _expect(world, prm, i, q, motion, total)
        win = luck.sigmoid(9.0 * (expected - 0.5))
        payoff = _payoff(world, prm, i, gain, g, win, burden) + own.temper * luck.gumbel(noises[motion])
        if payoff > best.payoff:
            best = Plan(q, motion, payoff, expected, -1)
    if world.rules.arrests == 1:
        expected = _expect(world, prm, i, q, codes.ARREST, total)
        majority = luck.sigmoid(9.0 * (expected - 0.5))
        win = arms_odds(world, prm, i, q, majority)
        second = int(world.people[world.figures[q].person].key)
        noise = luck.gumbel(luck.draw(world.clock, luck.SEIZURE, key, second)[0])
        payoff = _payoff(world, prm, i, gain, gravity(codes.ARREST), win, burden) + own.temper * noise
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
def _greater_authority(world: World, i: int) -> float:
    """By how much the greatest bystander exceeds the mover's authority (at least 0.6 counts)."""
    mine = max(world.people[world.figures[i].person].authority, 0.6)
    most = 0.0
    for a in range(world.tally.active):
        k = world.active[a]
        other = world.figures[k]
        if k != i:
            # One who may yet return restrains as well; only one who can hardly speak does not.
            presence = min(4.0 * other.capacity, 1.0)
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
    gain = max(world.perceived[i, q] - own.threshold * mean, -0.2)
    quarrel = own.policy * weight * max(gap - 0.4, 0.0) + own.spite * max(-relation, 0.0)
    return float(gain + prominence * prominence * quarrel - 0.6 * max(relation, 0.0))


@kernel
def _weigh_camps(world: World, prm: Parameters, i: int, q: int) -> float:
    """Fill the scratch table for a contest of i with q: weight of each active figure, and his odds against i.

    The norm against a punishment is left out, so that one table serves every motion. Returns all weights.
    """
    total = 0.0
    hold_to_account(world, i, q)
    for a in range(world.tally.active):
        k = world.active[a]
        weight = world.perceived[i, k] + 0.05
        if world.figures[k].seated >= 0:
            weight += 0.5
        world.scratch[a, 0] = weight
        world.scratch[a, 1] = 0.0
        if k != i and k != q:
            world.scratch[a, 1] = exp(-1.5 * inclination(world, prm, k, i, q, 0.0))
        total += weight
    return total


@kernel
def _expect(world: World, prm: Parameters, i: int, q: int, motion: int, total: float) -> float:
    """A mover's own estimate of the share of standing on his side, from what he believes of the others."""
    scruples = exp(1.5 * prm.coalition.scruple * norm_of(world, prm, q, motion))
    mine = 0.0
    for a in range(world.tally.active):
        if world.active[a] != q:
            mine += world.scratch[a, 0] / (1.0 + world.scratch[a, 1] * scruples)
    key = int(world.people[world.figures[i].person].key)
    noise = luck.bell(luck.draw(world.clock, luck.ESTIMATE, key, motion))
    error = 0.08 * (1.0 - world.figures[i].skill) * noise
    return min(max(mine / max(total, 1e-9) + error, 0.0), 1.0)


@kernel
def _pacts(world: World, prm: Parameters) -> None:
    """Two leaders who see the same strongest threat come closer; nobody is bound."""
    for k in range(world.tally.active):
        i = world.active[k]
        world.figures[i].feared = _most_feared(world, i)
    for a in range(world.tally.active):
        i = world.active[a]
        for b in range(a + 1, world.tally.active):
            j = world.active[b]
            if _share_a_fear(world, i, j):
                _draw_together(world, prm, i, j)


@kernel
def _share_a_fear(world: World, i: int, j: int) -> bool:
    """Whether two seated figures fear the same third."""
    one, other = world.figures[i], world.figures[j]
    return one.seated >= 0 and other.seated >= 0 and one.feared == other.feared and one.feared >= 0


@kernel
def _draw_together(world: World, prm: Parameters, i: int, j: int) -> None:
    """A pact, perhaps; i has the lower key."""
    one = world.figures[i].person
    other = world.figures[j].person
    key, second = int(world.people[one].key), int(world.people[other].key)
    u = luck.draw(world.clock, luck.MOVE, key, 5000 + second)[0]
    if u < prm.agenda.pact:
        before = world.relations[i, j]
        relate(world, i, j, 0.12)
        if before < ALLIED <= world.relations[i, j]:
            write(world, codes.E_PACT, one, other, entry(AGENDA))


@kernel
def _most_feared(world: World, i: int) -> int:
    """The other active figure who looks strongest to i, relations aside; -1 for none."""
    best = -1
    most = 0.0
    for k in range(world.tally.active):
        q = world.active[k]
        if q != i and world.perceived[i, q] > most:
            most = world.perceived[i, q]
            best = q
    return best
