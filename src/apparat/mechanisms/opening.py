"""Opening: what is drawn once, when a run begins.

Traits that the scenario leaves open are drawn from the common prior; what the scenario does state is
jittered, since no source gives standing to two digits. Posts without a named holder get an official, who
depends on his boss or on the chief of the authority that fills his post with chance `rooted`.

Reads: everything the scenario set
Writes: figures' traits, people, posts.holder, regions
Draws: TRAITS, JITTER, LIFESPAN, TIE
Facts: nomenklatura-list-size-1923, appointments/1921-1922/county-secretaries-elected-of-191
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.demography import lifespan
from apparat.mechanisms.elections import trait
from apparat.mechanisms.membership import sum_up
from apparat.mechanisms.nomenklatura import FIRST_KEY, enter, free_row
from apparat.mechanisms.patronage import add_up
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import place_in_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

OPENING_SLOT = 4095


@dataclass(frozen=True, kw_only=True)
class Opening:
    """How far the opening state is drawn."""

    ideal: float = parameter(0.10, "jitter of ideal points", unit="policy", low=0.0, high=0.3, source="assumed")
    authority: float = parameter(0.05, "jitter of authority", unit="authority", low=0.0, high=0.15, source="assumed")
    tie: float = parameter(0.08, "jitter of stated ties", unit="tie", low=0.0, high=0.2, source="assumed")
    rooted: float = parameter(
        0.5, "officials who already depend on their boss", unit="share", low=0.2, high=0.8,
        source="assumed; about half the county secretaries of 1921-22 were elected, the rest recommended",
    )
    mood: float = parameter(0.12, "spread of regions' moods", unit="policy", low=0.0, high=0.3, source="assumed")


@kernel
def open_run(world: World, prm: Parameters) -> None:
    """Draw the opening of a run into a world that holds the scenario."""
    own = prm.opening
    for f in range(world.n.figures):
        if world.figures[f].person >= 0:
            _open_figure(world, prm, f)
    for r in range(world.n.regions):
        a, b, c, d = luck.once(world.clock, luck.MOOD, r, 0)
        mood = world.regions[r].mood
        mood[0] = _within(mood[0] + own.mood * luck.normal(a, b))
        mood[1] = _within(mood[1] + own.mood * luck.normal(c, d))
        mood[2] = _within(mood[2] + own.mood * luck.normal(b, c))
    for j in range(world.n.posts):
        if world.posts[j].holder < 0 and world.classes[world.posts[j].kind].visible == 0.0:
            _staff(world, prm, j)
    for j in range(world.n.posts):
        _root(world, prm, j)
    sum_up(world)
    add_up(world)


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
    own = prm.opening
    figure = world.figures[f]
    p = world.people[figure.person]
    figure.skill = _given(figure.skill, world, p.key, 0)
    figure.organiser = _given(figure.organiser, world, p.key, 1)
    figure.flexibility = _given(figure.flexibility, world, p.key, 2)
    figure.ambition = _given(figure.ambition, world, p.key, 3)
    figure.menace = _given(figure.menace, world, p.key, 4)
    a, b, c, d = luck.once(world.clock, luck.JITTER, p.key, 1)
    e, g, h, i = luck.once(world.clock, luck.JITTER, p.key, 2)
    p.ideal[0] = _within(p.ideal[0] + own.ideal * luck.normal(a, b))
    p.ideal[1] = _within(p.ideal[1] + own.ideal * luck.normal(c, d))
    p.ideal[2] = _within(p.ideal[2] + own.ideal * luck.normal(e, g))
    p.authority = min(max(p.authority + own.authority * luck.normal(h, i), 0.01), 1.0)
    if p.patron >= 0:
        p.tie = min(max(p.tie + own.tie * luck.normal(b, d), -1.0), 0.95)
    for k in range(3):
        figure.stated[k] = p.ideal[k]
    if world.rules.health_drawn == 1:
        u, _, _, _ = luck.once(world.clock, luck.LIFESPAN, p.key, 1)
        p.dies = lifespan(0, p.born, prm.demography.level, prm.demography.rate, u)


@kernel
def _staff(world: World, prm: Parameters, post: int) -> None:
    """An official for a post without a named holder."""
    row = free_row(world)
    if row < 0:
        return
    u, _, _, _ = luck.once(world.clock, luck.ENTRANT, post, 0)
    enter(world, prm, row, post, 0.5 * (0.5 + u))
    world.people[row].key = FIRST_KEY + post * 4096 + OPENING_SLOT
    place_in_post(world, post, row, 0)
    world.posts[post].since = -1


@kernel
def _root(world: World, prm: Parameters, post: int) -> None:
    """Part of the officials already depend on their boss, or on the chief of the authority over them."""
    holder = world.posts[post].holder
    if holder < 0 or world.people[holder].patron >= 0 or world.people[holder].figure >= 0:
        return
    boss = codes.NOBODY
    p = world.posts[post]
    if p.boss >= 0:
        boss = world.posts[p.boss].holder
    elif p.organ >= 0 and world.organs[p.organ].collegial < 0 and world.organs[p.organ].chief >= 0:
        boss = world.posts[world.organs[p.organ].chief].holder
    u, v, _, _ = luck.once(world.clock, luck.TIE, world.people[holder].key, 0)
    if boss < 0 or boss == holder or u >= prm.opening.rooted:
        return
    world.people[holder].patron = boss
    world.people[holder].tie = prm.nomenklatura.local_favour * (0.6 + 0.8 * v)
