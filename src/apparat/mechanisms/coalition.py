"""Coalition: who looks dangerous to whom, and which camp each joins in a contest.

S_iq = menace_q * (fame * authority_q + rank * office_q + machine * nu_iq * following_q + dread_q)
       + fog * (1 - skill_i) * N
nu_iq = min(1, seen + sharp * skill_i + revealed_q)          machines are seen late
dread_q = dread * autonomy, for the chief of the police; + overreach * custom, for who holds both top offices
camp: u_i = policy * dP + threat * (S_iq - S_ip) + affinity * (r_ip - r_iq) + chain * T_i
            - norm_i + band * (2 E_i - 1) * (meek - ambition_i) + noise          [ours; Kuran1991 for E_i]

E_i is i's own noisy estimate of the side that will prevail. Leaders balance against the strongest threat but
also join the likely winner. A leader's own clients are not rivals to him. What strength a figure has, and who
takes part, is added up in `strength`, whose parameters stand here.

Reads: people, figures, posts, rules, relations, line
Writes: through `strength`; figures.leaning, side, pull; perceived; relations
Draws: fog, a quarter at a time (FOG); estimate and temper of each contest (ESTIMATE, CAMP)
Facts: alliance-stalin-zk-against-trotsky, rivals-underestimated-stalin, dictator-fear-general,
zk-need-stalin-against-trotsky, stalin-supporting-role, trotsky-feared-more-than-stalin,
no-double-office-prevents-dictator
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from apparat.mechanisms.reform import grievance, hold_to_account, holds_both
from apparat.mechanisms.strength import weigh
from apparat.world import luck
from apparat.world.kernel import kernel, lanes, registers
from apparat.world.parameters import parameter
from apparat.world.places import distance
from apparat.world.state import World
from apparat.world.table import Vector

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

CERTAIN = 9.0
"""Leaning of one whose side is not in question."""
RANK, MACHINE, REVEALED, DREAD, MENACE, LOOKS = range(6)
"""Rows of sights: authority and office, following, how far it has come to light, what his police or a second
top office adds, how dangerous strength looks in him, and how strong he looks to whoever looks just now."""


class Eye(NamedTuple):
    """How one figure sees the others: part of a machine that he sees unaided, weights, blur."""

    seen: float
    machine: float
    scale: float
    fog: float


@dataclass(frozen=True, kw_only=True)
class Coalition:
    """What leaders see in each other and how they take sides."""

    fame: float = parameter(
        0.55, "weight of authority in strength", unit="1", low=0.2, high=1, source="assumed"
    )
    rank: float = parameter(
        0.5, "weight of visible office in strength", unit="1", low=0.2, high=1, source="assumed"
    )
    machine: float = parameter(
        1.6, "weight of the following in strength", unit="1", low=0.8, high=2.5, source="assumed"
    )
    scale: float = parameter(
        2.0,
        "following that counts as one",
        unit="1/share",
        low=1,
        high=4,
        source="assumed: half of all posts is a full machine",
    )
    seen: float = parameter(
        0.39,
        "part of a machine that everybody sees",
        unit="share",
        low=0.1,
        high=1.0,
        source="assumed; rivals-underestimated-stalin",
    )
    sharp: float = parameter(0.4, "part seen by the skilled", unit="share", low=0, high=0.8, source="assumed")
    reveal: float = parameter(
        0.06, "monthly disclosure of a machine in use", unit="1/month", low=0.01, high=0.15, source="assumed"
    )
    fog: float = parameter(
        0.37, "spread of a poor judge's error", unit="strength", low=0.1, high=0.7, source="assumed"
    )
    policy: float = parameter(
        1.06, "weight of policy distance in choosing a camp", unit="1", low=0.3, high=2, source="assumed"
    )
    threat: float = parameter(
        1.65, "weight of relative threat", unit="1", low=0.5, high=3, source="assumed; dictator-fear-general"
    )
    affinity: float = parameter(
        1.07, "weight of friendships and grudges", unit="1", low=0.4, high=2, source="assumed"
    )
    chain: float = parameter(
        3.0, "weight of dependence through ties", unit="1", low=1, high=5, source="assumed"
    )
    scruple: float = parameter(
        0.65, "weight of the norm against unusual punishment", unit="1", low=0.1, high=1.2, source="assumed"
    )
    band: float = parameter(
        1.8, "weight of joining the likely winner", unit="1", low=0.5, high=4, source="assumed; [Kuran1991]"
    )
    whim: float = parameter(0.94, "spread of everything else", unit="1", low=0.5, high=1.5, source="assumed")
    indifferent: float = parameter(
        0.2, "inclination below which a leader stays neutral", unit="1", low=0, high=0.6, source="assumed"
    )
    stake: float = parameter(
        1.5,
        "weight of what a rule brings or costs oneself",
        unit="1",
        low=0.0,
        high=4.0,
        source="assumed; reforms-displace-officials",
    )
    dread: float = parameter(
        0.6,
        "strength seen in a police that answers to its chief alone",
        unit="strength",
        low=0.0,
        high=1.5,
        source="assumed; rivals-still-fear-beria; beria-base-mvd",
    )
    overreach: float = parameter(
        0.4,
        "strength seen in whoever holds both top offices, while members expect two hands",
        unit="strength",
        low=0.0,
        high=1.5,
        source="assumed; no-double-office-prevents-dictator; collective-leadership-preferred-003",
    )
    swell: float = parameter(
        0.02,
        "growth of the praise of a chief who is the strongest, and its fading after",
        unit="1/month",
        low=0.0,
        high=0.06,
        source="assumed: half of it within three years; khrushchev-criticisms-1964",
    )
    further: float = parameter(
        0.3333333333333333,
        "weight of a further office in visible rank",
        unit="share",
        low=0.0,
        high=0.8,
        source="assumed",
    )
    bench: float = parameter(
        0.25, "visible rank of a seat in the top body", unit="rank", low=0.0, high=0.6, source="assumed"
    )
    fit: float = parameter(
        0.15, "health from which a figure takes part", unit="capacity", low=0.05, high=0.5, source="assumed"
    )
    protect: float = parameter(
        0.7,
        "part of a client's tie by which his patron stands by him",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    slope: float = parameter(
        1.5,
        "how sharply a leaning turns into a side, in others' eyes",
        unit="1/leaning",
        low=0.5,
        high=3.0,
        source="assumed",
    )
    gauge: float = parameter(
        6.0,
        "how sharply leanings around show who will prevail",
        unit="1/share",
        low=2.0,
        high=12.0,
        source="assumed",
    )
    misjudge: float = parameter(
        0.8,
        "spread of a poor judge's error about who will prevail",
        unit="logits",
        low=0.0,
        high=2.0,
        source="assumed",
    )
    meek: float = parameter(
        1.2,
        "pull of the likely winner on who has no ambition at all",
        unit="ratio",
        low=1.0,
        high=2.0,
        source="assumed",
    )
    healing: float = parameter(
        0.01, "fading of friendships and grudges", unit="1/month", low=0, high=0.03, source="assumed"
    )
    notice: float = parameter(
        0.30,
        "power from which an unseated figure counts as a contender",
        unit="power",
        low=0.15,
        high=0.6,
        source="assumed",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Add up strength, decide who takes part, renew what each sees, let old relations fade."""
    weigh(world, prm)
    _look_around(world, prm)


@kernel
def _look_around(world: World, prm: Parameters) -> None:
    """Each active figure's view of every other; errors last a quarter."""
    own = prm.coalition
    active = world.tally.active
    _show(world, prm)
    for a in range(active):
        i = world.active[a]
        viewer = world.figures[i]
        world.keys[0, :] = world.people[viewer.person].key
        luck.quarterly_all(world.clock, luck.FOG, world.keys, active, world.drawn, 0)
        for row in range(4):
            world.drawn[row, a] = 0.5  # nobody is in the fog to himself
        eye = Eye(own.seen + own.sharp * viewer.skill, own.machine, own.scale, own.fog * (1.0 - viewer.skill))
        _see(world.sights, world.drawn, registers(active), eye)
        for b in range(active):
            q = world.active[b]
            world.perceived[i, q] = world.sights[LOOKS, b]
            world.relations[i, q] *= 1.0 - own.healing


@kernel
def _show(world: World, prm: Parameters) -> None:
    """What is the same of each active figure for everybody who looks at him, and his key for the fog."""
    own = prm.coalition
    sights = world.sights
    for b in range(world.tally.active):
        figure = world.figures[world.active[b]]
        world.keys[1, b] = world.people[figure.person].key
        sights[RANK, b] = own.fame * world.people[figure.person].authority + own.rank * figure.office
        sights[MACHINE, b] = figure.following
        sights[REVEALED, b] = figure.revealed
        sights[DREAD, b] = 0.0
        if world.rules.police >= 0 and world.posts[world.rules.police].holder == figure.person:
            sights[DREAD, b] = own.dread * world.rules.autonomy
        if holds_both(world, int(figure.person)):
            sights[DREAD, b] += own.overreach * world.rules.custom
        sights[MENACE, b] = figure.menace


@lanes
def _see(sights: Vector, drawn: Vector, others: int, eye: Eye) -> None:
    """How strong each active figure looks to one of them."""
    for b in range(others):
        nu = min(eye.seen + sights[REVEALED, b], 1.0)
        strength = sights[RANK, b] + eye.machine * nu * eye.scale * sights[MACHINE, b]
        strength = (strength + sights[DREAD, b]) * sights[MENACE, b]
        strength += eye.fog * luck.bell(luck.taken(drawn, 0, b))
        sights[LOOKS, b] = max(strength, 0.0)


@kernel
def relate(world: World, i: int, j: int, change: float) -> None:
    """Move a relation between two figures, both ways, within -1..1."""
    if i == j or i < 0 or j < 0:
        return
    value = min(max(world.relations[i, j] + change, -1.0), 1.0)
    world.relations[i, j] = value
    world.relations[j, i] = value


@kernel
def inclination(world: World, prm: Parameters, i: int, mover: int, target: int, norm: float) -> float:
    """A figure's leaning to the mover's side before he looks at who will win; positive is for."""
    own = prm.coalition
    me = world.figures[i]
    salience = world.line.salience
    ideal = world.people[me.person].ideal
    gain = distance(ideal, world.figures[target].stated, salience)
    gain -= distance(ideal, world.figures[mover].stated, salience)
    u = own.policy * gain
    u += own.threat * (world.perceived[i, target] - world.perceived[i, mover])
    u += own.affinity * (world.relations[i, mover] - world.relations[i, target])
    u += own.chain * _dependence(world, i, mover, target, own.protect)
    u += own.stake * grievance(world, me.person)
    return float(u - own.scruple * norm)


@kernel
def _dependence(world: World, i: int, mover: int, target: int, protect: float) -> float:
    """Ties towards the mover less ties towards the target, up to two steps; patrons stand by clients."""
    total = 0.0
    here = world.figures[i].person
    strength = 1.0
    for _ in range(2):
        patron = int(world.people[here].patron)
        if patron < 0:
            break
        strength *= world.people[here].tie
        if patron == world.figures[mover].person:
            total += strength
        if patron == world.figures[target].person:
            total -= strength
        here = patron
    if world.people[world.figures[mover].person].patron == world.figures[i].person:
        total += protect * world.people[world.figures[mover].person].tie
    if world.people[world.figures[target].person].patron == world.figures[i].person:
        total -= protect * world.people[world.figures[target].person].tie
    return total


@kernel
def take_sides(world: World, prm: Parameters, mover: int, target: int, motion: int, norm: float) -> None:
    """Set every active figure's camp: +1 with the mover, -1 with the target, 0 aside."""
    hold_to_account(world, mover, target)
    address = int(world.people[world.figures[target].person].key) * 8 + motion
    _draw_for_active(world, luck.CAMP, address)
    for a in range(world.tally.active):
        i = world.active[a]
        me = world.figures[i]
        if i != mover and i != target:
            noise = luck.bell(luck.taken(world.drawn, 0, a))
            me.leaning = inclination(world, prm, i, mover, target, norm) + prm.coalition.whim * noise
    settle_camps(world, prm, mover, target, address)


@kernel
def _draw_for_active(world: World, decision: int, address: int) -> None:
    """Draw for every active figure at an address of the month."""
    world.keys[1, :] = address
    for a in range(world.tally.active):
        world.keys[0, a] = world.people[world.figures[world.active[a]].person].key
    luck.draw_all(world.clock, decision, world.keys, world.tally.active, world.drawn, 0)


@kernel
def settle_camps(world: World, prm: Parameters, mover: int, target: int, address: int) -> None:
    """Camps from leanings: each estimates who will prevail, and joins, opposes or stays aside."""
    own = prm.coalition
    world.figures[mover].leaning = CERTAIN
    world.figures[target].leaning = -CERTAIN
    for f in range(world.n.figures):
        world.figures[f].side = 0
    lean = 0.0
    weight = 0.0
    for a in range(world.tally.active):
        me = world.figures[world.active[a]]
        lean += me.power * (luck.sigmoid(own.slope * me.leaning) - 0.5)
        weight += me.power
    lean = lean / max(weight, 1e-9)
    _draw_for_active(world, luck.ESTIMATE, address)
    for a in range(world.tally.active):
        me = world.figures[world.active[a]]
        noise = luck.bell(luck.taken(world.drawn, 0, a))
        expected = luck.sigmoid(own.gauge * lean + own.misjudge * (1.0 - me.skill) * noise)
        u = me.leaning + own.band * (2.0 * expected - 1.0) * (own.meek - me.ambition)
        if u > own.indifferent:
            me.side = 1
        elif u < -own.indifferent:
            me.side = -1
    spread_sides(world)


@kernel
def spread_sides(world: World) -> None:
    """Camps as felt by clients: each figure's side, or else his patron's, weakened by each tie."""
    for f in range(world.n.figures):
        figure = world.figures[f]
        figure.pull = 0.0
        here = figure.person
        if here < 0:
            continue
        strength = 1.0
        for _ in range(4):
            row = int(world.people[here].figure)
            if row >= 0:
                figure.pull += strength * world.figures[row].side
            patron = int(world.people[here].patron)
            strength *= max(world.people[here].tie, 0.0)
            if patron < 0 or strength < 0.02:
                break
            here = patron
