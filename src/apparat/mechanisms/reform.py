"""Reform: rules in force change by motion or by date, and what they do to those whom they hit.

A rule sets a switch (ban on factions, lists, ballots, separate offices, plenums on demand, arrests), or it
hits holders of posts: more of them are moved, their posts weigh less, and they mind. What they mind is held
against whoever answers for the rule, the more the longer it lasts:

felt <- felt + sinking * (1 - felt) in force, felt * (1 - sinking) after
grievance of class c against f = sum over rules that f answers for of felt * harm_c                  [ours]
insecurity of f <- insecurity + unsettling * felt * (share of all weight in posts hit, times harm)

The ties of those whom a rule harms to whoever answers for it turn as well (`patronage`).

custom <- custom * (1 - fading);  1 when the two top offices are set apart                           [ours]

Setting them apart parts them where one hand holds both. What members expect then fades, whether or not the
rule stays in force: while fresh it stands in the way of lifting the rule (`norms`), and whoever holds both
offices against it looks the more dangerous (`coalition`).

Reads: amendments, statutes, turning, lightening, harm, classes, line.shed
Writes: statutes, rules, bodies, classes.weight, classes.churn, figures.insecurity, seats, posts; blame
Draws: none
Facts: fixed-terms-rotation, reforms-displace-officials, khrushchev-reforms-discontent,
khrushchev-weakens-state, cc-term-limit-16, faction-ban-declared-temporary, pact-no-double-office,
collective-leadership-preferred-001, pact-ends-1970
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.steps import REFORM
from apparat.world import codes
from apparat.world.elementary import power
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import figure_of, holder_of_chief_post, leave_post, unseat
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Reform:
    """How rules sink in."""

    sinking: float = parameter(
        0.06,
        "speed with which those hit by a rule come to feel it, or forget it",
        unit="1/month",
        low=0.01,
        high=0.3,
        source="assumed: half of it within a year; reforms-displace-officials",
    )
    unsettling: float = parameter(
        0.05,
        "insecurity among the clients of whoever answers for a rule that harms them",
        unit="1/month",
        low=0.0,
        high=0.2,
        source="assumed; fixed-terms-rotation; job-security-wins-support",
    )
    fading: float = parameter(
        0.02,
        "fading of what members expect since the two top offices were last set apart",
        unit="1/month",
        low=0.0,
        high=0.06,
        source="assumed: a quarter is left after six years; pact-no-double-office; pact-ends-1970",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Make the dated changes of this month, and let rules sink in."""
    for a in range(world.n.amendments):
        if world.amendments[a].month == world.clock.month:
            _amend(world, a)
    _weigh_classes(world)
    world.rules.custom *= 1.0 - prm.reform.fading
    world.rules.harmful = 0
    for s in range(world.n.statutes):
        _sink_in(world, prm, s)


@kernel
def _amend(world: World, a: int) -> None:
    """One dated change of the constitution."""
    amendment = world.amendments[a]
    kind = amendment.kind
    if kind == codes.CHANGES_RULE:
        author = codes.NOBODY
        if amendment.policy == 1:
            author = figure_of(world, holder_of_chief_post(world))
        if amendment.value > 0.0:
            world.statutes[amendment.subject].level = amendment.value
            apply_rule(world, amendment.subject)
        enact(world, amendment.subject, int(amendment.value > 0.0), author, codes.NOBODY)
    elif kind == codes.CHANGES_SHARE:
        world.rules.list_share = amendment.value
    elif kind == codes.CHANGES_GROWTH:
        world.rules.list_growth = amendment.value
    else:
        _amend_body(world, amendment.subject, kind, amendment.value, amendment.over)


@kernel
def _amend_body(world: World, subject: int, kind: int, value: float, over: float) -> None:
    """A dated change of how a body is made up, or decides."""
    body = world.bodies[subject]
    if kind == codes.CHANGES_QUOTA:
        body.quota = min(int(value), body.capacity)
        _shed(world, subject)
    elif kind == codes.CHANGES_MAJORITY:
        body.numerator = int(value)
        body.denominator = int(over)
    elif kind == codes.CHANGES_BALLOT:
        body.secret = int(value)
        for s in range(world.n.statutes):
            if world.statutes[s].kind == codes.BALLOT and world.statutes[s].body == subject:
                world.statutes[s].in_force = int(value)
    elif kind == codes.CHANGES_RHYTHM:
        body.meets = int(value)
    elif kind == codes.DISSOLVES:
        body.quota = 0
        _shed(world, subject)


@kernel
def _shed(world: World, subject: int) -> None:
    """Seats abolished are lost by the members of least authority, the later key first among equals."""
    b = world.bodies[subject]
    while b.size > b.quota:
        last = world.seats[b.first].person
        for k in range(1, b.size):
            person = world.seats[b.first + k].person
            if world.people[person].authority <= world.people[last].authority:
                last = person
        unseat(world, subject, last)
        figure = figure_of(world, last)
        if subject == codes.TOP and figure >= 0:
            world.figures[figure].lost_top = world.clock.month
        write(world, codes.E_SEAT_LOST, codes.NOBODY, last, entry(REFORM, subject))


@kernel
def enact(world: World, s: int, in_force: int, author: int, body: int) -> None:
    """Introduce or lift a rule. Who introduces one answers for it; lifting leaves that as it is."""
    statute = world.statutes[s]
    if statute.in_force == in_force:
        return
    statute.in_force = in_force
    statute.since = world.clock.month
    if in_force == 1:
        statute.author = author
        if statute.kind == codes.LISTS:
            world.rules.list_start = world.clock.month
    apply_rule(world, s)
    if statute.kind == codes.OFFICES and in_force == 1:
        _set_apart(world)
    _weigh_classes(world)
    actor = codes.NOBODY
    if author >= 0:
        actor = world.figures[author].person
    stir(world.clock, world.clock.month * 64 + s * 2 + in_force)
    write(world, codes.E_RULE, actor, codes.NOBODY, entry(REFORM, body, -1, -1, in_force, 0, 0, 0, s))


@kernel
def apply_rule(world: World, s: int) -> None:
    """Set the switch of a rule as it stands."""
    statute = world.statutes[s]
    rules = world.rules
    on = statute.in_force
    if statute.kind == codes.BAN:
        rules.ban = on
    elif statute.kind == codes.LISTS:
        rules.lists = on
    elif statute.kind == codes.BALLOT:
        world.bodies[statute.body].secret = on
    elif statute.kind == codes.OFFICES:
        rules.separate = on
    elif statute.kind == codes.PLENUM:
        rules.plenum = on
    elif statute.kind == codes.POLICE:
        rules.autonomy = on * statute.level
    elif statute.kind == codes.SPARING:
        rules.arrests = 1 - on
    elif statute.kind == codes.CONFIRMING:
        rules.confirms = on
    elif statute.kind == codes.MERCY:
        rules.mercy = on
    elif statute.kind == codes.EXILE:
        rules.exile = on


@kernel
def _set_apart(world: World) -> None:
    """Members expect two hands from now on: whoever holds both top offices keeps the party's."""
    rules = world.rules
    rules.custom = 1.0
    if holds_both(world, holder_of_chief_post(world)):
        leave_post(world, rules.premier)


@kernel
def holds_both(world: World, person: int) -> bool:
    """Whether a person holds the chief's post and the premier's."""
    rules = world.rules
    if person < 0 or rules.premier < 0 or rules.chief < 0:
        return False
    return bool(world.posts[rules.premier].holder == person and world.posts[rules.chief].holder == person)


@kernel
def _weigh_classes(world: World) -> None:
    """Weights and extra turnover of post classes under the rules in force, and without camps shut."""
    police = codes.NOBODY
    if world.rules.police >= 0:
        police = int(world.classes[world.posts[world.rules.police].kind].institution)
    for c in range(world.n.classes):
        kind = world.classes[c]
        weight = kind.plain
        if kind.institution == police:
            weight *= 1.0 - world.line.shed
        churn = 0.0
        for s in range(world.n.statutes):
            if world.statutes[s].in_force == 1:
                weight *= 1.0 + world.lightening[s, c]
                churn += world.turning[s, c]
        kind.weight = weight
        kind.churn = churn


@kernel
def _sink_in(world: World, prm: Parameters, s: int) -> None:
    """A month under a rule, or after it."""
    own = prm.reform
    statute = world.statutes[s]
    if statute.author < 0:
        return
    if statute.in_force == 1:
        statute.felt += own.sinking * (1.0 - statute.felt)
    else:
        statute.felt *= 1.0 - own.sinking
    hurt = 0.0
    total = 0.0
    for c in range(world.n.classes):
        kind = world.classes[c]
        hurt += max(world.harm[s, c], 0.0) * kind.plain * kind.count
        total += kind.plain * kind.count
    share = hurt / max(total, 1e-9)
    if hurt > 0.0:
        world.rules.harmful = 1
    world.figures[statute.author].insecurity += own.unsettling * statute.felt * share


@kernel
def felt_before(world: World, prm: Parameters, s: int) -> None:
    """How far a rule for which somebody answers as the run opens is felt, from the months it has stood."""
    statute = world.statutes[s]
    if statute.author >= 0 and statute.in_force == 1:
        statute.felt = 1.0 - power(1.0 - prm.reform.sinking, float(-statute.since))


@kernel
def hold_to_account(world: World, mover: int, target: int) -> None:
    """Set each class's grievance against a target, less that against the mover, for the vote at hand."""
    for c in range(world.n.classes):
        world.blame[c] = 0.0
    for s in range(world.n.statutes):
        statute = world.statutes[s]
        sign = 0.0
        if statute.author >= 0 and statute.author == target:
            sign = statute.felt
        elif statute.author >= 0 and statute.author == mover:
            sign = -statute.felt
        if sign != 0.0:
            for c in range(world.n.classes):
                world.blame[c] += sign * world.harm[s, c]


@kernel
def harm_by(world: World, f: int, c: int) -> float:
    """What a class of posts has come to suffer from the rules for which a figure answers."""
    total = 0.0
    for s in range(world.n.statutes):
        if world.statutes[s].author == f:
            total += world.statutes[s].felt * world.harm[s, c]
    return total


@kernel
def put_at_issue(world: World, s: int) -> None:
    """Set each class's interest in changing a rule, for the vote at hand."""
    world.rules.at_issue = s
    sign = 1.0
    if world.statutes[s].in_force == 0:
        sign = -1.0
    for c in range(world.n.classes):
        world.blame[c] = sign * world.harm[s, c]


@kernel
def grievance(world: World, person: int) -> float:
    """What a person's post makes him hold against the target rather than the mover, -1..1 and beyond."""
    post = int(world.people[person].post)
    if post < 0:
        return 0.0
    return float(world.blame[world.posts[post].kind])
