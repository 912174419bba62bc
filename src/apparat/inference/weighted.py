"""Weighted draws: quantiles, effective number, and an equal-weight choice among them."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def normal(weights: Array) -> Array:
    """Weights that sum to 1."""
    shares: Array = weights / weights.sum()
    return shares


def effective(weights: Array) -> float:
    """How many equally weighted draws would say as much (Kish): 1 at least, their number at most."""
    return float(weights.sum() ** 2 / (weights**2).sum())


def quantiles(values: Array, weights: Array, at: tuple[float, ...]) -> Array:
    """Weighted quantiles of values, (n,), linear between the middles of neighbouring weights."""
    order = np.argsort(values, kind="stable")
    shares = normal(weights[order])
    middles = np.cumsum(shares) - 0.5 * shares
    found: Array = np.interp(at, middles, values[order])
    return found


def deviation(values: Array, weights: Array) -> float:
    """Weighted standard deviation."""
    shares = normal(weights)
    mean = float(shares @ values)
    return float(np.sqrt(shares @ (values - mean) ** 2))


def equal_weight(weights: Array, count: int) -> NDArray[np.intp]:
    """Indices of `count` draws that stand for the weighted ones: each about in proportion, without luck."""
    steps = (np.arange(count) + 0.5) / count
    chosen: NDArray[np.intp] = np.searchsorted(np.cumsum(normal(weights)), steps)
    return np.minimum(chosen, len(weights) - 1)


def central(points: Array, weights: Array) -> int:
    """The draw nearest to the weighted mean, each dimension measured in its own standard deviation."""
    shares = normal(weights)
    mean = shares @ points
    spread = np.sqrt(shares @ (points - mean) ** 2)
    apart = (points - mean) / np.where(spread > 0, spread, 1.0)
    return int(np.argmin((apart**2).sum(axis=1)))
