"""Slate: who has a claim to a seat on the committee, the strongest first.

The pool is everybody with a claim: members of the committee, holders of important posts, figures. It is kept
as a heap, so that a list of hundreds is never searched for its best.

claim = rank * authority + entitlement of the post + incumbency + favour * loyalty to the slate-maker
        - condemned * strikes + luck                                                                  [ours]

Reads: people, posts, classes, figures, seats, relations
Writes: the pool
Draws: claims (SLATE)
Facts: central-committee-chosen-by-congress, delegate-selection-shapes-cc
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.mechanisms.recruitment import loyalty_to
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.places import seat_of
from apparat.world.state import BATCH, World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@kernel
def _claim(world: World, prm: Parameters, person: int, slate_maker: int, fortune: float) -> float:
    """A person's claim to a seat on the committee, in the slate-maker's eyes; below -1: none."""
    p = world.people[person]
    if p.state != codes.ACTIVE and p.state != codes.OUTSIDE:
        return -9.0
    own = prm.congress
    total = own.rank * p.authority + own.luck * fortune
    if p.post >= 0:
        total += world.classes[world.posts[p.post].kind].seat
    if p.seats > 0:
        total += own.incumbent * _incumbency(world, person)
    if p.figure >= 0:
        total -= own.condemned * world.figures[p.figure].strikes
    if slate_maker >= 0 and p.figure == slate_maker:
        total += 1.0
    return total + favoured(world, prm, person, slate_maker)


@kernel
def favoured(world: World, prm: Parameters, person: int, slate_maker: int) -> float:
    """What the slate-maker adds for those who are his, and takes from those who are not; 0 without one."""
    if slate_maker < 0:
        return 0.0
    f = int(world.people[person].figure)
    side = loyalty_to(world, person, world.figures[slate_maker].person)
    if f >= 0 and f != slate_maker:
        side += 0.5 * world.relations[f, slate_maker]
    return float(prm.congress.favour * side)


@kernel
def _incumbency(world: World, person: int) -> float:
    """What seats held already count for: full ones in committee and top body, candidates' by half."""
    total = 0.0
    if seat_of(world, codes.COMMITTEE, person) >= 0:
        total += 1.0
    elif seat_of(world, codes.COMMITTEE_CANDIDATES, person) >= 0:
        total += 0.5
    if seat_of(world, codes.TOP, person) >= 0:
        total += 1.0
    return total


@kernel
def draw_up(world: World, prm: Parameters, slate_maker: int) -> None:
    """Fill the pool with everybody's claim, in the slate-maker's eyes."""
    world.tally.claims = 0
    _enter_holders(world)
    for f in range(world.n.figures):
        person = world.figures[f].person
        if person < 0 or (world.people[person].post >= 0 and _has_claim(world, world.people[person].post)):
            continue
        _enter_pool(world, person)
    for body in (codes.COMMITTEE, codes.COMMITTEE_CANDIDATES):
        b = world.bodies[body]
        for k in range(b.size):
            person = world.seats[b.first + k].person
            p = world.people[person]
            if p.figure < 0 and (p.post < 0 or not _has_claim(world, p.post)):
                _enter_pool(world, person)
    _weigh_pool(world, prm, slate_maker)
    for k in range(world.tally.claims // 2):
        _sink(world, world.tally.claims // 2 - 1 - k)


@kernel
def _enter_holders(world: World) -> None:
    """Enter the holders of posts that give a claim, class by class as posts stand in the table."""
    post = 0
    while post < world.n.posts:
        kind = world.classes[world.posts[post].kind]
        end = kind.first + kind.count
        if kind.seat > 0.0:
            for each in range(post, end):
                person = int(world.posts[each].holder)
                if person >= 0 and world.people[person].post == each:
                    _enter_pool(world, person)
        post = end


@kernel
def _has_claim(world: World, post: int) -> bool:
    return world.classes[world.posts[post].kind].seat > 0.0


@kernel
def _enter_pool(world: World, person: int) -> None:
    if world.tally.claims < world.n.pool:
        world.claimants[world.tally.claims] = person
        world.tally.claims += 1


@kernel
def _weigh_pool(world: World, prm: Parameters, slate_maker: int) -> None:
    """Weigh the claims of those in the pool; who has none leaves it."""
    entered = world.tally.claims
    world.tally.claims = 0
    world.keys[1, :] = 0
    for first in range(0, entered, BATCH):
        count = min(BATCH, entered - first)
        for k in range(count):
            world.keys[0, k] = world.people[world.claimants[first + k]].key
        luck.draw_all(world.clock, luck.SLATE, world.keys, count, world.drawn, 0)
        for k in range(count):
            person = int(world.claimants[first + k])
            value = _claim(world, prm, person, slate_maker, luck.bell(luck.taken(world.drawn, 0, k)))
            if value >= -1.0:
                world.claims[world.tally.claims] = value
                world.claimants[world.tally.claims] = person
                world.tally.claims += 1


@kernel
def take_best(world: World) -> int:
    """The person with the strongest claim that is left, ties to the lower key; -1 when none is."""
    last = world.tally.claims - 1
    if last < 0:
        return codes.NOBODY
    person = int(world.claimants[0])
    world.claims[0] = world.claims[last]
    world.claimants[0] = world.claimants[last]
    world.tally.claims = last
    _sink(world, 0)
    return person


@kernel
def _sink(world: World, k: int) -> None:
    """Let a claim sink in the heap until none below it is stronger."""
    child = 2 * k + 1
    while child < world.tally.claims:
        if child + 1 < world.tally.claims:
            child += int(_outranks(world, child + 1, child))  # either may be: nothing to guess
        if not _outranks(world, child, k):
            return
        world.claims[k], world.claims[child] = world.claims[child], world.claims[k]
        world.claimants[k], world.claimants[child] = world.claimants[child], world.claimants[k]
        k, child = child, 2 * child + 1


@kernel
def _outranks(world: World, k: int, other: int) -> bool:
    """Whether a claim of the pool is stronger than another, the lower key deciding between equals."""
    gap = world.claims[k] - world.claims[other]
    if gap != 0.0:
        return bool(gap > 0.0)
    keys = world.people[world.claimants[k]].key, world.people[world.claimants[other]].key
    return keys[0] < keys[1]
