"""How far runs lie from the record, in each target's own tolerance.

A recorded share is itself a draw, and no model of this kind is exact, so a target's tolerance joins two
doubts: what chance leaves in the count, and how far a good model may still be off [KennedyOHagan2001]. The
second is assumed, once, below; a source of medium confidence widens it.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from apparat.targets.statistic import Scale
from apparat.targets.target import Target

Values = NDArray[np.float64]

DISCREPANCY: dict[Scale, float] = {"logit": 0.5, "count": 0.2, "ratio": 0.2, "months": 12.0, "yes or no": 0.5}
"""How far off a good model may be, one standard deviation: half a logit turns a share of 10 % into 6 or 15;
0.2 in logarithms is a fifth of a size; a year for a date. Assumed."""
TRUST = {"high": 1.0, "medium": 1.5, "low": 2.5}
"""What the confidence of the source makes of it. Assumed."""
HALF = 0.5
"""Half a vote, so that a share of none or all has a finite logit [Haldane1956]; half a unit for counts."""
LEAST = 1e-6
"""Ratios below are held to be this small, so that none is infinitely far."""
PERCENT = 100
"""What a share is taken to be a share of where the record has no counts: it knows whole per cents."""


def tolerance(target: Target) -> float:
    """One standard deviation of doubt about a target, on its scale."""
    scale = target.measured_by.scale
    model = DISCREPANCY[scale] * TRUST[target.confidence]
    if scale == "logit" and target.of is not None:
        ayes, noes = target.low * target.of + HALF, (1 - target.low) * target.of + HALF
        return math.hypot(model, math.sqrt(1 / ayes + 1 / noes))
    if scale == "count":
        return math.hypot(model, 1 / math.sqrt(_nearest_count(target) + HALF))
    return model


def _nearest_count(target: Target) -> float:
    """The recorded count, or the finite end of its range."""
    return target.low if math.isfinite(target.low) else target.high


def scaled(values: Values, target: Target) -> Values:
    """Values of a target's statistic on the scale on which it is compared."""
    scale = target.measured_by.scale
    if scale == "logit":
        edge = HALF / (target.of or PERCENT)
        held = np.clip(values, edge, 1 - edge)
        return np.log(held / (1 - held))
    if scale == "count":
        return np.log(np.maximum(values, 0) + HALF)
    if scale == "ratio":
        return np.log(np.maximum(values, LEAST))
    return values


def deviations(measured: Values, targets: Sequence[Target]) -> Values:
    """(runs, targets): how far each run lies from the record, in tolerances; negative where it lies below.

    Nothing where a run lies within the recorded range; NaN where the statistic does not apply to it.
    """
    found = np.full(np.shape(measured), np.nan)
    for column, target in enumerate(targets):
        bounds = scaled(np.array([target.low, target.high]), target)
        values = scaled(np.asarray(measured)[:, column], target)
        found[:, column] = _outside(values, *bounds) / tolerance(target)
    return found


def _outside(values: Values, low: float, high: float) -> Values:
    """How far values lie below or above a range; nothing at an infinite end that they share."""
    off = np.where(np.isnan(values), np.nan, 0.0)
    below, above = values < low, values > high
    off[below] = values[below] - low
    off[above] = values[above] - high
    return off


def distance(measured: Values, targets: Sequence[Target]) -> Values:
    """(targets,): how far the median run lies from the record, in tolerances; NaN where none is measured.

    Runs to which a statistic does not apply are left out of its median: a set of parameters under which a
    motion can hardly ever be put is to be judged by how often it can (`applicable`).
    """
    off = deviations(measured, targets)
    found = np.full(len(targets), np.nan)
    some = ~np.isnan(off).all(axis=0)
    found[some] = np.abs(np.nanmedian(off[:, some], axis=0))
    return found


def applicable(measured: Values) -> Values:
    """(targets,): share of runs in which each target can be measured."""
    return np.asarray((~np.isnan(measured)).mean(axis=0), np.float64)
