"""A target as the program uses it: one reading of one figure, ready to be compared with runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from apparat.ground.dates import Month
from apparat.targets.schema import Confidence, Entry, Role
from apparat.targets.statistic import Statistic, known


@dataclass(frozen=True, kw_only=True)
class Target:
    """One checkable figure of the record, in one reading of it.

    `low` and `high` bound what agrees with the record (equal for a single figure, infinite at an open end); a
    month is counted from January of year 0, and infinite for an event that never came. `of` is what a share
    is a share of, where the record has counts.
    """

    id: str
    reading: str
    """Name of the reading; empty for the default."""
    question: str
    """The disagreement that the reading is an answer to; empty where sources agree."""
    scenario: str
    date: Month
    statistic: str
    arguments: Mapping[str, Any]
    low: float
    high: float
    of: int | None
    unit: str
    because: tuple[str, ...]
    confidence: Confidence
    role: Role
    why: str

    @property
    def name(self) -> str:
        """Id and reading, unique among all targets."""
        return f"{self.id}/{self.reading}" if self.reading else self.id

    @property
    def measured_by(self) -> Statistic:
        """The statistic that measures it."""
        return known()[self.statistic]


def expand(scenario: str, name: str, entry: Entry) -> tuple[Target, ...]:
    """The target of an entry, and one for each further reading."""
    first = _target(scenario, name, "", entry)
    others = []
    for reading, changes in entry.readings.items():
        # What is written as null is left as it is, like what is not written.
        changed = {key: value for key, value in changes if value is not None}
        others.append(_target(scenario, name, reading, entry.model_copy(update=changed)))
    return (first, *others)


def _target(scenario: str, name: str, reading: str, entry: Entry) -> Target:
    low, high = entry.recorded.bounds
    return Target(
        id=name,
        reading=reading,
        question=(entry.disagreement or name) if entry.readings else "",
        scenario=scenario,
        date=entry.date,
        statistic=entry.statistic,
        arguments=entry.with_,
        low=low,
        high=high,
        of=entry.recorded.of,
        unit=entry.unit,
        because=entry.because,
        confidence=entry.confidence,
        role=entry.role,
        why=entry.why,
    )
