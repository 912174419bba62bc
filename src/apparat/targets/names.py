"""What targets and statistics call things, and where a scenario's tables have them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Self

from apparat import constitution, scenario
from apparat.ground.dates import Month
from apparat.ground.errors import unknown_name
from apparat.scenario import Scenario


@dataclass(frozen=True)
class Names:
    """Keys and rows under the names that a scenario gives them."""

    scenario: str
    start: Month
    months: int
    motions: Mapping[str, int]
    """Row of the probe that asks each recorded motion."""
    persons: Mapping[str, int]
    """Key of each named person."""
    offices: Mapping[str, int]
    """Number of each office in force when the scenario opens."""
    congresses: tuple[int, ...]
    """Numbers of the congresses of the calendar."""

    @classmethod
    def read(cls, written: Scenario) -> Self:
        """The names of a scenario as read."""
        law = constitution.load(written.constitution, variants=written.answers).at(written.from_)
        return cls(
            written.scenario,
            written.from_,
            written.months,
            {name: row for row, name in enumerate(written.motions)},
            {name: person.key for name, person in written.persons.items()},
            {name: row for row, name in enumerate(law.offices)},
            tuple(session.number for session in written.congresses if session.body == "party-congress"),
        )

    @property
    def end(self) -> Month:
        """The last month."""
        return self.start + (self.months - 1)

    def month(self, written: str) -> int:
        """Months since the first, of a written month."""
        return Month.parse(written) - self.start

    def before(self, written: str) -> str:
        """The month before a written month, written."""
        return str(Month.parse(written) + -1)

    def known(self, kind: str) -> Mapping[str, int]:
        """The names of a kind: motion, person or office."""
        return {"motion": self.motions, "person": self.persons, "office": self.offices}[kind]


@cache
def names_of(shipped: str) -> Names:
    """The names of a shipped scenario. Raises UsageError if there is none of that name."""
    if not is_shipped(shipped):
        raise unknown_name("scenario", shipped, scenario.names())
    return Names.read(scenario.load(shipped))


def is_shipped(name: str) -> bool:
    """Whether a scenario of that name comes with the program."""
    return name in scenario.names()
