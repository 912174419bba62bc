"""From prior to posterior by steps: how far to go in one, and whom to follow.

The kernel exp(-power * misfit) is raised from power 0, the prior, to power 1. Each step goes as far as leaves
a fixed share of the points effective [DelMoral2012]. A few ancestors are then drawn by weight, a chain is
walked from each, and all points of all chains make the next population [DauChopin2022]. Wider tolerances by a
factor f are the same as power 1/f^2, so the powers are the tolerances of approximate Bayesian computation;
at power 1 they are what is doubted of record and model, and the computation is exact [Wilkinson2013].
"""

import numpy as np
from numpy.typing import NDArray

from apparat.inference.weighted import effective, normal

Array = NDArray[np.float64]

# A step that gains less is taken for the last that can be told apart.
_PRECISION = 1e-9
_HALVINGS = 60


def reweigh(misfit: Array, change: float) -> Array:
    """(n,) weights, the largest 1, that raise the power of equally weighted points by `change`."""
    finite = np.isfinite(misfit)
    weights = np.zeros(len(misfit))
    weights[finite] = np.exp(-change * (misfit[finite] - misfit[finite].min()))
    return weights


def next_power(misfit: Array, power: float, share: float) -> float:
    """The power, at most 1, that leaves `share` of the points with a finite misfit effective."""
    finite = misfit[np.isfinite(misfit)]
    wanted = share * len(finite)
    low, high = 0.0, 1.0 - power
    if effective(reweigh(finite, high)) >= wanted:
        return 1.0
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        if effective(reweigh(finite, middle)) >= wanted:
            low = middle
        else:
            high = middle
    return power + max(low, _PRECISION)


def ancestors(weights: Array, count: int, luck: np.random.Generator) -> NDArray[np.intp]:
    """(count,) places of points drawn in proportion to their weights, evenly spread (systematic)."""
    marks = (np.arange(count) + luck.random()) / count
    chosen: NDArray[np.intp] = np.searchsorted(np.cumsum(normal(weights)), marks, side="right")
    return np.minimum(chosen, len(weights) - 1)


def tolerance(power: float) -> float:
    """How many times wider than stated the tolerances are at a power: infinite at 0."""
    return power**-0.5 if power > 0 else np.inf
