"""Statistics of runs by name: what a target can be held to."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from apparat.targets.arguments import Argument
from apparat.targets.runs import Runs

Values = NDArray[np.float64]
Measure = Callable[..., Values]
Scale = Literal["logit", "count", "ratio", "months", "yes or no"]
"""How distance is told: shares in logits, counts and ratios in logarithms, dates in months."""

_KNOWN: dict[str, "Statistic"] = {}


@dataclass(frozen=True)
class Statistic:
    """A number that every run has, or NaN where it does not apply."""

    name: str
    scale: Scale
    arguments: Mapping[str, Argument]
    says: str
    measure: Measure
    needs: str | None = None
    """A table that only runs have which were looked at while they were played."""

    @property
    def subject(self) -> str:
        """The module that defines it: votes, decisions, cadres, places or leaders."""
        return self.measure.__module__.rpartition(".")[2]

    def of(self, runs: Runs, arguments: Mapping[str, Any]) -> Values:
        """(runs,): the statistic of each run; NaN in all where the table that it needs was not kept."""
        if self.needs is not None and not runs.has(self.needs):
            return runs.unknown()
        found: Values = np.asarray(self.measure(runs, **arguments), np.float64)
        return found


def statistic(scale: Scale, needs: str | None = None, **arguments: Argument) -> Callable[[Measure], Measure]:
    """Make a function of runs and named arguments a statistic; its docstring says what it is.

    `needs` names a table that plain blocks of runs lack.
    """

    def register(measure: Measure) -> Measure:
        name = measure.__name__.replace("_", "-")
        says = inspect.cleandoc(measure.__doc__ or "").replace("\n", " ")
        _KNOWN[name] = Statistic(name, scale, arguments, says, measure, needs)
        return measure

    return register


def known() -> Mapping[str, Statistic]:
    """All statistics by name."""
    return dict(_KNOWN)
