"""Agenda: who gets an opportunity to move, what he moves, and pacts against a common threat.

chance = initiative * min(power, ceiling) * voice * health * (spare + ambition)
         * (1 - restraint * (1 - months since his last motion / pause))                              [ours]

At most one contest a month: the move of the highest payoff of all leaders (`plans`). Brakes that keep the
summit from eating itself: the norm against punishing the uncondemned; only those more threatening than the
average are worth an attack; initiative goes with standing; an active founder or arbiter makes attacks costly,
and may move them himself. Two leaders who fear the same third come closer.

Reads: figures, perceived, relations, line, rules, bodies
Writes: through `contests`, `motions`, `arrest`: seats, posts, authority, rules, appeals; figures.feared;
relations
Draws: opportunity (OPPORTUNITY), pacts (MOVE)
Facts: gensec-drafts-agenda, party-secretary-agenda-001, party-secretary-limit-politburo-vote,
politburo-majority-is-power, zk-need-stalin-against-trotsky
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.arrest import seize
from apparat.mechanisms.coalition import relate
from apparat.mechanisms.contests import contest
from apparat.mechanisms.motions import change_rule
from apparat.mechanisms.plans import Plan, best_plan
from apparat.mechanisms.steps import AGENDA
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import seat_of
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


MACHINE = 0.1
"""Following that gives a leader a voice who never sat in the top body."""


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
    drafting: float = parameter(
        0.8,
        "the same chance for whoever drafts the agenda of the top body",
        unit="probability",
        low=0.05,
        high=1.0,
        source="assumed; gensec-drafts-agenda",
    )
    upheaval: float = parameter(
        0.15,
        "cost of moving that a rule be changed, beside that of any motion",
        unit="payoff",
        low=0.0,
        high=0.6,
        source="assumed; no-sign-of-democratisation",
    )
    spare: float = parameter(
        0.5, "initiative of who has no ambition", unit="ratio", low=0.0, high=1.0, source="assumed"
    )
    ceiling: float = parameter(
        1.2, "power beyond which initiative grows no more", unit="power", low=0.6, high=2.0, source="assumed"
    )
    candidate: float = parameter(
        0.4,
        "voice of a candidate of the top body, against a member",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    whisper: float = parameter(
        0.25,
        "voice of who was thrown out, or has a following outside",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    pause: float = parameter(
        12.0,
        "time over which a leader who moved holds back",
        unit="months",
        low=3.0,
        high=36.0,
        source="assumed",
    )
    closer: float = parameter(
        0.12, "relation gained by a pact", unit="relation", low=0.02, high=0.4, source="assumed"
    )
    allied: float = parameter(
        0.35,
        "relation from which two leaders count as allies",
        unit="relation",
        low=0.1,
        high=0.7,
        source="assumed",
    )
    restraint: float = parameter(
        0.5,
        "months between motions of one leader, as a brake",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )


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
        plan = best_plan(world, prm, i)
        if plan.target >= 0 and plan.payoff > best.payoff:
            best = plan
            mover = i
    if mover >= 0:
        _carry_out(world, prm, mover, best)
    _pacts(world, prm)


@kernel
def _carry_out(world: World, prm: Parameters, mover: int, plan: Plan) -> None:
    """Put the month's motion; an attack on a friend is a breach."""
    if world.relations[mover, plan.target] >= prm.agenda.allied:
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
    standing = min(figure.power, own.ceiling) * _voice(world, prm, i)
    since = own.pause
    if figure.last_move >= 0:
        since = min(world.clock.month - figure.last_move, own.pause)
    brake = 1.0 - own.restraint * (1.0 - since / own.pause)
    return u < own.initiative * standing * figure.capacity * (own.spare + figure.ambition) * brake


@kernel
def _voice(world: World, prm: Parameters, i: int) -> float:
    """Full members put motions; candidates have half a voice; who lost his seat, or is strong, has less."""
    figure = world.figures[i]
    if figure.seated >= 0:
        return 1.0
    if seat_of(world, codes.TOP_CANDIDATES, figure.person) >= 0:
        return prm.agenda.candidate
    if figure.lost_top >= 0 or figure.following > MACHINE:
        return prm.agenda.whisper
    return 0.0


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
        relate(world, i, j, prm.agenda.closer)
        if before < prm.agenda.allied <= world.relations[i, j]:
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
