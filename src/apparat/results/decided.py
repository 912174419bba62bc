"""How much of an outcome was decided: variance between pasts against variance among endings of one past."""

from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from apparat.results.statistics import NORMAL_95

_NOISE = 1e-12
"""Variances that are less come of rounding."""


class Parts(NamedTuple):
    """Variance of an outcome, luck's part taken off where pasts are compared."""

    between: float
    """What pasts differ by; an estimate, which luck can bring below 0."""
    within: float
    """What endings of one past differ by."""

    @property
    def share(self) -> float:
        """The part of the whole that lies between pasts; 0 where nothing varies."""
        whole = self.between + self.within
        return self.between / whole if whole > 0 else 0.0


class Decided(NamedTuple):
    """The share decided by a date, 0..1, and its 95 % interval."""

    share: float
    low: float
    high: float


def parts(counts: NDArray[np.int64]) -> Parts:
    """Variance of a category, between pasts and within them [LightMargolin1971]_.

    `counts` is (pasts, outcomes): endings of each past by outcome, the same number for all, two or more. The
    variance of a category is the chance that two cases differ, halved: that of its indicators, added up. What
    pasts' observed shares differ by is more than what pasts differ by, since each has few endings; the
    difference is estimated within pasts and taken off.
    """
    endings = int(counts[0].sum())
    shares = counts / endings
    within = float((1.0 - (shares**2).sum(axis=1)).mean()) * endings / (endings - 1)
    observed = float(shares.var(axis=0, ddof=1).sum())
    between = observed - within / endings
    return Parts(between if abs(between) > _NOISE else 0.0, within)


def decided(counts: NDArray[np.int64]) -> Decided:
    """The share decided, with a jackknife interval over pasts; nothing is known of fewer than three pasts."""
    whole = parts(counts).share
    pasts = len(counts)
    value = min(max(whole, 0.0), 1.0)
    if pasts < 3:
        return Decided(value, 0.0, 1.0)
    without = np.array([parts(np.delete(counts, k, axis=0)).share for k in range(pasts)])
    half = NORMAL_95 * sqrt(float(((without - without.mean()) ** 2).sum()) * (pasts - 1) / pasts)
    return Decided(value, max(whole - half, 0.0), min(max(whole + half, 0.0), 1.0))
