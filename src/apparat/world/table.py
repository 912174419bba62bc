"""Tables: structured arrays whose row type is written once, as a class.

A row class names its columns with unit and meaning; `dtype_of` derives the NumPy dtype from it. In
kernels a table is annotated `Table[Person]`, so `people[i].authority` is checked by the type checker,
compiled by Numba, and runs uncompiled on a `recarray`.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]
R_co = TypeVar("R_co", covariant=True)
R = TypeVar("R")


@dataclass(frozen=True)
class Column:
    """A column: its scalar type, inner shape, unit and meaning."""

    scalar: str
    shape: tuple[int, ...]
    unit: str
    meaning: str


def column(scalar: str, meaning: str, *, unit: str = "", shape: tuple[int, ...] = ()) -> Any:
    """Declare a column of a row class. `scalar` is a NumPy type code such as "f8" or "i4"."""
    return Column(scalar, shape, unit, meaning)


def columns_of(row: type) -> dict[str, Column]:
    """The columns of a row class, in order."""
    return {name: value for name, value in vars(row).items() if isinstance(value, Column)}


def dtype_of(row: type) -> np.dtype[np.void]:
    """The aligned structured dtype of a row class."""
    fields = [(name, c.scalar, c.shape) if c.shape else (name, c.scalar) for name, c in columns_of(row).items()]
    return np.dtype(cast(Any, fields), align=True)


class Table(Generic[R_co]):
    """A structured array seen by the type checker as a sequence of rows. Never instantiated."""

    size: int

    def __getitem__(self, index: int) -> R_co:
        """The row at an index, as a view that can be written through."""
        raise NotImplementedError  # pragma: no cover

    def __len__(self) -> int:
        """The number of rows."""
        raise NotImplementedError  # pragma: no cover


def allocate(row: type[R], count: int) -> Table[R]:
    """A table of `count` zeroed rows."""
    return cast("Table[R]", np.zeros(count, dtype_of(row)))


def array_of(table: Table[R]) -> NDArray[np.void]:
    """The structured array behind a table."""
    return cast("NDArray[np.void]", table)
