"""Tables of finished runs as statistics look at them: by run, person, motion and month."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.targets.names import Names

Tables = Mapping[str, Mapping[str, NDArray[Any]]]
Values = NDArray[np.float64]
"""(runs,), NaN where nothing can be said of a run."""


class Runs:
    """Finished runs of one scenario, in the order of the table `runs`."""

    def __init__(self, tables: Tables, names: Names) -> None:
        self._tables = tables
        self.names = names
        self.count = len(tables["runs"]["run"])

    def has(self, table: str) -> bool:
        """Whether a table was kept."""
        return table in self._tables

    def column(self, table: str, name: str) -> NDArray[Any]:
        """One column of a table."""
        return self._tables[table][name]

    def unknown(self) -> Values:
        """Nothing known of any run."""
        return np.full(self.count, np.nan)

    def place(self, table: str) -> NDArray[np.int64]:
        """For each row of a table, the place of its run among the runs."""
        order, numbers = self._order
        place: NDArray[np.int64] = order[np.searchsorted(numbers, self.column(table, "run"))]
        return place

    def spread(self, table: str, chosen: NDArray[np.bool_], values: NDArray[Any]) -> Values:
        """Values of the chosen rows, one row a run, put in the place of their run."""
        found = self.unknown()
        found[self.place(table)[chosen]] = values[chosen]
        return found

    def counted(self, table: str, chosen: NDArray[np.bool_]) -> Values:
        """How many of the chosen rows each run has."""
        return np.bincount(self.place(table)[chosen], minlength=self.count).astype(np.float64)

    def earliest(self, table: str, chosen: NDArray[np.bool_], months: NDArray[Any]) -> Values:
        """The first month of the chosen rows in each run, counted from year 0; infinite where none is."""
        first = np.full(self.count, np.inf)
        np.minimum.at(first, self.place(table)[chosen], months[chosen] + float(self.names.start.number))
        return first

    def at(self, table: str, name: str, month: str) -> Values:
        """A column of a monthly table in a month, as numbers."""
        chosen = self.column(table, "month") == self.names.month(month)
        return self.spread(table, chosen, self.column(table, name))

    @cached_property
    def _order(self) -> tuple[NDArray[np.int64], NDArray[Any]]:
        numbers = self.column("runs", "run")
        order = np.argsort(numbers, kind="stable")
        return order, numbers[order]
