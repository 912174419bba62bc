"""What is asked of branches: dates, how many pasts, how many endings of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from apparat.ground.dates import Month, months_into
from apparat.ground.errors import UsageError

MOST_PASTS, MOST_ENDINGS, MOST_DATES = 2**16, 2**16, 24


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Branches as asked for. Raises UsageError for what cannot be meant."""

    at: Sequence[str]
    pasts: int = 40
    endings: int = 25

    def __post_init__(self) -> None:
        if not self.at:
            raise UsageError("Branches need a date: --at YYYY-MM, once or several times.")
        if len(self.at) > MOST_DATES:
            raise UsageError(f"{len(self.at)} dates are too many: at most {MOST_DATES}.")
        if not 2 <= self.pasts <= MOST_PASTS:
            raise UsageError(
                f"--pasts is a whole number from 2 to {MOST_PASTS}, not {self.pasts}: "
                "one past alone cannot say how far pasts differ."
            )
        if not 2 <= self.endings <= MOST_ENDINGS:
            raise UsageError(
                f"--endings is a whole number from 2 to {MOST_ENDINGS}, not {self.endings}: "
                "one ending alone cannot say how far endings of one past differ."
            )

    def written(self) -> dict[str, Any]:
        """How it was asked for, as a folder keeps it; all of it may grow."""
        return {"at": list(self.at), "pasts": self.pasts, "endings": self.endings}

    def words(self) -> list[str]:
        """The options that ask this on the command line."""
        dates = [part for date in self.at for part in ("--at", date)]
        return [*dates, "--pasts", str(self.pasts), "--endings", str(self.endings)]

    def months(self, start: Month, months: int) -> list[int]:
        """The dates as months since the scenario's first, in order. Raises UsageError for wrong ones."""
        try:
            found = [months_into(date, start, months) for date in self.at]
        except ValueError as error:
            raise UsageError(f"--at: {error}.") from error
        if len(set(found)) < len(found):
            raise UsageError("--at: a date is given twice. Leave one out.")
        return sorted(found)
