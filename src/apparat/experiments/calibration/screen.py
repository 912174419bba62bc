"""Which parameters to free: those whose elementary effects on the targets are largest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.calibration.plan import Plan
from apparat.experiments.calibration.struggles import Struggles
from apparat.experiments.resumable.folder import Piece
from apparat.experiments.resumable.workers import Drawn, Workers
from apparat.inference import screening
from apparat.mechanisms.month import all_parameters
from apparat.posterior.posterior import structured

Array = NDArray[np.float64]

PIECE = 8
"""Points of the design that make a piece of work."""
FAR = 5.0
"""Tolerances beyond which a target counts no further off, and where one stands that cannot be measured:
effects far from the record say little about which parameters bring a run near it."""


@dataclass(frozen=True)
class Screened:
    """The design's points with what was made of them."""

    names: tuple[str, ...]
    points: Array
    """(points, parameters) in the unit cube"""
    deviations: Array
    """(points, targets) of the median run, in tolerances: what a parameter moves, not how often runs agree"""
    outcomes: Array
    """(points, outcomes)"""


@dataclass(frozen=True)
class Freed:
    """How strongly each parameter moves the targets, and which are fitted for it."""

    names: tuple[str, ...]
    strength: Array
    """(parameters, targets) mean absolute effect of a move across the whole range, in tolerances"""
    score: Array
    """(parameters,) root of the mean square over targets"""
    free: tuple[str, ...]


def screen(plan: Plan, struggles: Struggles, workers: Workers) -> Screened:
    """Play the design. Raises OutOfTime."""
    parameters = all_parameters()
    names = tuple(p.address for p in parameters)
    points = screening.design(names, plan.trajectories, plan.seed)
    return play(names, points, struggles, workers, "screening")


def play(names: Sequence[str], points: Array, struggles: Struggles, workers: Workers, stage: str) -> Screened:
    """What points of the unit cube of some parameters' whole ranges make of targets and outcomes."""
    known = {p.address: p for p in all_parameters()}
    low = np.array([known[name].low for name in names])
    high = np.array([known[name].high for name in names])

    def compute(number: int, drawn: Drawn) -> Piece:
        found = []
        for point in points[number * PIECE : (number + 1) * PIECE]:
            drawn()
            values = low + (high - low) * point
            found.append(struggles.play(structured(dict(zip(names, values[:, None], strict=True)))))
        return {
            "deviations": np.stack(
                [each.deviations if each.middle is None else each.middle for each in found]
            ),
            "outcomes": np.stack([each.outcomes for each in found]),
        }

    pieces = workers.pieces(stage, -(-len(points) // PIECE), compute)
    joined: dict[str, Any] = {
        name: np.concatenate([piece[name] for piece in pieces]) for name in ("deviations", "outcomes")
    }
    return Screened(tuple(names), points, **joined)


def free(screened: Screened, columns: NDArray[np.intp], most: int) -> Freed:
    """The `most` parameters that move some of the targets most; one that moves nothing is never freed."""
    capped = np.nan_to_num(np.clip(screened.deviations[:, columns], -FAR, FAR), nan=FAR)
    strength = screening.effects(screened.names, screened.points, capped).strength
    score = np.sqrt((strength**2).mean(axis=1))
    order = np.argsort(-score, kind="stable")[:most]
    chosen = tuple(screened.names[place] for place in order if score[place] > 0)
    return Freed(screened.names, strength, score, chosen)
