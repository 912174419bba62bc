"""Strength: what office, authority and following add up to, how a chief is praised for it, and who counts.

office = min(1, highest visible rank + further * (lower ranks) + bench * (seated in the top body))
power  = fame * authority + rank * office + machine * scale * following
revealed <- revealed + reveal * min(scale * following, 1) * (1 - revealed)
praise   <- praise + swell * (1 - praise) of a chief whom nobody matches; others: praise * (1 - swell)  [ours]

A figure takes part who is fit and seated, or strong without a seat; at most `MOST_ACTIVE`. The parameters are
those of `coalition`.

Reads: people, figures, posts, classes, rules
Writes: figures.office, power, revealed, praise, active; people.authority
Draws: none
Facts: office-is-not-power, rivals-underestimated-stalin, khrushchev-criticisms-1964, heirs-reject-cult
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.places import activate, deactivate, holder_of_chief_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

MOST_ACTIVE = 14


@kernel
def weigh(world: World, prm: Parameters) -> None:
    """Add up what everybody has, and decide who takes part."""
    _offices(world, prm)
    _power(world, prm)
    _praise(world, prm.coalition.swell)
    _activate(world, prm)


@kernel
def _offices(world: World, prm: Parameters) -> None:
    """Visible rank: the highest office held in full, further ones in part, and a seat in the top body."""
    further, bench = prm.coalition.further, prm.coalition.bench
    for f in range(world.n.figures):
        world.figures[f].office = 0.0
    for j in range(world.n.posts):
        holder = int(world.posts[j].holder)
        if holder < 0 or world.people[holder].figure < 0:
            if world.posts[j].office < 0 and world.posts[j].kind > 0:
                break
            continue
        figure = world.figures[world.people[holder].figure]
        rank = world.classes[world.posts[j].kind].visible
        figure.office = max(figure.office, rank) + further * min(figure.office, rank)
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person < 0:
            continue
        if figure.seated >= 0:
            figure.office += bench
        figure.office = min(figure.office, 1.0)


@kernel
def _power(world: World, prm: Parameters) -> None:
    """Authority, office and following together; and how much of each machine has come to light."""
    own = prm.coalition
    chief = holder_of_chief_post(world)
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person < 0:
            continue
        p = world.people[figure.person]
        if figure.person == chief and world.rules.authority_on == 1:
            p.authority += prm.discipline.dignity * max(prm.discipline.ceiling - p.authority, 0.0)
        force = own.scale * figure.following
        figure.power = own.fame * p.authority + own.rank * figure.office + own.machine * force
        if p.state == codes.EXPELLED or p.state == codes.DEAD:
            figure.power = 0.0
        figure.revealed += own.reveal * min(force, 1.0) * (1.0 - figure.revealed)


@kernel
def _praise(world: World, swell: float) -> None:
    """A chief whom nobody matches has himself praised; of others, and of one who is matched, less."""
    strongest = 0
    for f in range(world.n.figures):
        world.figures[f].praise *= 1.0 - swell
        if world.figures[f].power > world.figures[strongest].power:
            strongest = f
    if world.figures[strongest].person >= 0 and world.figures[strongest].person == holder_of_chief_post(
        world
    ):
        world.figures[strongest].praise += swell


@kernel
def _activate(world: World, prm: Parameters) -> None:
    """Who takes part: seated figures and strong outsiders, at most `MOST_ACTIVE`, the strongest of them."""
    world.tally.active = 0
    for f in range(world.n.figures):
        world.figures[f].active = 0
        if _counts(world, f, prm.coalition.notice, prm.coalition.fit):
            activate(world, f)
    while world.tally.active > MOST_ACTIVE:
        weakest = world.active[0]
        for k in range(world.tally.active):
            if world.figures[world.active[k]].power < world.figures[weakest].power:
                weakest = world.active[k]
        deactivate(world, weakest)


@kernel
def _counts(world: World, f: int, notice: float, fit: float) -> bool:
    """Whether a figure is able to act, and seated or strong."""
    figure = world.figures[f]
    if figure.person < 0 or figure.capacity < fit:
        return False
    state = world.people[figure.person].state
    if state == codes.DEAD or state == codes.EXPELLED:
        return False
    return figure.seated >= 0 or figure.power >= notice
