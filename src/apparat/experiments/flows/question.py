"""One question of policy, put to every level with the model's own votes; nothing in the run changes.

The question is which of two positions to take. Nobody moves it: two rows of the table of figures that no
scenario uses carry the positions, without person, menace or authority. So reasons of policy count, and the
pull of patrons, camps, authority and office as they side on it, but no feeling for or against a mover.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.flows import levels
from apparat.ground.errors import UsageError
from apparat.mechanisms.assemblies import assembly_share, members_share, staged, temper_regions
from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.leanings import Question, common_terms, gain_of, private_leaning, temper, temper_body
from apparat.mechanisms.voting import expected_share
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.places import holder_of_chief_post
from apparat.world.state import FIGURES, REGIONS, SCRATCH, World
from apparat.world.table import Table, Vector

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

HALF = 0.5
"""Half the distance between the two positions: one on either side of the line [assumed]."""
_ADDRESS = 7100
"""Where members' moods of the day are drawn; the yardsticks have another number."""


def positions(world: NDArray[np.void], axis: int) -> NDArray[np.float64]:
    """(2, 3): for and against, on either side of the party's line along an axis."""
    found: NDArray[np.float64] = np.stack([world["line"]["line"][0], world["line"]["line"][0]])
    found[0, axis], found[1, axis] = found[0, axis] + HALF, found[1, axis] - HALF
    return np.clip(found, -1.0, 1.0)


def put(
    world: NDArray[np.void], parameters: NDArray[np.void], places: levels.Levels, between: NDArray[np.float64]
) -> NDArray[np.float64]:
    """(levels,): share of each level for the first of two positions (2, 3); NaN where nobody votes.

    Raises UsageError for a scenario that leaves no room in the table of figures.
    """
    free = int(world["n"]["figures"][0])
    if free + 2 > FIGURES:
        raise UsageError(
            "The scenario has too many persons: a question needs two free rows among the figures."
        )
    carriers = world["figures"][0][free : free + 2]
    carriers["stated"], carriers["person"], carriers["menace"] = between, codes.NOBODY, 0.0
    shares = np.full(len(levels.LEVELS), np.nan)
    worlds: Any = world
    sets: Any = parameters
    ask(worlds, sets, places.soviets, places.cabinet, shares)
    if not places.delegates:
        shares[levels.SOVIET_CONGRESS] = np.nan
    return shares


@kernel
def ask(
    worlds: Table[World],
    sets: Table[Parameters],
    soviets: NDArray[np.intp],
    cabinet: NDArray[np.intp],
    shares: Vector,
) -> None:
    """Fill in the shares of all levels; the carriers are the two rows after the last figure."""
    world, prm = worlds[0], sets[0]
    q = Question(world.n.figures, world.n.figures + 1, codes.POLICY, 0.0, -1)
    temper_regions(world, prm, codes.POLICY, _ADDRESS)
    temper_body(world, prm, codes.COMMITTEE, codes.POLICY)
    temper_body(world, prm, codes.TOP, codes.POLICY)
    take_sides(world, prm, q.mover, q.target, codes.POLICY, 0.0)
    shares[levels.MEMBERS] = members_share(world, prm, q)
    shares[levels.CONGRESS] = assembly_share(world, prm, q)
    if world.bodies[codes.COMMITTEE].size > 0:
        shares[levels.COMMITTEE] = expected_share(world, prm, codes.COMMITTEE, q)
    if world.bodies[codes.TOP].size > 0:
        shares[levels.TOP] = expected_share(world, prm, codes.TOP, q)
    chief = holder_of_chief_post(world)
    if chief >= 0:
        shares[levels.CHIEF] = _support(world, prm, chief, q)
    shares[levels.SOVNARKOM] = _mean_support(world, prm, cabinet, q)
    shares[levels.SOVIETS] = _mean_support(world, prm, soviets, q)
    shares[levels.SOVIET_CONGRESS] = _delegates(world, prm, soviets, q)
    total = 0.0
    count = 0
    for r in range(world.n.regions):
        post = world.regions[r].secretary
        if post >= 0 and world.posts[post].holder >= 0:
            total += _support(world, prm, world.posts[post].holder, q)
            count += 1
    if count > 0:
        shares[levels.SECRETARIES] = total / count


@kernel
def _support(world: World, prm: Parameters, person: int, q: Question) -> float:
    """One official's chance of voting for, by himself: no herd, and the chief's side as far as he depends."""
    terms = common_terms(world, prm, q)
    row = world.scratch[SCRATCH - 1]
    temper(world, prm, person, q.motion, row)
    gain = gain_of(world, world.people[person].ideal, q)
    policy, tie, respect, dread = private_leaning(world, prm, person, q, terms, gain, row)
    leaning = policy + tie + respect + dread
    if world.people[person].post >= 0:
        leaning += prm.voting.dependence * terms.chief_side
    return float(luck.sigmoid(leaning))


@kernel
def _mean_support(world: World, prm: Parameters, posts: NDArray[np.intp], q: Question) -> float:
    """Mean chance of the holders of posts; NaN if all are vacant."""
    total = 0.0
    count = 0
    for k in range(len(posts)):
        holder = world.posts[posts[k]].holder
        if holder >= 0:
            total += _support(world, prm, holder, q)
            count += 1
    if count == 0:
        return np.nan
    return total / count


@kernel
def _delegates(world: World, prm: Parameters, soviets: NDArray[np.intp], q: Question) -> float:
    """A congress of delegates of soviets: regional shares staged and weighted as the party's are."""
    totals = np.zeros(REGIONS)
    counts = np.zeros(REGIONS)
    for k in range(len(soviets)):
        post = world.posts[soviets[k]]
        if post.holder >= 0 and post.region >= 0:
            totals[post.region] += _support(world, prm, post.holder, q)
            counts[post.region] += 1.0
    share = 0.0
    weight = 0.0
    for r in range(world.n.regions):
        if counts[r] > 0.0:
            share += world.regions[r].share * staged(totals[r] / counts[r], prm.voting.stages)
            weight += world.regions[r].share
    if weight == 0.0:
        return np.nan
    return share / weight
