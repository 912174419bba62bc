"""Elementary effects: which of many parameters matter at all [Morris1991].

Each trajectory starts at a random corner of a grid and moves one parameter at a time, so that n parameters
cost n + 1 evaluations a trajectory. SALib makes the design and the effects.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.inference.salib import salib

Array = NDArray[np.float64]

LEVELS = 4


@dataclass(frozen=True)
class Effects:
    """Elementary effects of parameters on outputs, in output units for a move across the whole range."""

    strength: Array
    """(parameters, outputs) mean absolute effect"""
    direction: Array
    """(parameters, outputs) mean effect"""
    spread: Array
    """(parameters, outputs) standard deviation of effects: interactions and bends"""


def design(names: Sequence[str], trajectories: int, seed: int) -> Array:
    """(trajectories * (n + 1), n) points in the unit cube."""
    points: Array = salib("sample.morris").sample(
        _problem(names), trajectories, num_levels=LEVELS, seed=_small(seed)
    )
    return points


def effects(names: Sequence[str], points: Array, outputs: Array) -> Effects:
    """Effects from outputs, (points, outputs), at a design's points; none on one that is NaN somewhere."""
    analyse = salib("analyze.morris").analyze
    found = np.zeros((3, len(names), outputs.shape[1]))
    for k, column in enumerate(outputs.T):
        if np.isfinite(column).all() and np.ptp(column) > 0:
            table: dict[str, Any] = analyse(
                _problem(names), points, column, num_levels=LEVELS, num_resamples=2, seed=1
            )
            found[:, :, k] = np.asarray(table["mu_star"]), np.asarray(table["mu"]), np.asarray(table["sigma"])
    return Effects(*found)


def _problem(names: Sequence[str]) -> dict[str, Any]:
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}


def _small(seed: int) -> int:
    """A seed as NumPy's older generators take it."""
    return seed % 2**32
