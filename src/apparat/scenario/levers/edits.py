"""An edit: one named thing of a world set to a value at the first moment of a month.

The kernels that move a run are called to make changes that they know how to make (leaving a post,
enacting a rule), so that an intervention keeps the same invariants as a run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.ground.dates import Month, months_into
from apparat.ground.errors import UsageError
from apparat.scenario.levers.schema import Value
from apparat.world import codes
from apparat.world.state import World, record

Array = NDArray[np.void]
Change = Callable[[Array, Array], bool]
"""Changes a world (an array of one record) or its parameter set; says whether anything differs now."""

GONE = (codes.DEAD, codes.EXPELLED)
_ON, _OFF = ("true", "yes", "on"), ("false", "no", "off")


@dataclass(frozen=True)
class Edit:
    """A change that waits for its month."""

    path: str
    value: str
    month: int
    """Months since the scenario's first; the change is made before that month is played."""
    change: Change
    idle: str
    """Why it may change nothing in a run."""

    def apply(self, world: Array, parameters: Array) -> bool:
        """Make the change in place. Whether the state differs from what it was."""
        return self.change(world, parameters)


def handed(world: Array) -> World:
    """The world as kernels take it."""
    return record(world)


def rows(world: Array, name: str) -> Any:
    """A table of the world; assigning to its columns changes the world."""
    return world[name][0]


def assign(place: Any, column: str, value: float) -> bool:
    """Set a column of a row; whether it was different."""
    before = place[column]
    place[column] = value
    return bool(place[column] != before)


def is_gone(world: Array, row: int) -> bool:
    """Whether a person is dead or expelled, so that nothing can change through him."""
    return int(rows(world, "people")[row]["state"]) in GONE


def number(path: str, value: Value, low: float, high: float) -> float:
    """A value as a number within bounds. Raises UsageError otherwise."""
    try:
        found = float("nan") if isinstance(value, bool) else float(value)
    except ValueError:
        found = float("nan")
    if not low <= found <= high:
        raise UsageError(
            f"{path} is set to '{written(value)}': a number from {low:g} to {high:g} is allowed."
        )
    return found


def is_switch(value: Value) -> bool:
    """Whether a value says on or off."""
    return written(value).lower() in (*_ON, *_OFF)


def switch(path: str, value: Value) -> int:
    """1 for on, 0 for off. Raises UsageError otherwise."""
    if not is_switch(value):
        raise UsageError(f"{path} is set to '{written(value)}': write on or off.")
    return int(written(value).lower() in _ON)


def month_of(path: str, value: Value, start: Month, months: int) -> int:
    """A value as months since the scenario's first. Raises UsageError outside the scenario."""
    try:
        return months_into(written(value), start, months)
    except ValueError as error:
        raise UsageError(f"{path}: {error}.") from error


def written(value: Value) -> str:
    """A value as people write it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, int | float) else value
