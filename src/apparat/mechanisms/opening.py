"""Opening: what is drawn once, when a run begins.

Traits that the scenario leaves open are drawn from the common prior; what the scenario does state is
jittered, since no source gives standing to two digits. Posts without a named holder get an official, who
depends on his boss or on the chief of the authority that fills his post with chance `rooted`. Seats that
the scenario leaves to officials go to the strongest claims among them.

Reads: everything the scenario set
Writes: figures' traits, people, posts.holder, seats, regions
Draws: TRAITS, JITTER, LIFESPAN, TIE
Facts: nomenklatura-list-size-1923, appointments/1921-1922/county-secretaries-elected-of-191
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.demography import lifespan
from apparat.mechanisms.elections import seat_officials, trait
from apparat.mechanisms.membership import sum_up
from apparat.mechanisms.patronage import add_up
from apparat.mechanisms.recruitment import OPENING_SLOT, enter, entrant_key, rank_classes
from apparat.mechanisms.reform import felt_before
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import free_row, place_in_post, take_stock
from apparat.world.state import BATCH, World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Opening:
    """How far the opening state is drawn."""

    rooted: float = parameter(
        0.5,
        "officials who already depend on their boss",
        unit="share",
        low=0.2,
        high=0.8,
        source="assumed: half; appointments/1921-1922/county-secretaries-elected-of-191",
    )
    mood: float = parameter(
        0.12, "spread of regions' moods", unit="policy", low=0.0, high=0.3, source="assumed"
    )


@kernel
def open_run(world: World, prm: Parameters) -> None:
    """Draw the opening of a run into a world that holds the scenario."""
    own = prm.opening
    take_stock(world)
    for f in range(world.n.figures):
        if world.figures[f].person >= 0:
            _open_figure(world, prm, f)
    _open_relations(world)
    for s in range(world.n.statutes):
        felt_before(world, prm, s)
    for r in range(world.n.regions):
        mood = world.regions[r].mood
        for d in range(3):
            mood[d] = _within(mood[d] + own.mood * luck.bell(luck.once(world.clock, luck.MOOD, r, d)))
    rank_classes(world)
    for first in range(0, world.n.posts, BATCH):
        _staff(world, prm, first, min(BATCH, world.n.posts - first))
    for first in range(0, world.n.posts, BATCH):
        _root(world, prm, first, min(BATCH, world.n.posts - first))
    seat_officials(world, prm)
    sum_up(world)
    add_up(world, prm)


@kernel
def _within(x: float) -> float:
    return min(max(x, -1.0), 1.0)


@kernel
def _given(value: float, world: World, key: int, which: int) -> float:
    """A stated trait, or one drawn from the common prior where the scenario states none (NaN)."""
    if math.isnan(value):
        return trait(world, key, which)
    return value


@kernel
def _open_figure(world: World, prm: Parameters, f: int) -> None:
    own = world.spread
    figure = world.figures[f]
    p = world.people[figure.person]
    key = int(p.key)
    figure.skill = _given(figure.skill, world, key, 0)
    figure.organiser = _given(figure.organiser, world, key, 1)
    figure.flexibility = _given(figure.flexibility, world, key, 2)
    figure.ambition = _given(figure.ambition, world, key, 3)
    figure.menace = _given(figure.menace, world, key, 4)
    for d in range(3):
        p.ideal[d] = _within(p.ideal[d] + own.ideal * luck.bell(luck.once(world.clock, luck.JITTER, key, d)))
    standing = p.authority + own.authority * luck.bell(luck.once(world.clock, luck.JITTER, key, 3))
    p.authority = min(max(standing, 0.01), 1.0)
    if p.patron >= 0:
        tie = p.tie + own.tie * luck.bell(luck.once(world.clock, luck.JITTER, key, 4))
        p.tie = min(max(tie, -1.0), 0.95)
    for k in range(3):
        figure.stated[k] = p.ideal[k]
    if world.rules.health_drawn == 1:
        u = luck.once(world.clock, luck.LIFESPAN, key, 1)[0]
        p.dies = lifespan(world, prm, int(p.born), u)


@kernel
def _open_relations(world: World) -> None:
    """Stated relations are judgements too: each is drawn anew around what the scenario says."""
    for i in range(world.n.figures):
        for j in range(i + 1, world.n.figures):
            if world.relations[i, j] == 0.0:
                continue
            a = int(world.people[world.figures[i].person].key)
            b = int(world.people[world.figures[j].person].key)
            noise = luck.bell(luck.once(world.clock, luck.JITTER, min(a, b), 1000 + max(a, b)))
            value = _within(world.relations[i, j] + world.spread.relation * noise)
            world.relations[i, j] = value
            world.relations[j, i] = value


@kernel
def _staff(world: World, prm: Parameters, first: int, count: int) -> None:
    """Officials for those of a batch of posts that have no named holder."""
    keys, drawn = world.keys, world.drawn
    keys[1, :] = 0
    for k in range(count):
        keys[0, k] = first + k
    luck.once_all(world.clock, luck.ENTRANT, keys, count, drawn, 0)
    for k in range(count):
        keys[0, k] = entrant_key(first + k, OPENING_SLOT)
    luck.draw_all(world.clock, luck.LIFESPAN, keys, count, drawn, 4)
    for k in range(count):
        post = first + k
        if world.posts[post].holder >= 0 or world.classes[world.posts[post].kind].visible > 0.0:
            continue
        row = free_row(world)
        if row < 0:
            return
        competence = 0.5 * (0.5 + drawn[0, k])
        enter(world, prm, row, post, entrant_key(post, OPENING_SLOT), competence, luck.taken(drawn, 4, k))
        place_in_post(world, post, row, 0)
        world.posts[post].since = -1


@kernel
def _root(world: World, prm: Parameters, first: int, count: int) -> None:
    """Part of the officials in a batch of posts already depend on somebody."""
    world.keys[1, :] = 0
    for k in range(count):
        world.keys[0, k] = first + k
    luck.once_all(world.clock, luck.TIE, world.keys, count, world.drawn, 0)
    for k in range(count):
        _root_one(world, prm, first + k, world.drawn[0, k], world.drawn[1, k])


@kernel
def _root_one(world: World, prm: Parameters, post: int, u: float, v: float) -> None:
    """A post's holder may depend on his boss, or on the chief of the authority over them."""
    holder = int(world.posts[post].holder)
    if holder < 0 or world.people[holder].patron >= 0 or world.people[holder].figure >= 0:
        return
    boss = codes.NOBODY
    p = world.posts[post]
    if p.boss >= 0:
        boss = int(world.posts[p.boss].holder)
    elif p.organ >= 0 and world.organs[p.organ].collegial < 0 and world.organs[p.organ].chief >= 0:
        boss = int(world.posts[world.organs[p.organ].chief].holder)
    if boss < 0 or boss == holder or u >= prm.opening.rooted:
        return
    world.people[holder].patron = boss
    world.people[holder].tie = prm.nomenklatura.local_favour * (0.6 + 0.8 * v)
