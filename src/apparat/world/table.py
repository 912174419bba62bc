"""Tables: structured arrays whose row type is written once, as a class.

A row class names its columns with unit and meaning; `dtype_of` derives the NumPy dtype from it. In
kernels a table is annotated `Table[Person]`, so `people[i].authority` is checked by the type checker,
and compiled by Numba.
"""

from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]
Keys: TypeAlias = NDArray[np.int64]
LINE = 64
"""Bytes of a cache line."""
R_co = TypeVar("R_co", covariant=True)
R = TypeVar("R")


@dataclass(frozen=True)
class Column:
    """A column: its scalar type, inner shape, unit and meaning."""

    scalar: str | np.dtype[np.void]
    shape: tuple[int, ...]
    unit: str
    meaning: str


def column(scalar: str, meaning: str, *, unit: str = "", shape: tuple[int, ...] = ()) -> Any:
    """Declare a column of a row class. `scalar` is a NumPy type code such as "f8" or "i4"."""
    return Column(scalar, shape, unit, meaning)


def one(row: type, meaning: str) -> Any:
    """Declare a nested record."""
    return Column(dtype_of(row), (), "", meaning)


def table(row: type, capacity: int, meaning: str) -> Any:
    """Declare a nested table of a fixed capacity."""
    return Column(dtype_of(row), (capacity,), "rows", meaning)


def columns_of(row: type) -> dict[str, Column]:
    """The columns of a row class, in order."""
    return {name: value for name, value in vars(row).items() if isinstance(value, Column)}


def dtype_of(row: type) -> np.dtype[np.void]:
    """The aligned structured dtype of a row class."""
    fields: Any = [
        (name, c.scalar, c.shape) if c.shape else (name, c.scalar) for name, c in columns_of(row).items()
    ]
    derived: np.dtype[np.void] = np.dtype(fields, align=True)
    return derived


def lined_dtype_of(row: type) -> np.dtype[np.void]:
    """The dtype of a record of tables, each of which begins on a cache line, as does the next such record.

    A row of 64 bytes then lies in one line; otherwise it lies in two, and a processor fetches both.
    """
    fields = {
        name: np.dtype((c.scalar, c.shape)) if c.shape else np.dtype(c.scalar)
        for name, c in columns_of(row).items()
    }
    ends = list(accumulate((-(-field.itemsize // LINE) * LINE for field in fields.values()), initial=0))
    return np.dtype(
        {
            "names": list(fields),
            "formats": list(fields.values()),
            "offsets": ends[:-1],
            "itemsize": ends[-1],
        },
        align=True,
    )


class Table(Generic[R_co]):
    """A structured array seen by the type checker as a sequence of rows. Never instantiated."""

    def __getitem__(self, index: int) -> R_co:
        """The row at an index, as a view that can be written through."""
        raise NotImplementedError  # pragma: no cover

    def __len__(self) -> int:
        """The number of rows."""
        raise NotImplementedError  # pragma: no cover
