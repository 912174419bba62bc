"""The same kernels as plain Python: plays one small world without the compiler and keeps its end.

Run as `NUMBA_DISABLE_JIT=1 python uncompiled.py FILE`.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np

from apparat.engine import play
from apparat.mechanisms.month import defaults
from apparat.world import codes
from tests.family import Plan, build

PLAN = Plan(
    seed=41, figures=7, spare=1, regions=2, locals_per_region=2, months=14, top=3, committee=6, death=True
)


class Row:
    """A record whose columns are attributes, as compiled code sees it; numbers are Python's own."""

    __slots__ = ("_values",)

    def __init__(self, values: np.void) -> None:
        object.__setattr__(self, "_values", values)

    def __getattr__(self, name: str) -> Any:
        return _seen(self._values[name])

    def __setattr__(self, name: str, value: Any) -> None:
        self._values[name] = value


class Rows:
    """A table of such records."""

    def __init__(self, values: np.ndarray[Any, Any]) -> None:
        self._values = values

    def __getitem__(self, index: int) -> Row:
        return Row(self._values[_from_the_start(index)])

    def __len__(self) -> int:
        return len(self._values)


class Numbers:
    """An array that gives Python's own numbers, which compute as compiled code does, not as narrow ones."""

    def __init__(self, values: np.ndarray[Any, Any]) -> None:
        self._values = values
        self.size = values.size

    def __getitem__(self, index: Any) -> Any:
        return _seen(self._values[_from_the_start(index)])

    def __setitem__(self, index: Any, value: Any) -> None:
        self._values[_from_the_start(index)] = value

    def __len__(self) -> int:
        return len(self._values)


def _from_the_start(index: Any) -> Any:
    """The index; compiled kernels never count from the end."""
    for each in index if isinstance(index, tuple) else (index,):
        if not isinstance(each, slice) and each < 0:
            raise IndexError(f"a kernel asks for row {each}")
    return index


def _seen(value: Any) -> Any:
    if isinstance(value, np.void):
        return Row(value)
    if isinstance(value, np.ndarray):
        return Rows(value) if value.dtype.names else Numbers(value)
    return value.item()


def main(file: Path) -> None:
    """Play the plan and keep the world as bytes."""
    world, parameters = build(PLAN), defaults()
    world["clock"]["journal"] = codes.J_FULL
    seen: Any = (Rows(world), Rows(parameters))
    with np.errstate(over="ignore"):
        play.begin(*seen)
        play.advance(*seen, PLAN.months, 1)
    file.write_bytes(world.tobytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
