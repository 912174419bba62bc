"""Months as integers, and their written form.

A month is counted from January of year 0, so that subtraction is a number of months.
"""

import re
from dataclasses import dataclass
from typing import Self

_WRITTEN = re.compile(r"^(\d{4})-(\d{2})(?:-\d{2})?$")


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month. `Month.parse("1922-04") + 1 == Month.parse("1922-05")`."""

    number: int

    @classmethod
    def of(cls, year: int, month: int) -> Self:
        """Month 1..12 of a year."""
        return cls(year * 12 + month - 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `YYYY-MM` (a day after it is dropped). Raises ValueError otherwise."""
        match = _WRITTEN.match(text.strip())
        if match is None or not 1 <= int(match[2]) <= 12:
            raise ValueError(f"'{text}' is not a month: write YYYY-MM, for example 1922-04")
        return cls.of(int(match[1]), int(match[2]))

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.number // 12

    @property
    def month(self) -> int:
        """The month of the year, 1..12."""
        return self.number % 12 + 1

    def __add__(self, months: int) -> "Month":
        return Month(self.number + months)

    def __sub__(self, other: "Month") -> int:
        return self.number - other.number

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def months_into(written: str, start: Month, months: int) -> int:
    """Months from `start` to a written month. Raises ValueError if it is none, or not among them."""
    found = Month.parse(written) - start
    if not 0 <= found < months:
        raise ValueError(f"{written} lies outside the scenario ({start} to {start + (months - 1)})")
    return found
