"""Chains of small moves that keep a distribution: Metropolis in the free parameters and the rest at once.

A move adds a normal step, shaped like the points themselves, to the free parameters, and draws a few of
the rest anew. Both are symmetric under the prior up to its density, so a move is accepted with the ratio of
prior densities times that of the kernels exp(-base - power * misfit).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.inference.points import Points, Simulate
from apparat.inference.prior import Prior
from apparat.inference.weighted import normal

Array = NDArray[np.float64]

BEST_SCALE = 2.38
"""Step over the root of the dimensions that moves normal chains fastest [RobertsGelmanGilks1997]."""
REFRESHED = 0.1
"""Share of the rest that a move draws anew. Ours."""
# Keeps a covariance that points in a plane leave singular from being so.
_RIDGE = 1e-9


@dataclass(frozen=True)
class Walk:
    """How a chain moves."""

    factor: Array
    """(d, d) lower triangular: shape and size of a step in the free parameters"""
    power: float
    """Power of the kernel: 0 knows the prior only, 1 the record with its full tolerances' weight."""

    @classmethod
    def among(cls, line: Array, weights: Array, power: float, scale: float) -> "Walk":
        """Steps shaped like weighted points, (n, d) and (n,), `scale` times as long as is usually best."""
        shares = normal(weights)
        apart = line - shares @ line
        covariance = (shares[:, None] * apart).T @ apart + _RIDGE * np.eye(line.shape[1])
        reach = scale * BEST_SCALE / np.sqrt(line.shape[1])
        return cls(reach * np.linalg.cholesky(covariance), power)


def chain(
    simulate: Simulate, prior: Prior, start: Points, walk: Walk, length: int, luck: np.random.Generator
) -> Points:
    """`length` points: one point, and `length - 1` moves from it, stays where a move was refused."""
    found = [start.stayed()]
    for _ in range(length - 1):
        found.append(_move(simulate, prior, found[-1], walk, luck))
    return Points.join(found)


def _move(simulate: Simulate, prior: Prior, here: Points, walk: Walk, luck: np.random.Generator) -> Points:
    step = walk.factor @ luck.standard_normal(here.line.shape[1])
    fresh = prior.draw_rest(luck)
    anew = luck.random(len(fresh)) < REFRESHED
    level = np.log(luck.random())
    line, rest = here.line[0] + step, np.where(anew, fresh, here.rest[0])
    there = Points.one(line, rest, simulate(prior.values(line[None])[0], rest))
    gain = prior.log_density(line) - prior.log_density(here.line[0])
    gain -= float(there.base[0] - here.base[0]) + walk.power * float(there.misfit[0] - here.misfit[0])
    return there if level < gain else here.stayed()
