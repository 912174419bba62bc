"""Motions on rules: a leader moves to introduce or lift a rule, and the body that may decide on it votes.

gain   = advantage to the mover of the rule as it would be, against as it is
         + stake * felt * (mean harm to the committee), for lifting a rule whose author has fallen
payoff = P_win * worth * gain - (1 - P_win) * risk ... - cost + temper * Gumbel       (as for other moves)
camp   u_k = own reasons for the mover against his rival + stake * advantage_k                       [ours]

The motion is aimed at whoever would lose most by it, weighed by his power; if the rule's author has fallen
and nobody would lose, at whoever gains least. It goes to the top body; then to the committee, or to the next
assembly, where that has the decision. Members whose posts a rule hits or favours vote their interest
(`voting`).

Reads: statutes, figures, perceived, relations, bodies
Writes: figures.leaning, side, pull; through `reform` rules; appeals
Draws: temper of each camp (CAMP), choice (MOVE), estimate of the mover (ESTIMATE)
Facts: faction-ban-declared-temporary, party-gains-authority-under-khrushchev, khrushchev-must-share-power,
fixed-terms-rotation, party-split-1962, speech-needs-approval
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.advantage import advantage, reckon
from apparat.mechanisms.assemblies import assembly_vote
from apparat.mechanisms.coalition import inclination, settle_camps
from apparat.mechanisms.contests import begin, carry_to_congress, kept_off, meets_on, note, put, roll_of
from apparat.mechanisms.discipline import settle
from apparat.mechanisms.following import in_tree
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.norms import norm_of_rule
from apparat.mechanisms.reform import enact, grievance, put_at_issue
from apparat.mechanisms.steps import VOTING
from apparat.mechanisms.voting import Count
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Motions:
    """How long rules and their effects are reckoned with."""

    rest: float = parameter(
        12.0,
        "time for which a rule just changed is left alone",
        unit="months",
        low=0.0,
        high=48.0,
        source="assumed",
    )
    horizon: float = parameter(
        24.0,
        "time over which a leader reckons what a reform of tenure will do",
        unit="months",
        low=6.0,
        high=60.0,
        source="assumed",
    )


@kernel
def may_move(world: World, prm: Parameters, s: int) -> bool:
    """Whether a rule is open to motions this month."""
    statute = world.statutes[s]
    if statute.open == 0 or statute.decides < 0:
        return False
    return statute.since < 0 or world.clock.month - statute.since >= prm.motions.rest


@kernel
def sense(world: World, s: int) -> float:
    """+1 if the motion introduces the rule, -1 if it lifts it."""
    if world.statutes[s].in_force == 1:
        return -1.0
    return 1.0


@kernel
def worth_of(world: World, prm: Parameters, s: int, i: int) -> float:
    """What changing a rule is worth to a leader: his advantage, and the interest of his post."""
    reckon(world, prm, s)
    put_at_issue(world, s)
    own = grievance(world, world.figures[i].person)
    gain = sense(world, s) * advantage(world, prm, s, i) + prm.coalition.stake * own
    if orphaned(world, s):
        gain += prm.coalition.stake * world.statutes[s].felt * _harm_to_committee(world, s)
    return gain


@kernel
def orphaned(world: World, s: int) -> bool:
    """Whether a rule is in force for which somebody answers who sits in the top body no more."""
    statute = world.statutes[s]
    if statute.in_force == 0 or statute.author < 0:
        return False
    return bool(world.figures[statute.author].seated < 0)


@kernel
def _harm_to_committee(world: World, s: int) -> float:
    """What a rule costs the members of the committee in their posts, on average."""
    b = world.bodies[codes.COMMITTEE]
    total = 0.0
    for k in range(b.size):
        post = int(world.people[world.seats[b.first + k].person].post)
        if post >= 0:
            total += world.harm[s, world.posts[post].kind]
    return total / max(b.size, 1)


@kernel
def aimed_at(world: World, prm: Parameters, s: int, i: int) -> int:
    """The active figure outside i's tree who loses most by the change, weighed by power; -1 for none.

    Where nobody is left who answers for the rule, whoever gains least will do.
    """
    best = codes.NOBODY
    most = 0.0
    if orphaned(world, s):
        most = -1e9
    for a in range(world.tally.active):
        q = world.active[a]
        if q == i or in_tree(world, q, i):
            continue
        loss = -sense(world, s) * advantage(world, prm, s, q) * world.figures[q].power
        if loss > most:
            most = loss
            best = q
    return best


@kernel
def expect_on_rule(world: World, prm: Parameters, s: int, i: int, q: int) -> float:
    """The mover's own estimate of the share of standing that would follow him, whims apart."""
    mine = 0.0
    total = 0.0
    for a in range(world.tally.active):
        k = world.active[a]
        weight = world.perceived[i, k] + 0.05
        if world.figures[k].seated >= 0:
            weight += prm.plans.seat
        total += weight
        if k == i:
            mine += weight
        elif k != q:
            mine += weight * luck.sigmoid(prm.coalition.slope * _lean_on_rule(world, prm, s, k, i, q))
    key = int(world.people[world.figures[i].person].key)
    noise = luck.bell(luck.draw(world.clock, luck.ESTIMATE, key, codes.RULE_CHANGE))
    error = prm.plans.error * (1.0 - world.figures[i].skill) * noise
    return min(max(mine / max(total, 1e-9) + error, 0.0), 1.0)


@kernel
def _lean_on_rule(world: World, prm: Parameters, s: int, k: int, mover: int, target: int) -> float:
    """A figure's leaning on a rule: the two who stand for and against it, and what he gains himself."""
    gain = sense(world, s) * advantage(world, prm, s, k)
    norm = norm_of_rule(world, prm, s)
    return inclination(world, prm, k, mover, target, norm) + prm.coalition.stake * gain


@kernel
def take_sides_on_rule(world: World, prm: Parameters, s: int, mover: int, target: int) -> None:
    """Set every active figure's camp on a motion to change a rule."""
    reckon(world, prm, s)
    put_at_issue(world, s)
    address = int(world.people[world.figures[target].person].key) * 8 + codes.RULE_CHANGE
    for a in range(world.tally.active):
        k = world.active[a]
        me = world.figures[k]
        if k != mover and k != target:
            noise = luck.bell(luck.draw(world.clock, luck.CAMP, int(world.people[me.person].key), address))
            me.leaning = _lean_on_rule(world, prm, s, k, mover, target) + prm.coalition.whim * noise
    settle_camps(world, prm, mover, target, address)


@kernel
def change_rule(world: World, prm: Parameters, mover: int, target: int, s: int, expected: float) -> None:
    """A motion on a rule runs its course: top body, and then the body that has the decision."""
    begin(world, mover)
    take_sides_on_rule(world, prm, s, mover, target)
    if kept_off(world, prm, mover, target):
        return
    decides = world.statutes[s].decides
    norm = norm_of_rule(world, prm, s)
    first = put(world, prm, codes.TOP, mover, target, codes.RULE_CHANGE, norm)
    if decides == codes.TOP:
        _conclude(world, prm, mover, target, s, first, codes.TOP, 1.0)
    elif decides == codes.COMMITTEE:
        question = Question(mover, target, codes.RULE_CHANGE, norm, -1)
        hopes = world.rules.appeals == 1 and expected > prm.agenda.appeal
        if first.carried or (hopes and meets_on(world, prm, mover, question)):
            second = put(world, prm, codes.COMMITTEE, mover, target, codes.RULE_CHANGE, norm)
            _conclude(world, prm, mover, target, s, second, codes.COMMITTEE, 1.0)
        else:
            _conclude(world, prm, mover, target, s, first, codes.TOP, prm.discipline.lesser)
    else:
        _conclude(world, prm, mover, target, s, first, codes.TOP, prm.discipline.lesser)
        if first.carried or world.rules.appeals == 1:
            carry_to_congress(world, mover, target, codes.RULE_CHANGE, s)


@kernel
def _conclude(
    world: World, prm: Parameters, mover: int, target: int, s: int, count: Count, body: int, weight: float
) -> None:
    """What follows from a vote on a rule; only the body that has the decision changes it."""
    settle(world, prm, mover, target, codes.RULE_CHANGE, count, weight)
    if count.carried and body == world.statutes[s].decides:
        enact(world, s, 1 - world.statutes[s].in_force, mover, body)


@kernel
def hear_rule(world: World, prm: Parameters, a: int, delegates: int) -> None:
    """An assembly decides on a motion to change a rule that was carried to it (a case that waits)."""
    appeal = world.appeals[a]
    mover, target, s = appeal.mover, appeal.target, appeal.statute
    body = world.statutes[s].decides
    take_sides_on_rule(world, prm, s, mover, target)
    one, other = world.figures[mover].person, world.figures[target].person
    place = write(world, codes.E_VOTE, one, other, entry(VOTING, body, codes.RULE_CHANGE, -1, 0, 0, 0, 0, s))
    norm = norm_of_rule(world, prm, s)
    question = Question(mover, target, codes.RULE_CHANGE, norm, roll_of(world, place))
    count = assembly_vote(world, prm, delegates, question)
    note(world, place, count)
    _conclude(world, prm, mover, target, s, count, body, 1.0)
