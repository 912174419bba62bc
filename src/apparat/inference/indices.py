"""Sobol indices: how much of an output's variance a parameter explains, alone and with others.

SALib makes the design and the estimates [Saltelli2010].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.inference.salib import salib

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Indices:
    """Sobol indices of parameters, (parameters, outputs) each, with half widths of 95 % intervals."""

    first: Array
    first_half: Array
    total: Array
    total_half: Array


def design(names: Sequence[str], base: int, seed: int) -> Array:
    """(base * (n + 2), n) points in the unit cube; `base` is a power of 2."""
    points: Array = salib("sample.sobol").sample(_problem(names), base, calc_second_order=False, seed=seed)
    return points


def indices(names: Sequence[str], outputs: Array, seed: int) -> Indices:
    """Indices from outputs, (points, outputs), at a design's points; 0 for an output that never varies."""
    found = np.zeros((4, len(names), outputs.shape[1]))
    for k, column in enumerate(outputs.T):
        if np.isfinite(column).all() and np.ptp(column) > 0:
            table: dict[str, Any] = salib("analyze.sobol").analyze(
                _problem(names), column, calc_second_order=False, seed=seed % 2**32
            )
            found[:, :, k] = [np.asarray(table[name]) for name in ("S1", "S1_conf", "ST", "ST_conf")]
    return Indices(*found)


def _problem(names: Sequence[str]) -> dict[str, Any]:
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}
