"""Paired runs: the difference that an intervention makes, its interval, and what pairing saves."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from apparat.results.statistics import NORMAL_95


class Difference(NamedTuple):
    """With less without, and its 95 % interval."""

    value: float
    low: float
    high: float


def shares_differ(without: NDArray[np.bool_], with_: NDArray[np.bool_], z: float = NORMAL_95) -> Difference:
    """Difference of two shares of the same runs; half a pair is added to each cell [AgrestiMin2005]_.

    `without` and `with_` are (runs,): whether the outcome is seen. No runs leave -1 to 1 open.
    """
    runs = len(without)
    gained, lost = int((with_ & ~without).sum()), int((without & ~with_).sum())
    if runs == 0:
        return Difference(0.0, -1.0, 1.0)
    more, less, total = gained + 0.5, lost + 0.5, runs + 2.0
    middle = (more - less) / total
    half = z * sqrt(max(more + less - (more - less) ** 2 / total, 0.0)) / total
    return Difference((gained - lost) / runs, max(middle - half, -1.0), min(middle + half, 1.0))


def means_differ(
    without: NDArray[np.float64], with_: NDArray[np.float64], z: float = NORMAL_95
) -> Difference:
    """Difference of two means of the same runs, by the normal approximation to the pairs' differences."""
    return mean_of(np.asarray(with_, float) - np.asarray(without, float), z)


def mean_of(apart: NDArray[np.float64], z: float = NORMAL_95) -> Difference:
    """Mean of what pairs, or whole designs of the same run, come to, by the normal approximation."""
    if len(apart) < 2:
        value = float(apart.mean()) if len(apart) else 0.0
        return Difference(value, float("-inf"), float("inf"))
    value, half = float(apart.mean()), z * float(apart.std(ddof=1)) / sqrt(len(apart))
    return Difference(value, value - half, value + half)


def variance_ratio(without: Sequence[float] | NDArray[np.bool_], with_: NDArray[np.bool_]) -> float | None:
    """Variance of the difference from pairs, over that from two independent ensembles of the same size.

    At 0.25 a fourth of the runs gives the same interval. None where the outcome never varies.
    """
    a, b = np.asarray(without, float), np.asarray(with_, float)
    unpaired = float(a.var() + b.var())
    return float((b - a).var()) / unpaired if unpaired > 0 else None
