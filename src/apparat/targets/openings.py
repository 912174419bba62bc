"""How a struggle stands when it opens, as anybody could see it: for those who forecast without a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from apparat import constitution
from apparat.ground.dates import Month
from apparat.scenario import Scenario
from apparat.targets.names import Names

TOP = "politburo"


@dataclass(frozen=True)
class Opening:
    """Persons by their names in the scenario."""

    names: Names
    seated: tuple[str, ...]
    """Full members of the top body."""
    waiting: tuple[str, ...]
    """Its candidates."""
    holders: Mapping[str, str]
    """Office to holder, where a named person holds it."""
    chief: str | None
    """Office of the chief secretary."""
    premier: str | None
    """The office with the highest visible rank beside it."""
    fame: Mapping[str, float]
    """Standing in the party's eyes, 0..1."""
    dies: Mapping[str, Month]
    """Deaths that the timeline states."""

    @classmethod
    def read(cls, written: Scenario) -> Self:
        """The opening of a scenario as read."""
        law = constitution.load(written.constitution, variants=written.answers).at(written.from_)
        bench = written.bodies.get(TOP)
        chief = next((name for name, office in law.offices.items() if office.bundle is not None), None)
        others = {name: office.weight.value for name, office in law.offices.items() if name != chief}
        return cls(
            Names.read(written),
            tuple(seat.person for seat in bench.full) if bench is not None else (),
            tuple(seat.person for seat in bench.candidate) if bench is not None else (),
            {office: name for name, person in written.persons.items() for office in person.offices},
            chief,
            max(others, key=lambda name: others[name], default=None),
            {name: person.authority.value for name, person in written.persons.items()},
            {e.person: e.date for e in written.timeline.values() if e.event == "death"},
        )

    def alive(self, person: str, month: Month) -> bool:
        """Whether a person has not died, by the timeline, by the end of a month."""
        return person not in self.dies or self.dies[person] > month

    def most_famous(self, month: Month, count: int) -> list[str]:
        """The living of highest standing, the highest first."""
        living = [name for name in self.fame if self.alive(name, month)]
        return sorted(living, key=lambda name: (-self.fame[name], name))[:count]
