"""Parameters: each with default, unit, range and source, next to the mechanism that uses it.

A mechanism's parameters are a frozen dataclass of `parameter(...)` fields. A set of all parameters is one
row in each of a few structured arrays, so kernels receive a record that reads like the dataclass.
"""

from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Parameter:
    """One parameter as documented: address, default, unit, range, source, meaning."""

    address: str
    default: float
    unit: str
    low: float
    high: float
    source: str
    meaning: str


def parameter(default: float, meaning: str, *, unit: str, low: float, high: float, source: str) -> Any:
    """A field of a parameter class. Raises ValueError if the default lies outside its range."""
    if not low <= default <= high:
        raise ValueError(f"default {default} outside {low}..{high}: {meaning}")
    return field(
        default=default,
        metadata={"meaning": meaning, "unit": unit, "low": low, "high": high, "source": source},
    )


def described(mechanism: str, cls: type) -> Iterator[Parameter]:
    """The parameters of a class, addressed `mechanism.parameter`."""
    for f in cast("tuple[Field[float], ...]", fields(cls)):
        m = f.metadata
        yield Parameter(
            f"{mechanism}.{f.name}",
            cast(float, f.default),
            m["unit"],
            m["low"],
            m["high"],
            m["source"],
            m["meaning"],
        )


def record_dtype(cls: type) -> np.dtype[np.void]:
    """A structured dtype with one double per parameter."""
    return np.dtype([(f.name, "f8") for f in fields(cls)])


def fill_defaults(records: NDArray[np.void], cls: type) -> None:
    """Set every field of an array of parameter records to its default."""
    for f in cast("tuple[Field[float], ...]", fields(cls)):
        records[f.name] = f.default
