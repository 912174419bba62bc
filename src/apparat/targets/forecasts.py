"""What somebody expects of a target, and how well that was expected.

A forecast is a list of equally likely values: the runs of a model, or what a sceptic would say. All are
scored alike: whether the record lies in their 90 % range; their continuous ranked probability score, in the
target's tolerances [GneitingRaftery2007]; and for events the logarithm of the probability of what happened.
Who is certain and wrong would lose without bound, so a little of every forecast is spread over all outcomes.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from apparat.targets.distances import deviations
from apparat.targets.names import Names
from apparat.targets.target import Target

Values = NDArray[np.float64]

COVERAGE = 0.9
DOUBT = 0.05
"""Part of every forecast of an event that is spread evenly over all outcomes. Assumed; the same for all."""
EVENTS = ("months", "yes or no")
"""Scales of targets that are events: dated, or true or not."""


@dataclass(frozen=True)
class Forecast:
    """Equally likely values of one target, (n,); months count from year 0, infinite for never."""

    values: Values

    def quantile(self, share: float) -> float:
        """The smallest value that at least this share of all do not exceed."""
        return float(np.quantile(self.values, share, method="inverted_cdf"))

    @property
    def span(self) -> tuple[float, float]:
        """The range of nine tenths."""
        tail = (1 - COVERAGE) / 2
        return self.quantile(tail), self.quantile(1 - tail)


def forecast(measured: Values) -> Forecast | None:
    """What runs expect of a target, from its column of `measure`; None if it applies to none of them."""
    known = measured[~np.isnan(measured)]
    return Forecast(known) if len(known) else None


def is_event(target: Target) -> bool:
    """Whether a target is an event, dated or not, and no quantity."""
    return target.measured_by.scale in EVENTS


def inside(expected: Forecast, target: Target) -> bool:
    """Whether what the record says lies in a forecast's range of nine tenths."""
    low, high = expected.span
    return low <= target.high and target.low <= high


def ranked_probability(expected: Forecast, target: Target, names: Names) -> float:
    """The continuous ranked probability score, in tolerances: 0 at best, less is better.

    An event that never comes counts as one in the month after the last.
    """
    values, held = expected.values, target
    if target.measured_by.scale == "months":
        after = float(names.end.number + 1)
        values = np.minimum(values, after)
        held = replace(target, low=min(target.low, after), high=min(target.high, after))
    off = deviations(values[:, None], [held])[:, 0]
    return crps(off)


def crps(off: Values) -> float:
    """Continuous ranked probability score of equally likely values, (n,), where 0 happened.

    Their mean distance from 0 less half their mean distance from each other [GneitingRaftery2007].
    """
    ordered = np.sort(off)
    n = len(ordered)
    apart = 2.0 * float(((2.0 * np.arange(1, n + 1) - n - 1) * ordered).sum()) / n**2
    return float(np.abs(ordered).mean()) - apart / 2


def log_probability(expected: Forecast, target: Target, names: Names) -> float:
    """Natural logarithm of the probability of what happened: 0 at best, more is better.

    A dated event happens in one of the calendar years of the scenario, or never.
    """
    if target.measured_by.scale == "yes or no":
        happened, outcomes = float((expected.values == target.low).mean()), 2
    else:
        first, last = _year(np.array([target.low, target.high]))
        years = _year(expected.values)
        happened = float(((first <= years) & (years <= last)).mean())
        outcomes = names.end.year - names.start.year + 2
    return math.log((1 - DOUBT) * happened + DOUBT / outcomes)


def _year(months: Values) -> Values:
    """Calendar years of months; infinite for never."""
    return np.floor(months / 12)
