"""From pairs of values to a difference, its interval and the verdict."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.hypotheses.measures import Unit
from apparat.experiments.hypotheses.schema import Expected
from apparat.results.paired import Difference, means_differ, shares_differ

Verdict = Literal["held", "reversed", "undecided"]


@dataclass(frozen=True)
class Compared:
    """Both sides of a comparison by one measure."""

    pairs: int
    """Pairs in which both runs can say."""
    without: float
    with_: float
    difference: Difference


def compared(without: NDArray[np.float64], with_: NDArray[np.float64], unit: Unit) -> Compared:
    """Values (runs,) of both sides of each pair; pairs in which one is NaN are left out."""
    both = ~(np.isnan(without) | np.isnan(with_))
    one, other = without[both], with_[both]
    if not len(one):
        return Compared(0, float("nan"), float("nan"), Difference(0.0, float("-inf"), float("inf")))
    apart = shares_differ(one > 0, other > 0) if unit == "share of runs" else means_differ(one, other)
    return Compared(len(one), float(one.mean()), float(other.mean()), apart)


def decided(expected: Expected, apart: Difference, within: float) -> Verdict:
    """Held where the whole 95 % interval lies where it is expected, reversed where all of it lies elsewhere.

    `more` and `less` are on either side of nought; `alike` is no farther from it than `within`.
    """
    if expected == "alike":
        if -within <= apart.low and apart.high <= within:
            return "held"
        return "reversed" if apart.low > within or apart.high < -within else "undecided"
    low, high = (apart.low, apart.high) if expected == "more" else (-apart.high, -apart.low)
    if low > 0:
        return "held"
    return "reversed" if high < 0 else "undecided"
