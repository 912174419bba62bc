"""What is believed of parameters before any comparison with the record.

Free parameters are uniform over their ranges. They are moved as their logits, so that no move leaves a range;
what is uniform within a range is logistic on that line. The others are not held at their defaults, as if they
were known: they are drawn from triangular distributions around them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.ground.errors import UsageError

Array = NDArray[np.float64]

DEVIATION = 12**-0.5
"""Standard deviation of a uniform distribution over 0..1."""


@dataclass(frozen=True)
class Ranges:
    """Parameters with the ends of their ranges, (n,) each, and where the range is thickest."""

    names: tuple[str, ...]
    low: Array
    mode: Array
    high: Array

    def __post_init__(self) -> None:
        for name, low, mode, high in zip(self.names, self.low, self.mode, self.high, strict=True):
            if not (low < high and low <= mode <= high):
                raise UsageError(
                    f"{name}: a prior from {low:g} to {high:g} around {mode:g} is none. Its low end must "
                    "lie below its high end and its default between them: what is known cannot be fitted."
                )

    def __len__(self) -> int:
        return len(self.names)

    def at(self, shares: Array) -> Array:
        """(m, n) values that lie at these shares of the ranges."""
        values: Array = self.low + (self.high - self.low) * shares
        return values

    def share(self, values: Array) -> Array:
        """(m, n) how far up the ranges values lie, 0..1."""
        shares: Array = (values - self.low) / (self.high - self.low)
        return shares


@dataclass(frozen=True)
class Prior:
    """Free parameters, uniform over their ranges, and the rest, triangular over theirs."""

    free: Ranges
    rest: Ranges

    def draw(self, luck: np.random.Generator) -> tuple[Array, Array]:
        """(d,) free parameters on their line, and (m,) values of the rest."""
        return luck.logistic(size=len(self.free)), self.draw_rest(luck)

    def draw_rest(self, luck: np.random.Generator) -> Array:
        """(m,) values of the rest."""
        return luck.triangular(self.rest.low, self.rest.mode, self.rest.high)

    def values(self, line: Array) -> Array:
        """(n, d) values of free parameters at points on their line."""
        return self.free.at(1.0 / (1.0 + np.exp(-line)))

    def log_density(self, line: Array) -> float:
        """Log density of a point, (d,), on the line of the free parameters."""
        return float((-line - 2.0 * np.logaddexp(0.0, -line)).sum())
