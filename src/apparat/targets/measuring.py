"""Targets measured on finished runs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from apparat.targets.names import Names, names_of
from apparat.targets.runs import Runs, Tables
from apparat.targets.target import Target


def measure(targets: Sequence[Target], tables: Tables, names: Names | None = None) -> NDArray[np.float64]:
    """(runs, targets): each target's statistic in each run; NaN where it does not apply, or where the
    scenario does not know what the target asks about.

    `tables` are those of `engine.Block.tables()`; rows follow the table `runs`. The targets are of one
    scenario, whose names are looked up unless given: give them for a scenario of your own.

    Raises ValueError for targets of several scenarios.
    """
    scenarios = {target.scenario for target in targets}
    if len(scenarios) > 1:
        raise ValueError(f"targets of one scenario can be measured at once, not of {sorted(scenarios)}")
    found = np.full((len(tables["runs"]["run"]), len(targets)), np.nan)
    if targets:
        runs = Runs(tables, names or names_of(scenarios.pop()))
        for column, target in enumerate(targets):
            if unasked(target, runs.names) is None:
                found[:, column] = target.measured_by.of(runs, target.arguments)
    return found


def unasked(target: Target, names: Names) -> str | None:
    """Why a scenario cannot answer to a target: it does not name whom or what the target asks about, say."""
    for name, argument in target.measured_by.arguments.items():
        wrong = argument.mistake(target.arguments[name], names)
        if wrong is not None:
            return wrong
    return None
