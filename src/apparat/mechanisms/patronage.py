"""Patronage: ties of dependence grow, weaken, turn and pass on. One law for everyone, the summit included.

tie <- tie * (1 - neglect) + renewal * tie * (1 - tie) [patron still holds the appointing office]
tie <- tie * (1 - fear_of_patron * min(insecurity, 1)) * (1 - quarrel * max(0, distance - 0.5))     [ours]

When an ordinary patron falls, his clients pass to the next patron up, weaker; a fallen figure keeps his,
who drift away without renewal, since he no longer fills posts. A leader's following is the tree of those
whose chain of ties ends in him, each counted with the product of strengths and the weight of his post.

Reads: people, posts, classes, organs, line.salience
Writes: people.patron, tie, root, loyal, state (fallen rows are freed); figures.following, insecurity
Draws: none
Facts: patronage-roles, gensec-appointments-build-base, promote-or-sack-yields-loyalty,
delegates-loyal-for-job, expelled-keep-followers, nationalities-post-places-clients
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import holder_of_chief_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

DEPTH = 4


@dataclass(frozen=True, kw_only=True)
class Patronage:
    """How ties change in a month."""

    neglect: float = parameter(
        0.012, "weakening of a tie that nothing renews", unit="1/month", low=0.005, high=0.03, source="assumed"
    )
    renewal: float = parameter(
        0.018, "strengthening while the patron holds the appointing office", unit="1/month", low=0.0, high=0.04,
        source="assumed; promote-or-sack-yields-loyalty",
    )
    quarrel: float = parameter(
        0.02, "weakening for each unit of policy distance over one half", unit="1/month", low=0.0, high=0.06,
        source="assumed",
    )
    fear_of_patron: float = parameter(
        0.5, "weakening when the patron dismisses his own clients", unit="ratio", low=0.0, high=2.0, source="assumed"
    )
    calm: float = parameter(
        0.85, "how much insecurity is remembered from month to month", unit="share", low=0.5, high=0.98, source="assumed"
    )
    pass_on: float = parameter(
        0.5, "strength left when a tie passes to the next patron up", unit="share", low=0.0, high=1.0, source="assumed"
    )
    scatter: float = parameter(
        0.06, "drift of an expelled leader's followers", unit="1/month", low=0.0, high=0.3,
        source="assumed; expelled-keep-followers",
    )
    broken: float = parameter(
        0.02, "strength below which a tie no longer counts", unit="tie", low=0.0, high=0.1, source="assumed"
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Let every tie take its course, free the rows of the fallen, and add up followings."""
    for i in range(world.n.people):
        state = world.people[i].state
        if state != codes.VACANT and state != codes.FALLEN and world.people[i].patron >= 0:
            _tend(world, prm, i)
    for f in range(world.n.figures):
        figure = world.figures[f]
        figure.insecurity = figure.insecurity * prm.patronage.calm
    _free_fallen(world)
    add_up(world)


@kernel
def _tend(world: World, prm: Parameters, i: int) -> None:
    """One month of one tie."""
    own = prm.patronage
    p = world.people[i]
    patron = world.people[p.patron]
    if patron.state == codes.FALLEN or patron.state == codes.VACANT:
        p.patron = patron.patron
        p.tie = max(p.tie, 0.0) * own.pass_on
        if p.patron < 0 or p.patron == i:
            p.patron = codes.NOBODY
            p.tie = 0.0
        return
    tie = p.tie
    if tie <= 0.0:
        p.tie = tie * (1.0 - own.neglect)
        return
    if _holds_sway(world, p.post, p.patron):
        tie += own.renewal * tie * (1.0 - tie)
    tie -= own.neglect * tie
    gap = 0.0
    for d in range(3):
        gap += world.line.salience[d] * abs(p.ideal[d] - patron.ideal[d])
    if gap > 0.5:
        tie *= 1.0 - own.quarrel * (gap - 0.5)
    if patron.figure >= 0:
        tie *= 1.0 - own.fear_of_patron * min(world.figures[patron.figure].insecurity, 1.0)
        if world.figures[patron.figure].expelled >= 0:
            tie *= 1.0 - own.scatter
    if tie < own.broken:
        tie = 0.0
    p.tie = tie


@kernel
def _holds_sway(world: World, post: int, patron: int) -> bool:
    """Whether the patron still has the say over the client's post: as its boss, its organ's chief, or the party's."""
    if post < 0:
        return False
    p = world.posts[post]
    if p.boss >= 0 and world.posts[p.boss].holder == patron:
        return True
    if p.organ < 0:
        return holder_of_chief_post(world) == patron
    chief = world.organs[p.organ].chief
    return chief >= 0 and world.posts[chief].holder == patron


@kernel
def _free_fallen(world: World) -> None:
    """Rows of those who fell last month become vacant, now that their clients have moved on."""
    for i in range(world.n.people):
        p = world.people[i]
        if p.state == codes.FALLEN:
            p.state = codes.VACANT
            p.patron = codes.NOBODY
            p.root = codes.NOBODY
            p.tie = 0.0
            p.loyal = 0.0


@kernel
def add_up(world: World) -> None:
    """Find each official's nearest figure, and each figure's following."""
    for i in range(world.n.people):
        p = world.people[i]
        if p.state == codes.VACANT:
            continue
        root, loyal = nearest_figure(world, i)
        p.root = root
        p.loyal = loyal
    total = 0.0
    for c in range(world.n.classes):
        total += world.classes[c].weight * world.classes[c].count
    for f in range(world.n.figures):
        world.figures[f].following = 0.0
    for j in range(world.n.posts):
        holder = world.posts[j].holder
        if holder < 0:
            continue
        root = world.people[holder].root
        if root >= 0 and world.people[holder].loyal > 0.0:
            share = world.people[holder].loyal * world.classes[world.posts[j].kind].weight / total
            world.figures[root].following += luck.grain(share)
    _pass_up(world)


@kernel
def nearest_figure(world: World, person: int) -> tuple[int, float]:
    """(figure, product of ties) up the chain from a person's patron; (-1, 0) if none is near."""
    strength = 1.0
    here = person
    for _ in range(DEPTH):
        strength *= world.people[here].tie
        here = world.people[here].patron
        if here < 0 or strength == 0.0:
            return codes.NOBODY, 0.0
        if world.people[here].figure >= 0:
            return world.people[here].figure, strength
        if strength < 0.0:
            return codes.NOBODY, 0.0
    return codes.NOBODY, 0.0


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
