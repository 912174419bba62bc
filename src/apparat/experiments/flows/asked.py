"""What is asked of flows: how many runs, how large a shift, how long it is followed, which levels."""

from collections.abc import Sequence
from dataclasses import dataclass

from apparat.experiments.flows.levels import LEVELS
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError, unknown_name

LEAST_RUNS, MOST_RUNS = 6, 2**20
LOOK = 3
"""Months between looks; the number of months followed is a multiple."""
MOST_MONTHS = 36


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Flows as asked for. Raises UsageError for what cannot be meant."""

    runs: int = 60
    shift: float = 0.3
    months: int = 12
    names: Sequence[str] = ()
    """Levels to be shifted; none: all that can be."""

    def __post_init__(self) -> None:
        if not LEAST_RUNS <= self.runs <= MOST_RUNS:
            raise UsageError(
                f"--runs is a whole number from {LEAST_RUNS} to {MOST_RUNS}, not {self.runs}: runs take "
                "turns on three axes, and an interval needs two of each."
            )
        if not 0.05 <= self.shift <= 0.5:
            raise UsageError(f"--shift is a number from 0.05 to 0.5, not {self.shift:g}.")
        if not (LOOK <= self.months <= MOST_MONTHS and self.months % LOOK == 0):
            raise UsageError(f"--months is a multiple of {LOOK} up to {MOST_MONTHS}, not {self.months}.")
        if len(set(self.names)) < len(self.names):
            raise UsageError("--level: a level is given twice. Leave one out.")
        known = {level.name: level for level in LEVELS}
        for name in self.names:
            if name not in known:
                raise unknown_name("level", name, known)
            if not known[name].shifted:
                raise UsageError(
                    f"--level {name}: nothing of its own there could be shifted. Leave it out: its votes, "
                    "where it has any, are shown when others are shifted."
                )

    def words(self) -> list[str]:
        """The options that ask this on the command line."""
        names = [part for name in self.names for part in ("--level", name)]
        return [*names, "--runs", str(self.runs), "--shift", f"{self.shift:g}", "--months", str(self.months)]

    @property
    def levels(self) -> list[int]:
        """The levels to be shifted, from below to above in each chain."""
        wanted = set(self.names)
        return [k for k, level in enumerate(LEVELS) if level.shifted and (not wanted or level.name in wanted)]

    def years(self, start: Month, months: int) -> list[int]:
        """Months, since the scenario's first, of every January that can be followed.

        Raises UsageError if there is none.
        """
        found = [m for m in range(months - self.months + 1) if (start + m).month == 1]
        if not found:
            raise UsageError(
                f"No January of the scenario ({start} to {start + (months - 1)}) has {self.months} months "
                "after it. Follow fewer (--months)."
            )
        return found
