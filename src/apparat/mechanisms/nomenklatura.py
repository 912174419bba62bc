"""Nomenklatura: posts fall vacant and are filled by whoever controls the appointing authority.

score(i) = competence * c_i + loyalty * l_i(controller) + recommendation * b_i + noise      [EgorovSonin2011]

l_i is the product of ties from i to the controller (negative through a rival). Attention is scarce: an
organ looks at `attention` appointments a month in person, the most important classes first; only those
make a tie to its controller. The rest are filled on the local boss's word and make ties to him; whoever has
the say answers for the dismissal, too. Of two posts that might be vacated the controller empties the one
whose holder is of less use to him. While the apparatus is new, some regions still choose their secretary
themselves. A collegial authority's attention is shared among its members by office weight x organiser.

Reads: posts, classes, organs, regions.hold, figures.organiser, rules.attention_on
Writes: posts.holder, people.patron, people.tie, figures.insecurity, tally
Draws: number and place of vacancies (VACANCY), controller (CONTROLLER), the rest in `recruitment`
Facts: nomenklatura-list-size-1923, nomenklatura-entry-by-invitation, nomenklatura-recruitment-criteria,
orgburo-senior-appointments-1922, orgburo-provincial-bosses-1922, gensec-promotes-demotes,
secretary-blocks-hostile-appointments, stalin-sole-link-politburo-orgburo
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.recruitment import (
    Fortune,
    choose,
    fortune_of,
    fortunes,
    loyalty_to,
    oblige,
    taken,
)
from apparat.mechanisms.steps import NOMENKLATURA
from apparat.world import codes, luck
from apparat.world.elementary import exp
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import fall, figure_of, leave_post, place_in_post
from apparat.world.rows import PostClass
from apparat.world.state import BATCH, SHARERS, World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

SECRETARIES = 0


@dataclass(frozen=True, kw_only=True)
class Nomenklatura:
    """How posts are emptied and filled."""

    settling: float = parameter(
        0.20,
        "fall of turnover as the apparatus settles",
        unit="1/year",
        low=0.0,
        high=0.4,
        source="appointments/1922-04-to-1923-03/provincial-secretaries-removed-by-cc; "
        "appointments/1922-04-to-1923-03/provincial-secretaries-transferred-by-cc; "
        "appointments/1923-04-to-1924-05/gubkom-and-obkom-secretaries-moved",
    )
    competence: float = parameter(
        1.0, "weight of competence", unit="1", low=0, high=3, source="assumed; [EgorovSonin2011]"
    )
    loyalty: float = parameter(
        1.5,
        "weight of loyalty to the controller",
        unit="1",
        low=0,
        high=4,
        source="assumed; nomenklatura-recruitment-criteria",
    )
    recommendation: float = parameter(
        0.5, "weight of the local boss's word", unit="1", low=0, high=2, source="assumed"
    )
    noise: float = parameter(
        0.9, "spread of everything else", unit="score", low=0.2, high=3.6, source="assumed"
    )
    favour: float = parameter(
        0.57,
        "tie made by an appointment attended to in person",
        unit="tie",
        low=0.3,
        high=0.9,
        source="assumed; delegates-loyal-for-job",
    )
    local_favour: float = parameter(
        0.45,
        "tie made to the local boss by the others",
        unit="tie",
        low=0.1,
        high=0.8,
        source="assumed; local-secretaries-direct-votes",
    )
    chair: float = parameter(
        3.0,
        "weight of the chief secretary in a collegial appointing body",
        unit="ratio to a member",
        low=1,
        high=8,
        source="assumed; gensec-promotes-demotes; stalin-sole-link-politburo-orgburo",
    )
    transfer: float = parameter(
        0.53,
        "chance that a removed secretary is moved rather than dropped",
        unit="probability",
        low=0,
        high=1,
        source="appointments/1922-04-to-1923-03/provincial-secretaries-transferred-by-cc; "
        "appointments/1922-04-to-1923-03/provincial-secretaries-removed-by-cc",
    )
    shelter: float = parameter(
        0.75,
        "share of outside appointments kept off by a full stronghold",
        unit="share",
        low=0,
        high=1,
        source="assumed; zk-hold-two-capitals",
    )
    chosen: float = parameter(
        0.4,
        "vacant secretaryships that a region fills by its own choice, while the apparatus is new",
        unit="share",
        low=0.0,
        high=0.8,
        source="assumed; appointments/1923-12/gubkom-and-obkom-secretaries-counted",
    )
    fright: float = parameter(
        1.0,
        "insecurity from dismissing an own client, against the size of the following",
        unit="ratio",
        low=0,
        high=3,
        source="assumed",
    )
    moved_fright: float = parameter(
        0.25, "insecurity from a transfer, against a dismissal", unit="ratio", low=0, high=1, source="assumed"
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Fill what stands empty, then move people, the most important classes first."""
    _renew_attention(world, prm)
    _count_moves(world, prm)
    drawn = 0
    at = 0
    for c in range(world.n.classes):
        kind = world.classes[c]
        if kind.turnover <= 0.0:
            continue
        if kind.tier <= 2 and kind.empty > 0:
            _fill_gaps(world, prm, c)
        waiting = codes.NOBODY
        for k in range(kind.moves):
            if at == drawn:
                drawn = _draw_moves(world, c, k)
                at = 0
            waiting = _move_one(world, prm, c, at, waiting)
            at += 1
        if waiting >= 0:
            drop(world, prm, waiting, codes.NOBODY)


@kernel
def _renew_attention(world: World, prm: Parameters) -> None:
    """A month's appointments that each organ can look at: attention x organisers in charge."""
    for o in range(world.n.organs):
        organ = world.organs[o]
        head = codes.NOBODY
        if organ.chief >= 0:
            head = int(world.posts[organ.chief].holder)
        chief = figure_of(world, head)
        use = 0.5
        if chief >= 0:
            use = world.figures[chief].organiser * world.figures[chief].capacity
        organ.left = organ.attention * use
        if organ.collegial >= 0:
            _share_out(world, prm, o, head)


@kernel
def _share_out(world: World, prm: Parameters, o: int, chief: int) -> None:
    """Add up the weights of a collegial authority's members, in order of their seats."""
    organ = world.organs[o]
    b = world.bodies[organ.collegial]
    total = 0.0
    for k in range(min(b.size, SHARERS)):
        total += _say(world, prm, world.seats[b.first + k].person, chief)
        world.say[organ.college, k] = total


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
def controller_of(world: World, organ: int, u: float) -> int:
    """Who fills a vacancy: the organ's chief, or one member of a collegial organ by weight x organiser."""
    o = world.organs[organ]
    if o.collegial >= 0:
        b = world.bodies[o.collegial]
        members = min(b.size, SHARERS)
        said = world.say[o.college]
        if members > 0 and said[members - 1] > 0.0:
            mark = u * said[members - 1]
            k = 0
            while said[k] < mark:
                k += 1
            return world.seats[b.first + k].person
    if o.chief < 0:
        return codes.NOBODY
    return int(world.posts[o.chief].holder)


@kernel
def _fill_gaps(world: World, prm: Parameters, c: int) -> None:
    """Fill posts of an important class left empty by death, promotion or removal."""
    kind = world.classes[c]
    left = int(kind.empty)
    for post in range(kind.first, kind.first + kind.count):
        if left == 0:
            break
        if world.posts[post].holder < 0:
            left -= 1
            fortune = fortune_of(world, post)
            controller = controller_of(world, int(world.posts[post].organ), fortune.controller[0])
            fill(world, prm, post, codes.NOBODY, controller, fortune)


@kernel
def _count_moves(world: World, prm: Parameters) -> None:
    """How many holders are moved in each class this month."""
    month = world.clock.month
    pace = exp(-prm.nomenklatura.settling * world.rules.settles * month / 12.0)
    for c in range(world.n.classes):
        world.keys[0, c] = c
        world.keys[1, c] = 0
    luck.draw_all(world.clock, luck.VACANCY, world.keys, world.n.classes, world.drawn, 0)
    for c in range(world.n.classes):
        kind = world.classes[c]
        kind.moves = int((kind.turnover * pace + kind.churn) * kind.count + world.drawn[0, c])


@kernel
def _draw_moves(world: World, c: int, first: int) -> int:
    """Draw for the next moves, from one of a class on; returns for how many."""
    count = 0
    while c < world.n.classes and count < BATCH:
        kind = world.classes[c]
        if kind.turnover > 0.0:
            for k in range(first, min(kind.moves, first + BATCH - count)):
                world.keys[0, count] = c
                world.keys[1, count] = k + 1
                count += 1
        first = 0
        c += 1
    luck.draw_all(world.clock, luck.VACANCY, world.keys, count, world.drawn, 0)
    for k in range(count):
        kind = world.classes[world.keys[0, k]]
        world.keys[0, k] = _among(kind, world.drawn[0, k])
    fortunes(world, count, 4)
    return count


@kernel
def _among(kind: PostClass, u: float) -> int:
    """One of a class's posts, by a uniform."""
    return int(kind.first + min(int(u * kind.count), kind.count - 1))


@kernel
def _move_one(world: World, prm: Parameters, c: int, k: int, waiting: int) -> int:
    """One move in a class: choose a post, empty it, fill it. Returns who waits for the next post.

    `k` is its place among the moves that were drawn together.
    """
    kind = world.classes[c]
    own = prm.nomenklatura
    u, v, keep, moved = luck.taken(world.drawn, 0, k)
    a = _among(kind, u)
    b = _among(kind, v)
    region = int(world.posts[a].region)
    if region >= 0 and kind.tier > 0 and keep < own.shelter * world.regions[region].hold:
        return waiting
    organ = int(world.posts[a].organ)
    fortune = taken(world, 4, k)
    controller = controller_of(world, organ, fortune.controller[0])
    if _attends(world, prm, a, controller) and _use(world, b, controller) < _use(world, a, controller):
        a = b
        fortune = fortune_of(world, a)
    if _settled(world, a):
        return waiting
    answers = _boss_of(world, a)
    if _attends(world, prm, a, controller):
        answers = controller
    person = leave_post(world, a)
    next_waiting = codes.NOBODY
    if person >= 0:
        if c == SECRETARIES:
            world.tally.secretaries += 1
        if moved < own.transfer:
            next_waiting = person
            _frighten(world, prm, person, answers, own.moved_fright)
        else:
            drop(world, prm, person, answers)
    fill(world, prm, a, waiting, controller, fortune)
    return next_waiting


@kernel
def _boss_of(world: World, post: int) -> int:
    """The holder of the post whose word decides where nobody above looks; -1 for none."""
    boss = int(world.posts[post].boss)
    if boss < 0:
        return boss
    return int(world.posts[boss].holder)


@kernel
def _settled(world: World, post: int) -> bool:
    """Not to be moved by an office: filled this month, or held by one who sits in the top body."""
    p = world.posts[post]
    if p.since == world.clock.month:
        return True
    figure = figure_of(world, int(p.holder))
    return figure >= 0 and world.figures[figure].seated >= 0


@kernel
def _use(world: World, post: int, controller: int) -> float:
    """Of how much use a post's holder is to the controller: his loyalty, and a figure's rank."""
    holder = int(world.posts[post].holder)
    if holder < 0:
        return -2.0
    if world.people[holder].figure >= 0:
        return 1.0 + loyalty_to(world, holder, controller)
    return loyalty_to(world, holder, controller)


@kernel
def drop(world: World, prm: Parameters, person: int, controller: int) -> None:
    """Dismissal without another post: a grudge against whoever did it."""
    p = world.people[person]
    _frighten(world, prm, person, controller, 1.0)
    write(world, codes.E_DISMISSAL, controller, person, entry(NOMENKLATURA))
    if p.figure < 0:
        fall(world, person)
        return
    if p.post < 0:
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
def fill(world: World, prm: Parameters, post: int, waiting: int, controller: int, fortune: Fortune) -> None:
    """Fill a vacant post with the best of a few candidates and make the tie that follows from how."""
    p = world.posts[post]
    organ = world.organs[p.organ]
    boss = _boss_of(world, post)
    attended = 0
    maker, favour = boss, prm.nomenklatura.local_favour
    if _attends(world, prm, post, controller):
        organ.left -= 1.0
        attended = 1
        maker, favour = controller, prm.nomenklatura.favour
    person, u = choose(world, prm, post, waiting, controller, boss, attended, fortune)
    if waiting >= 0 and person != waiting:
        drop(world, prm, waiting, maker)
    if person < 0:
        return
    place_in_post(world, post, person, attended)
    world.tally.appointments += 1
    world.tally.attended += attended * organ.central
    oblige(world, person, maker, favour, u)
    write(world, codes.E_APPOINTMENT, maker, person, entry(NOMENKLATURA, -1, -1, post, attended))


@kernel
def _attends(world: World, prm: Parameters, post: int, controller: int) -> bool:
    """Whether whoever controls an organ looks at this appointment in person."""
    organ = world.organs[world.posts[post].organ]
    return bool(organ.left >= 1.0 and controller >= 0 and not _region_chooses(world, prm, post))


@kernel
def _region_chooses(world: World, prm: Parameters, post: int) -> bool:
    """Whether a region fills its secretaryship by election, nobody at the centre looking at it in person."""
    if world.posts[post].kind != SECRETARIES or world.rules.settles == 0:
        return False
    return luck.draw(world.clock, luck.CONTROLLER, post, 1)[0] < prm.nomenklatura.chosen
