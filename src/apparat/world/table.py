"""Tables: structured arrays whose row type is written once, as a class.

A row class names its columns with unit and meaning; `dtype_of` derives the NumPy dtype from it. In
kernels a table is annotated `Table[Person]`, so `people[i].authority` is checked by the type checker,
and compiled by Numba.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]
Keys: TypeAlias = NDArray[np.int64]
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


class Table(Generic[R_co]):
    """A structured array seen by the type checker as a sequence of rows. Never instantiated."""

    def __getitem__(self, index: int) -> R_co:
        """The row at an index, as a view that can be written through."""
        raise NotImplementedError  # pragma: no cover

    def __len__(self) -> int:
        """The number of rows."""
        raise NotImplementedError  # pragma: no cover
