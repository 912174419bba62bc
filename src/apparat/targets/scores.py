"""Scores over many targets, and forecasters set beside each other on what both speak of."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from apparat.results.statistics import NORMAL_95
from apparat.targets.forecasts import Forecast, inside, is_event, log_probability, ranked_probability
from apparat.targets.names import Names
from apparat.targets.target import Target


@dataclass(frozen=True)
class Scored:
    """One forecast of one target, scored. A quantity has no log score."""

    target: Target
    inside: bool
    crps: float
    log: float | None


@dataclass(frozen=True)
class Score:
    """Means over targets; None where there is nothing to take a mean of."""

    targets: int
    inside: float | None
    crps: float | None
    """Mean continuous ranked probability score in tolerances, quantities and dated events; less is better."""
    events: int
    log: float | None
    """Mean logarithm of the probability of what happened, over events; more is better."""


def scored(expected: Forecast, target: Target, names: Names) -> Scored:
    """A forecast of a target, scored."""
    return Scored(
        target,
        inside(expected, target),
        ranked_probability(expected, target, names),
        log_probability(expected, target, names) if is_event(target) else None,
    )


def score(every: Sequence[Scored]) -> Score:
    """Means over scored forecasts."""
    logs = [each.log for each in every if each.log is not None]
    ranked = [each.crps for each in every if each.target.measured_by.scale != "yes or no"]
    return Score(
        len(every),
        _mean([float(each.inside) for each in every]),
        _mean(ranked),
        len(logs),
        _mean(logs),
    )


def score_all(
    forecasts: Sequence[Forecast | None], targets: Sequence[Target], names: Names
) -> dict[str, Scored]:
    """Target to score, for those of which there is a forecast."""
    return {
        target.name: scored(expected, target, names)
        for expected, target in zip(forecasts, targets, strict=True)
        if expected is not None
    }


def beside(one: Mapping[str, Scored], other: Mapping[str, Scored]) -> tuple[Score, Score]:
    """Two forecasters on the targets of which both speak."""
    shared = [name for name in one if name in other]
    return score([one[name] for name in shared]), score([other[name] for name in shared])


@dataclass(frozen=True)
class Gain:
    """By how much one forecaster's mean log score exceeds another's, with its 95 % interval over events.

    Events of one struggle hang together, so that the interval is narrower than it ought to be.
    """

    mean: float
    low: float
    high: float


def gain(one: Mapping[str, Scored], other: Mapping[str, Scored]) -> Gain | None:
    """The gain of one forecaster over another on the events of which both speak; None on fewer than two."""
    pairs = [(each.log, other[name].log) for name, each in one.items() if name in other]
    more = np.array([ours - theirs for ours, theirs in pairs if ours is not None and theirs is not None])
    if len(more) < 2:
        return None
    mean, half = float(more.mean()), NORMAL_95 * float(more.std(ddof=1)) / math.sqrt(len(more))
    return Gain(mean, mean - half, mean + half)


def _mean(values: Sequence[float]) -> float | None:
    return float(np.mean(values)) if values else None
