"""Intervals: what luck leaves open in a share, and how far parameter sets differ."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

NORMAL_95 = 1.959963984540054


class Interval(NamedTuple):
    """Two ends, both in 0..1."""

    low: float
    high: float


def wilson(successes: int, trials: int, z: float = NORMAL_95) -> Interval:
    """Wilson's score interval for a share: it holds near 0 and 1 too [Wilson1927]_."""
    if trials == 0:
        return Interval(0.0, 1.0)
    share, square = successes / trials, z * z / trials
    centre = (share + square / 2) / (1 + square)
    half = z / (1 + square) * sqrt(share * (1 - share) / trials + square / (4 * trials))
    # At the ends the interval touches the share exactly, which rounding would miss by a hair.
    return Interval(centre - half if successes else 0.0, centre + half if successes < trials else 1.0)


def between_sets(counts: Sequence[tuple[int, int]], coverage: float = 0.9) -> Interval | None:
    """Range that holds `coverage` of the parameter sets' shares, luck removed.

    `counts` is (successes, runs) per set. The variance of the sets' observed shares is what they differ by
    plus luck; luck's part is estimated within the sets and taken off by drawing the shares together towards
    their mean. None if fewer than two sets have two runs or more.
    """
    # In a fixed order, since sums of the same shares in another order differ in the last digit.
    used = sorted((k, n) for k, n in counts if n >= 2)
    if len(used) < 2:
        return None
    shares = [k / n for k, n in used]
    mean = sum(shares) / len(shares)
    total = sum((s - mean) ** 2 for s in shares) / (len(shares) - 1)
    luck = sum(s * (1 - s) / (n - 1) for s, (_, n) in zip(shares, used, strict=True)) / len(shares)
    kept = sqrt(max(0.0, total - luck) / total) if total > 0 else 0.0
    drawn = sorted(mean + kept * (s - mean) for s in shares)
    tail = (1 - coverage) / 2
    return Interval(quantile(drawn, tail), quantile(drawn, 1 - tail))


def quantile(ordered: Sequence[float], at: float) -> float:
    """Quantile of ordered values, linear between neighbours."""
    place = at * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
