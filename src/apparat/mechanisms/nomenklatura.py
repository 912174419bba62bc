"""Nomenklatura: posts fall vacant and are filled by whoever controls the appointing authority.

score(i) = competence * c_i + loyalty * l_i(controller) + recommendation * b_i + noise      [EgorovSonin2011]

l_i is the product of ties from i to the controller (negative through a rival). Attention is scarce: an
organ looks at `attention` appointments a month in person, the most important classes first; only those
make a tie to its controller. The rest are filled on the local boss's word and make ties to him. Of two
posts that might be vacated the controller empties the one whose holder is of less use to him. A collegial
authority's attention is shared among its members by office weight x organiser.

Reads: posts, classes, organs, regions.hold, figures.organiser, rules.attention_on
Writes: posts.holder, people.patron, people.tie, figures.insecurity, tally
Draws: number and place of vacancies (VACANCY), controller (CONTROLLER), candidates (CANDIDATE, ENTRANT), tie (TIE)
Facts: nomenklatura-list-size-1923, nomenklatura-entry-by-invitation, nomenklatura-recruitment-criteria,
orgburo-senior-appointments-1922, orgburo-provincial-bosses-1922, gensec-promotes-demotes,
secretary-blocks-hostile-appointments, stalin-sole-link-politburo-orgburo
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.demography import lifespan
from apparat.mechanisms.steps import NOMENKLATURA
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import figure_of, leave_post, place_in_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

SECRETARIES = 0
CANDIDATES = 3
FIRST_KEY = 1000


@dataclass(frozen=True, kw_only=True)
class Nomenklatura:
    """How posts are emptied and filled."""

    settling: float = parameter(
        0.20, "fall of turnover as the apparatus settles", unit="1/year", low=0.0, high=0.4,
        source="appointments: 79 of about 80 secretaries moved in 1922-23, 66 of 108 in 1923-24",
    )
    competence: float = parameter(1.0, "weight of competence", unit="1", low=0, high=3, source="assumed; [EgorovSonin2011]")
    loyalty: float = parameter(
        1.5, "weight of loyalty to the controller", unit="1", low=0, high=4,
        source="assumed; nomenklatura-recruitment-criteria",
    )
    recommendation: float = parameter(0.5, "weight of the local boss's word", unit="1", low=0, high=2, source="assumed")
    noise: float = parameter(0.5, "spread of everything else", unit="score", low=0.1, high=2, source="assumed")
    favour: float = parameter(
        0.57, "tie made by an appointment attended to in person", unit="tie", low=0.3, high=0.9,
        source="assumed: delegates-loyal-for-job",
    )
    local_favour: float = parameter(
        0.45, "tie made to the local boss by the others", unit="tie", low=0.1, high=0.8,
        source="assumed; local-secretaries-direct-votes",
    )
    chair: float = parameter(
        3.0, "weight of the chief secretary in a collegial appointing body", unit="ratio to a member", low=1, high=8,
        source="assumed; gensec-promotes-demotes, stalin-sole-link-politburo-orgburo",
    )
    transfer: float = parameter(
        0.53, "chance that a removed secretary is moved rather than dropped", unit="probability", low=0, high=1,
        source="appointments, April 1922 - March 1923: 42 transferred, 37 removed",
    )
    shelter: float = parameter(
        0.75, "share of outside appointments kept off by a full stronghold", unit="share", low=0, high=1,
        source="assumed; zk-hold-two-capitals",
    )
    fright: float = parameter(
        1.0, "insecurity from dismissing an own client, against the size of the following", unit="ratio", low=0, high=3,
        source="assumed",
    )
    moved_fright: float = parameter(
        0.25, "insecurity from a transfer, against a dismissal", unit="ratio", low=0, high=1, source="assumed"
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Fill what stands empty, then move people, the most important classes first."""
    _renew_attention(world)
    clock = world.clock
    pace = math.exp(-prm.nomenklatura.settling * clock.month / 12.0)
    for c in range(world.n.classes):
        kind = world.classes[c]
        if kind.turnover <= 0.0:
            continue
        if kind.tier <= 2:
            _fill_gaps(world, prm, c)
        u, _, _, _ = luck.draw(clock, luck.VACANCY, c, 0)
        moves = int(kind.turnover * pace * kind.count + u)
        waiting = codes.NOBODY
        for k in range(moves):
            waiting = _move_one(world, prm, c, k, waiting)
        if waiting >= 0:
            _drop(world, waiting, -1, prm)


@kernel
def _renew_attention(world: World) -> None:
    """A month's appointments that each organ can look at: attention x organisers in charge."""
    for o in range(world.n.organs):
        organ = world.organs[o]
        chief = -1
        if organ.chief >= 0:
            chief = figure_of(world, world.posts[organ.chief].holder)
        use = 0.5
        if chief >= 0:
            use = world.figures[chief].organiser * world.figures[chief].capacity
        organ.left = organ.attention * use


@kernel
def controller_of(world: World, prm: Parameters, organ: int, post: int) -> int:
    """Who fills this vacancy: the organ's chief, or one member of a collegial organ by weight x organiser."""
    o = world.organs[organ]
    chief = -1
    if o.chief >= 0:
        chief = world.posts[o.chief].holder
    if o.collegial < 0:
        return chief
    u, _, _, _ = luck.draw(world.clock, luck.CONTROLLER, post, 0)
    total = 0.0
    b = world.bodies[o.collegial]
    for k in range(b.size):
        total += _say(world, prm, world.seats[b.first + k].person, chief)
    mark = u * total
    for k in range(b.size):
        person = world.seats[b.first + k].person
        mark -= _say(world, prm, person, chief)
        if mark <= 0.0:
            return person
    return chief


@kernel
def _say(world: World, prm: Parameters, person: int, chief: int) -> float:
    """A member's weight in a collegial appointing body; none for a chief whose attention is switched off."""
    figure = figure_of(world, person)
    if figure < 0:
        return 0.05
    weight = world.figures[figure].organiser * world.figures[figure].capacity
    if person != chief:
        return weight
    if world.rules.attention_on == 0:
        return 0.0
    return weight * prm.nomenklatura.chair


@kernel
def _fill_gaps(world: World, prm: Parameters, c: int) -> None:
    """Fill posts of an important class left empty by death, promotion or removal."""
    kind = world.classes[c]
    for post in range(kind.first, kind.first + kind.count):
        if world.posts[post].holder < 0:
            fill(world, prm, post, codes.NOBODY)


@kernel
def _move_one(world: World, prm: Parameters, c: int, k: int, waiting: int) -> int:
    """One move in a class: choose a post, empty it, fill it. Returns who waits for the next post."""
    kind = world.classes[c]
    own = prm.nomenklatura
    u, v, keep, moved = luck.draw(world.clock, luck.VACANCY, c, k + 1)
    a = kind.first + min(int(u * kind.count), kind.count - 1)
    b = kind.first + min(int(v * kind.count), kind.count - 1)
    region = world.posts[a].region
    if region >= 0 and kind.tier > 0 and keep < own.shelter * world.regions[region].hold:
        return waiting
    controller = controller_of(world, prm, world.posts[a].organ, a)
    attended = world.organs[world.posts[a].organ].left >= 1.0
    if attended and _use(world, b, controller) < _use(world, a, controller):
        a = b
    if _settled(world, a):
        return waiting
    person = leave_post(world, a)
    next_waiting = codes.NOBODY
    if person >= 0:
        if c == SECRETARIES:
            world.tally.secretaries += 1
        if moved < own.transfer:
            next_waiting = person
            _frighten(world, prm, person, controller, own.moved_fright)
        else:
            _drop(world, person, controller, prm)
    fill(world, prm, a, waiting)
    return next_waiting


@kernel
def _settled(world: World, post: int) -> bool:
    """Not to be moved by an office: filled this month, or held by one who sits in the top body."""
    if world.posts[post].since == world.clock.month:
        return True
    figure = figure_of(world, world.posts[post].holder)
    return figure >= 0 and world.figures[figure].seated >= 0


@kernel
def _use(world: World, post: int, controller: int) -> float:
    """Of how much use a post's holder is to the controller: his loyalty, and a figure's rank."""
    holder = world.posts[post].holder
    if holder < 0:
        return -2.0
    if world.people[holder].figure >= 0:
        return 1.0 + loyalty_to(world, holder, controller)
    return loyalty_to(world, holder, controller)


@kernel
def loyalty_to(world: World, person: int, leader: int) -> float:
    """Product of ties from a person to a leader; half its negative if the chain ends in another figure."""
    p = world.people[person]
    if leader < 0 or p.root < 0:
        return 0.0
    if world.figures[p.root].person == leader:
        return p.loyal
    head = world.people[world.figures[p.root].person]
    if head.patron == leader:
        return p.loyal * head.tie
    friendship = 0.0
    figure = world.people[leader].figure
    if figure >= 0:
        friendship = world.relations[p.root, figure]
    return 0.5 * p.loyal * min(friendship - 0.2, 0.0)


@kernel
def _drop(world: World, person: int, controller: int, prm: Parameters) -> None:
    """Dismissal without another post: a grudge against whoever did it."""
    p = world.people[person]
    _frighten(world, prm, person, controller, 1.0)
    write(world, codes.E_DISMISSAL, controller, person, entry(NOMENKLATURA))
    if p.figure < 0:
        p.state = codes.FALLEN
    else:
        p.state = codes.OUTSIDE
    if controller >= 0 and p.patron != controller:
        p.patron = controller
        p.tie = -0.3


@kernel
def _frighten(world: World, prm: Parameters, person: int, controller: int, weight: float) -> None:
    """A patron's dismissals of his own clients make the rest feel less safe; of rivals' men, not."""
    figure = figure_of(world, controller)
    if figure < 0 or world.people[person].root != figure or world.people[person].tie <= 0.0:
        return
    f = world.figures[figure]
    clients = max(f.following * world.n.posts, 20.0)
    f.insecurity += prm.nomenklatura.fright * weight / clients


@kernel
def fill(world: World, prm: Parameters, post: int, waiting: int) -> None:
    """Fill a vacant post with the best of a few candidates and make the tie that follows from how."""
    p = world.posts[post]
    organ = world.organs[p.organ]
    controller = controller_of(world, prm, p.organ, post)
    attended = 0
    boss = -1
    if p.boss >= 0:
        boss = world.posts[p.boss].holder
    if organ.left >= 1.0 and controller >= 0:
        organ.left -= 1.0
        attended = 1
    person = _choose(world, prm, post, waiting, controller, boss, attended)
    if person < 0:
        return
    if waiting >= 0 and person != waiting:
        _drop(world, waiting, controller, prm)
    place_in_post(world, post, person, attended)
    world.tally.appointments += 1
    if attended == 1:
        if organ.central == 1:
            world.tally.attended += 1
        oblige(world, person, controller, prm.nomenklatura.favour, post)
    else:
        oblige(world, person, boss, prm.nomenklatura.local_favour, post)
    maker = boss
    if attended == 1:
        maker = controller
    write(world, codes.E_APPOINTMENT, maker, person, entry(NOMENKLATURA, -1, -1, post, attended))


@kernel
def oblige(world: World, person: int, patron: int, favour: float, address: int) -> None:
    """A favour received: a tie to whoever gave it, if it outweighs the tie there was."""
    if patron < 0 or patron == person:
        return
    p = world.people[person]
    u, _, _, _ = luck.draw(world.clock, luck.TIE, p.key, address)
    tie = min(favour * (0.6 + 0.8 * u), 0.95)
    if p.patron == patron:
        p.tie = p.tie + (1.0 - p.tie) * tie * 0.5
    elif tie > p.tie:
        p.patron = patron
        p.tie = tie
    else:
        p.tie = p.tie * (1.0 - 0.5 * tie)


@kernel
def _choose(world: World, prm: Parameters, post: int, waiting: int, controller: int, boss: int, attended: int) -> int:
    """The best-scored candidate: who waits for a post, and newcomers; -1 if nobody can be had."""
    own = prm.nomenklatura
    best = codes.NOBODY
    best_score = -1e9
    if waiting >= 0:
        u, _, _, _ = luck.draw(world.clock, luck.CANDIDATE, post, 99)
        p = world.people[waiting]
        best = waiting
        best_score = own.competence * p.competence + own.noise * luck.logistic_noise(u)
        best_score += own.loyalty * attended * loyalty_to(world, waiting, controller) + own.recommendation
    rival = _promotion(world, prm, post)
    if rival >= 0:
        u, _, _, _ = luck.draw(world.clock, luck.CANDIDATE, post, 98)
        p = world.people[rival]
        score = own.competence * p.competence + own.noise * luck.logistic_noise(u)
        score += own.loyalty * attended * loyalty_to(world, rival, controller)
        if p.patron == boss and boss >= 0:
            score += own.recommendation
        if score > best_score:
            best = rival
            best_score = score
    newcomer, score = _newcomer(world, prm, post, best_score)
    if newcomer >= 0:
        return newcomer
    return best


@kernel
def _promotion(world: World, prm: Parameters, post: int) -> int:
    """A holder of a lower post of the same region or authority who might be promoted; -1 for none."""
    kind = world.posts[post].kind
    if world.classes[kind].tier > 2:
        return codes.NOBODY
    for lower in range(kind + 1, world.n.classes):
        c = world.classes[lower]
        if c.regional != world.classes[kind].regional or c.tier != world.classes[kind].tier + 1:
            continue
        u, _, _, _ = luck.draw(world.clock, luck.CANDIDATE, post, lower)
        place = c.first + min(int(u * c.count), c.count - 1)
        holder = world.posts[place].holder
        if holder >= 0 and world.people[holder].figure < 0:
            return holder
    return codes.NOBODY


@kernel
def _newcomer(world: World, prm: Parameters, post: int, to_beat: float) -> tuple[int, float]:
    """Draw newcomers; give a row to the best of them if he beats the others. Returns (row or -1, score)."""
    own = prm.nomenklatura
    clock = world.clock
    best_u = 0.0
    best_score = to_beat
    best_draw = -1
    for k in range(CANDIDATES - 1):
        u, v, _, _ = luck.draw(clock, luck.ENTRANT, post, k)
        score = own.competence * u + own.noise * luck.logistic_noise(v)
        if score > best_score:
            best_score = score
            best_u = u
            best_draw = k
    if best_draw < 0:
        return codes.NOBODY, to_beat
    row = free_row(world)
    if row >= 0:
        enter(world, prm, row, post, best_u)
    return row, best_score


@kernel
def free_row(world: World) -> int:
    """A vacant row of the people table; the search goes on where it last stopped."""
    n = world.n.people
    start = world.tally.cursor
    for k in range(n):
        row = start + k
        if row >= n:
            row -= n
        if world.people[row].state == codes.VACANT:
            world.tally.cursor = row + 1
            return row
    return codes.NOBODY


@kernel
def enter(world: World, prm: Parameters, row: int, post: int, competence: float) -> None:
    """A new official: age, competence, and an ideal point near that of the party around him."""
    clock = world.clock
    p = world.people[row]
    p.key = FIRST_KEY + post * 4096 + clock.month
    u, v, w, z = luck.draw(clock, luck.LIFESPAN, p.key, 0)
    p.born = clock.month - int((28.0 + 16.0 * u) * 12.0)
    p.dies = lifespan(clock.month, p.born, prm.demography.level, prm.demography.rate, v)
    p.post = codes.NOBODY
    p.patron = codes.NOBODY
    p.figure = codes.NOBODY
    p.root = codes.NOBODY
    p.state = codes.OUTSIDE
    p.tie = 0.0
    p.loyal = 0.0
    p.competence = competence
    p.authority = 0.08
    p.cohort = 2
    if w < 0.3:
        p.cohort = 3
    region = world.posts[post].region
    a, b, _, _ = luck.draw(clock, luck.MOOD, p.key, 1)
    spread = 0.35
    for d in range(3):
        centre = world.line.line[d]
        if region >= 0:
            centre = world.regions[region].mood[d]
        noise = luck.normal(a, b)
        if d == 1:
            noise = luck.normal(b, a)
        elif d == 2:
            noise = luck.normal(z, w)
        p.ideal[d] = min(max(centre + spread * noise, -1.0), 1.0)
