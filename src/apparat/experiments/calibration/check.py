"""Accepted sets under luck that they were not fitted to.

A set may be accepted for the luck of its runs. So what is said of targets and outcomes in the end comes from
other runs of the same sets.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.calibration.fit import Fit, Fitted
from apparat.experiments.calibration.priors import counting, simulation
from apparat.experiments.calibration.struggles import Struggles
from apparat.experiments.resumable.folder import Piece
from apparat.experiments.resumable.workers import Drawn
from apparat.inference.weighted import equal_weight

Array = NDArray[np.float64]

CHECKED = 64
PIECE = 4


@dataclass(frozen=True)
class Checked:
    """What some of the accepted sets make of everything, under other luck; a row a set."""

    values: Array
    deviations: Array
    outcomes: Array


def check(fit: Fit, fitted: Fitted, struggles: Struggles) -> Checked:
    """Play up to `CHECKED` accepted sets, evenly chosen; a spent budget does not stop it."""
    chosen = equal_weight(np.ones(len(fitted.points)), min(CHECKED, len(fitted.points)))
    points = fitted.points.take(chosen)
    simulate = simulation(struggles, fit.prior, first_run=struggles.runs)
    values = fit.prior.values(points.line)

    def compute(number: int, drawn: Drawn) -> Piece:
        counted = counting(simulate, drawn)
        places = range(number * PIECE, min((number + 1) * PIECE, len(points)))
        found = [counted(values[k], points.rest[k]) for k in places]
        return {
            name: np.stack([getattr(each, name) for each in found])
            for name in ("values", "deviations", "outcomes")
        }

    stage = f"{fit.task.stage}/check-{len(fitted.rounds):03d}"
    pieces = fit.workers.pieces(stage, -(-len(points) // PIECE), compute, reserve=-math.inf)
    return Checked(
        *(np.concatenate([piece[name] for piece in pieces]) for name in ("values", "deviations", "outcomes"))
    )
