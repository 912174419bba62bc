"""Patronage: ties of dependence grow, weaken, turn and pass on. One law for everyone, the summit included.

tie <- tie * (1 - neglect) + renewal * tie * (1 - tie) [patron still holds the appointing office]
tie <- tie * (1 - fear_of_patron * min(insecurity, 1)) * (1 - quarrel * max(0, distance - 0.5))     [ours]

When an ordinary patron falls, his clients pass to the next patron up, weaker; a fallen figure keeps his, who
drift away without renewal, since he no longer fills posts. A leader's following is the tree of those
whose chain of ties ends in him, each counted with the product of strengths and the weight of his post.

Ties of figures and of the holders of leading posts (offices, first secretaries) change every month, those of
everybody else in the last month of a quarter, by three months' rates: then ties to the fallen pass on and
followings are added up anew (every month would cost a third of the run). Leaders come first and chains are
followed after, so the order of rows does not matter. An official without a patron has no tie; a
grudge is borne by figures, and by those whose posts a patron's rules harm.

Reads: people, posts, classes, organs, line.salience
Writes: people.patron, tie, root, loyal, state (fallen rows are freed); figures.following, insecurity
Draws: none
Facts: patronage-roles, gensec-appointments-build-base, promote-or-sack-yields-loyalty,
delegates-loyal-for-job, expelled-keep-followers, nationalities-post-places-clients
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.ties import DEPTH, change, inherit, rates_of, set_mercy, tend
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import free_fallen
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

QUARTER = 3
UNITS = 2.0**40
"""Followings are added up in whole numbers of these, so that no order of adding matters."""
NO_HEAD, ROOT = 0, 2
"""In the table of heads: no leader; what is added to a figure's row, or to -1 for a leader without one."""


@dataclass(frozen=True, kw_only=True)
class Patronage:
    """How ties change in a month."""

    neglect: float = parameter(
        0.012,
        "weakening of a tie that nothing renews",
        unit="1/month",
        low=0.005,
        high=0.03,
        source="assumed",
    )
    renewal: float = parameter(
        0.018,
        "strengthening while the patron holds the appointing office",
        unit="1/month",
        low=0.0,
        high=0.04,
        source="assumed; promote-or-sack-yields-loyalty",
    )
    quarrel: float = parameter(
        0.02,
        "weakening for each unit of policy distance over one half",
        unit="1/month",
        low=0.0,
        high=0.06,
        source="assumed",
    )
    fear_of_patron: float = parameter(
        0.5,
        "weakening when the patron dismisses his own clients",
        unit="ratio",
        low=0.0,
        high=2.0,
        source="assumed",
    )
    calm: float = parameter(
        0.85,
        "how much insecurity is remembered from month to month",
        unit="share",
        low=0.5,
        high=0.98,
        source="assumed",
    )
    pass_on: float = parameter(
        0.5,
        "strength left when a tie passes to the next patron up",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    scatter: float = parameter(
        0.06,
        "drift of an expelled leader's followers",
        unit="1/month",
        low=0.0,
        high=0.3,
        source="assumed; expelled-keep-followers",
    )
    resentment: float = parameter(
        0.08,
        "turning of a tie against a patron whose rules harm the client's post",
        unit="1/month",
        low=0.0,
        high=0.3,
        source="assumed; reforms-displace-officials; job-security-wins-support",
    )
    grudge: float = parameter(
        0.3,
        "grudge in which such a tie ends",
        unit="tie",
        low=0.0,
        high=0.8,
        source="assumed; khrushchev-reforms-discontent",
    )
    broken: float = parameter(
        0.02, "strength below which a tie no longer counts", unit="tie", low=0.0, high=0.1, source="assumed"
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Let leaders' ties take their course; once a quarter everybody's, and add up followings."""
    if world.clock.month % QUARTER == QUARTER - 1:
        _pass_over(world, prm, 1.0, float(QUARTER))
        free_fallen(world)
    else:
        _follow_leaders(world, prm)
    for f in range(world.n.figures):
        world.figures[f].insecurity *= prm.patronage.calm


@kernel
def _follow_leaders(world: World, prm: Parameters) -> None:
    """An ordinary month: the ties of leaders move, and their chains with them; followings stand."""
    leading = _leading_posts(world)
    set_mercy(world, prm, 1.0)
    _tend_leaders(world, prm, 1.0, leading)
    for f in range(world.n.figures):
        if world.figures[f].person >= 0:
            _walk(world, world.figures[f].person)
    for post in range(leading):
        person = int(world.posts[post].holder)
        if person >= 0 and world.people[person].figure < 0:
            _walk(world, person)


@kernel
def add_up(world: World, prm: Parameters) -> None:
    """Find each official's nearest figure, and each figure's following, with the ties as they are."""
    _pass_over(world, prm, 0.0, 0.0)


@kernel
def _pass_over(world: World, prm: Parameters, above: float, below: float) -> None:
    """One pass over all ties: `above` months of change for leaders, then `below` for everybody else.

    Most patrons are leaders, whose own chains are known by then; what hangs on others comes last.
    """
    total = 0.0
    for c in range(world.n.classes):
        total += world.classes[c].weight * world.classes[c].count
    scale = UNITS / max(total, 1e-9)
    leading = _leading_posts(world)
    set_mercy(world, prm, above)
    _tend_leaders(world, prm, above, leading)
    set_mercy(world, prm, below)
    _head(world, leading, scale)
    later = _pass_ordinary(world, prm, leading, below, scale)
    for k in range(later):
        i = int(world.later[k])
        _walk(world, i)
        _count_in(world, i, int(world.people[i].post), scale)
    for f in range(world.n.figures):
        world.figures[f].following = world.counted[f + 1] / UNITS
    _unhead(world, leading)
    _pass_up(world)


@kernel
def _leading_posts(world: World) -> int:
    """How many posts lead: offices and those of the first class, which stand first in the table."""
    post = 0
    while post < world.n.posts and (world.posts[post].office >= 0 or world.posts[post].kind == 0):
        post += 1
    return post


@kernel
def _tend_leaders(world: World, prm: Parameters, months: float, leading: int) -> None:
    """Tend the ties of figures and of holders of leading posts, all of them before any chain is followed."""
    for f in range(world.n.figures):
        if world.figures[f].person >= 0:
            tend(world, prm, world.figures[f].person, months)
    for post in range(leading):
        person = int(world.posts[post].holder)
        if person >= 0 and world.people[person].figure < 0:
            tend(world, prm, person, months)


@kernel
def _head(world: World, leading: int, scale: float) -> None:
    """Enter in the table of heads what a client of each leader inherits, and count the leaders' own posts."""
    world.counted[:] = 0
    world.heads[0] = ROOT + codes.NOBODY
    for f in range(world.n.figures):
        person = world.figures[f].person
        if person >= 0:
            _walk(world, person)
            world.heads[person + 1] = ROOT + f
            world.passed[person + 1] = 1.0
            if world.people[person].post >= leading:
                _count_in(world, person, int(world.people[person].post), scale)
    for post in range(leading):
        person = int(world.posts[post].holder)
        if person < 0:
            continue
        if world.people[person].figure < 0:
            _walk(world, person)
            world.heads[person + 1] = ROOT + world.people[person].root
            world.passed[person + 1] = max(world.people[person].loyal, 0.0)
        _count_in(world, person, post, scale)


@kernel
def _unhead(world: World, leading: int) -> None:
    """Empty the table of heads for the next pass."""
    for f in range(world.n.figures):
        if world.figures[f].person >= 0:
            world.heads[world.figures[f].person + 1] = NO_HEAD
    for post in range(leading):
        if world.posts[post].holder >= 0:
            world.heads[world.posts[post].holder + 1] = NO_HEAD


@kernel
def _pass_ordinary(world: World, prm: Parameters, leading: int, months: float, scale: float) -> int:
    """Tend and count the ties of all holders of ordinary posts, figures apart, in one loop.

    Most of the apparatus hangs on a leader, whose head is known by now. Who does not is put off, and the
    number of those is returned. The model spends more of its time here than anywhere else: everything is
    looked up once.
    """
    rates = rates_of(prm, months)
    later = 0
    for post in range(leading, world.n.posts):
        i = int(world.posts[post].holder)
        if i < 0 or world.people[i].figure >= 0:
            continue
        p = world.people[i]
        patron = int(p.patron)
        if patron >= 0 and months > 0.0:
            if world.people[patron].state == codes.FALLEN:
                inherit(world, i, prm.patronage.pass_on)
            else:
                change(world, rates, post, i)
            patron = int(p.patron)
        if world.heads[patron + 1] == NO_HEAD:
            world.later[later] = i
            later += 1
            continue
        root = int(world.heads[patron + 1]) - ROOT
        p.root = root
        p.loyal = p.tie * world.passed[patron + 1]
        weight = world.classes[world.posts[post].kind].weight * scale
        world.counted[root + 1] += int(max(p.loyal, 0.0) * weight)
    return later


@kernel
def _walk(world: World, person: int) -> None:
    """Nearest figure up the whole chain of ties: `DEPTH` steps at most, no farther than a grudge."""
    p = world.people[person]
    p.root = codes.NOBODY
    p.loyal = 0.0
    strength = 1.0
    here = person
    for _ in range(DEPTH):
        strength *= world.people[here].tie
        here = int(world.people[here].patron)
        if here < 0 or strength == 0.0:
            return
        if world.people[here].figure >= 0:
            p.root = world.people[here].figure
            p.loyal = strength
            return
        if strength < 0.0:
            return


@kernel
def _count_in(world: World, person: int, post: int, scale: float) -> None:
    """Add a post to the following of the figure on whom its holder depends."""
    p = world.people[person]
    if p.root >= 0 and p.loyal > 0.0:
        weight = world.classes[world.posts[post].kind].weight
        world.counted[p.root + 1] += int(p.loyal * weight * scale)


@kernel
def _pass_up(world: World) -> None:
    """A figure who is himself a client brings his own following to his patron, as far as he is tied.

    Each figure's own clients are pushed up the chain, so the order of figures does not matter; amounts are
    kept in `tree` while adding.
    """
    for f in range(world.n.figures):
        world.figures[f].tree = world.figures[f].following
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person < 0 or figure.following <= 0.0:
            continue
        share = figure.following
        here = figure.person
        for _ in range(DEPTH):
            tie = world.people[here].tie
            patron = world.people[here].patron
            if patron < 0 or tie <= 0.0 or world.people[patron].figure < 0:
                break
            share *= tie
            above = world.figures[world.people[patron].figure]
            above.tree += luck.grain(share)
            here = patron
    for f in range(world.n.figures):
        world.figures[f].following = world.figures[f].tree


@kernel
def in_tree(world: World, client: int, leader: int) -> bool:
    """Whether a figure's chain of positive ties leads to a leader (both as rows of figures)."""
    here = world.figures[client].person
    goal = world.figures[leader].person
    for _ in range(DEPTH):
        if here < 0 or world.people[here].tie <= 0.15:
            return False
        here = world.people[here].patron
        if here == goal:
            return True
    return False
