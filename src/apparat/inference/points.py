"""Parameters with what a model made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FAR = 3.0
"""Tolerances from which on a target pulls no harder with distance [Huber1964]: one that the model cannot meet
shall not decide what is made of the others. Assumed."""


@dataclass(frozen=True)
class Measured:
    """What a model made of one set of parameters."""

    values: Array
    """(targets,) the statistic; NaN where it could not be measured"""
    deviations: Array
    """(targets,) how far it lies from the record, in tolerances; NaN where that cannot be said"""
    outcomes: Array
    """(outcomes,) what nobody is fitted to"""
    middle: Array | None = None
    """(targets,) how far its median run lies from the record; None where there is no luck, and that is all"""
    firm: NDArray[np.bool_] | None = None
    """(targets,) those that weigh in full from the first step on; None: none of them does"""

    @property
    def misfit(self) -> float:
        """Sum of the losses of targets that are not firm; infinite if one could not be measured."""
        return _total(self.deviations if self.firm is None else self.deviations[~self.firm])

    @property
    def base(self) -> float:
        """The same of those that are firm."""
        return 0.0 if self.firm is None else _total(self.deviations[self.firm])


def _total(deviations: Array) -> float:
    total = float(loss(deviations).sum())
    return total if np.isfinite(total) else np.inf


def loss(deviations: Array) -> Array:
    """Half the square of deviations in tolerances, growing in a straight line where they are `FAR` off."""
    off = np.abs(deviations)
    found: Array = np.where(off <= FAR, 0.5 * off**2, FAR * (off - 0.5 * FAR))
    return found


def distance(losses: Array) -> Array:
    """How far off a deviation of these losses is, in tolerances."""
    found: Array = np.where(losses <= 0.5 * FAR**2, np.sqrt(2.0 * losses), losses / FAR + 0.5 * FAR)
    return found


def deviation(runs: Array) -> Array:
    """(targets,) deviation of a model with luck, from those of its (runs, targets), NaN for no answer.

    History is one run, so what counts is how often a run agrees with it: the deviation has the loss of the
    mean of the runs' kernels, and the side of the median run. Runs that lie close together have their own;
    those that scatter about the record are further off than their median is.
    """
    agreement = np.nanmean(np.exp(-loss(runs)), axis=0)
    found: Array = np.copysign(distance(-np.log(agreement)), np.nanmedian(runs, axis=0))
    return found


Simulate = Callable[[Array, Array], Measured]
"""What a model makes of free parameters, (d,), and the rest, (m,)."""


@dataclass(frozen=True)
class Points:
    """n sets of parameters, each with what was measured. Rows of all fields belong together."""

    line: Array
    """(n, d) free parameters on the prior's line"""
    rest: Array
    """(n, m)"""
    misfit: Array
    """(n,) loss whose weight grows from step to step"""
    base: Array
    """(n,) loss that weighs in full at every step"""
    values: Array
    """(n, targets)"""
    deviations: Array
    """(n, targets)"""
    outcomes: Array
    """(n, outcomes)"""
    moved: Array
    """(n,) 1 where the point was reached by a move that was accepted"""

    def __len__(self) -> int:
        return len(self.misfit)

    @classmethod
    def one(cls, line: Array, rest: Array, measured: Measured) -> "Points":
        """A single point, reached by a move."""
        found = (line, rest, np.asarray(measured.misfit), np.asarray(measured.base))
        seen = (measured.values, measured.deviations, measured.outcomes, np.asarray(1.0))
        return cls(*(np.asarray(part, np.float64)[None] for part in (*found, *seen)))

    @classmethod
    def join(cls, parts: "Sequence[Points]") -> "Points":
        """All points of several."""
        return cls(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(cls)))

    def take(self, places: NDArray[np.intp]) -> "Points":
        """The points at some places, in that order."""
        return Points(*(getattr(self, f.name)[places] for f in fields(self)))

    def stayed(self) -> "Points":
        """The same points, reached by no move."""
        return Points(**(self.arrays() | {"moved": np.zeros(len(self))}))

    def arrays(self) -> dict[str, Array]:
        """The fields by name, for a file."""
        return {f.name: getattr(self, f.name) for f in fields(self)}
