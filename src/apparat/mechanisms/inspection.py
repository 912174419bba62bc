"""Inspection: an inspectorate looks into posts that others fill; whom it spares owes its chief something.

visits = visits * organiser * health of its chief a month, to posts of the institutions it supervises
dismissed with chance  strict * (1 - loyalty to the chief)  if loyalty > 0, else strict
tie of the spared from  debt * strict  as from any favour: mercy is worth what could have been done   [ours]

The vacancy is filled by whoever fills such posts. The stick beside the carrot: without the power to dismiss,
visits bind nobody.

Reads: classes.inspector, organs, posts, people
Writes: posts.holder, people.patron, tie, state
Draws: visits (INSPECTION)
Facts: rabkrin-covers-whole-state, rabkrin-gives-stalin-oversight, ccc-rabkrin-investigate-sack,
rabkrin-fights-corruption, stalin-multiple-posts-patron
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.nomenklatura import drop
from apparat.mechanisms.recruitment import loyalty_to, oblige
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import figure_of, leave_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """What an inspectorate does."""

    visits: float = parameter(
        8.0,
        "posts that an inspectorate under a full organiser looks into",
        unit="posts/month",
        low=0.0,
        high=30.0,
        source="assumed; rabkrin-covers-whole-state",
    )
    strict: float = parameter(
        0.3,
        "chance that a visit ends in dismissal",
        unit="probability",
        low=0.0,
        high=0.8,
        source="assumed; ccc-rabkrin-investigate-sack",
    )
    debt: float = parameter(
        0.5,
        "tie of one who was spared, for a chief who always dismisses",
        unit="tie",
        low=0.0,
        high=0.9,
        source="assumed; rabkrin-gives-stalin-oversight; promote-or-sack-yields-loyalty",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Let every inspectorate pay its visits of the month."""
    for o in range(world.n.organs):
        posts = _supervised(world, o)
        if posts == 0 or world.organs[o].chief < 0:
            continue
        chief = int(world.posts[world.organs[o].chief].holder)
        f = figure_of(world, chief)
        if f < 0:
            continue
        figure = world.figures[f]
        u = luck.draw(world.clock, luck.INSPECTION, o, 0)[0]
        for k in range(int(prm.inspection.visits * figure.organiser * figure.capacity + u)):
            _visit(world, prm, o, k, posts, chief)


@kernel
def _supervised(world: World, o: int) -> int:
    """How many posts an authority may inspect."""
    total = 0
    for c in range(world.n.classes):
        if world.classes[c].inspector == o:
            total += world.classes[c].count
    return total


@kernel
def _visit(world: World, prm: Parameters, o: int, k: int, posts: int, chief: int) -> None:
    """One visit: dismissal, or a debt."""
    own = prm.inspection
    where, fate, u, _ = luck.draw(world.clock, luck.INSPECTION, o, k + 1)
    post = _nth(world, o, min(int(where * posts), posts - 1))
    person = int(world.posts[post].holder)
    figure = figure_of(world, person)
    if person < 0 or person == chief or (figure >= 0 and world.figures[figure].seated >= 0):
        return
    loyal = max(loyalty_to(world, person, chief), 0.0)
    if fate < own.strict * (1.0 - loyal):
        leave_post(world, post)
        drop(world, prm, person, chief)
    else:
        oblige(world, person, chief, own.debt * own.strict, u)


@kernel
def _nth(world: World, o: int, n: int) -> int:
    """The n-th post that an authority may inspect."""
    for c in range(world.n.classes):
        kind = world.classes[c]
        if kind.inspector == o:
            if n < kind.count:
                return kind.first + n
            n -= kind.count
    return codes.NOBODY
