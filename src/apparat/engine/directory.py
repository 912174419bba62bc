"""Names for keys, posts and bodies, and the record that results are shown beside."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat import constitution
from apparat.ground.dates import Month
from apparat.mechanisms.recruitment import FIRST_KEY
from apparat.scenario.compile import Compiled
from apparat.world import codes


@dataclass(frozen=True)
class Loss:
    """A seat that somebody lost in the record."""

    person: int
    body: int
    month: int
    source: str


@dataclass(frozen=True)
class Asked:
    """A recorded motion and its counts."""

    title: str
    month: int
    body: int
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    source: str


@dataclass(frozen=True)
class Record:
    """The part of the record that results are shown beside; the world never holds it."""

    losses: tuple[Loss, ...]
    probes: tuple[Asked, ...]


class Directory:
    """Names and dates for the numbers of a compiled scenario. Key 0 is nobody."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        scenario = compiled.scenario
        self._names = {person.key: person.name for person in scenario.persons.values()}
        self._short = {person.key: person.short_name for person in scenario.persons.values()}
        self._posts: NDArray[np.void] = compiled.template["posts"][0]
        self._classes = {row: name for name, row in compiled.places.classes.items()}
        self._regions = list(scenario.regions.values())
        self.title: str = scenario.title
        self.start: Month = scenario.from_
        self.months: int = scenario.months
        self.figures: Sequence[tuple[int, str]] = tuple(
            (scenario.persons[name].key, scenario.persons[name].short_name) for name in compiled.persons
        )
        self.assumptions: Sequence[str] = tuple(scenario.assumptions.values())
        self.recorded = _record(compiled)

    def person(self, key: int) -> str:
        """Full name; an official without one is named by his number."""
        if key in self._names:
            return self._names[key]
        return f"official no. {key - FIRST_KEY}" if key else "nobody"

    def short(self, key: int) -> str:
        """The name by which a reader knows him."""
        return self._short.get(key) or self.person(key)

    def post(self, index: int) -> str:
        """A post in words: its class or office, and its region."""
        name = self._classes[int(self._posts[index]["kind"])]
        law = self._compiled.constitution
        if name.startswith("office/"):
            return law.offices[name.removeprefix("office/")].name
        region = int(self._posts[index]["region"])
        title = law.post_classes[name].name
        return f"{title}, {self._regions[region].name}" if region >= 0 else title

    def rule(self, index: int) -> str:
        """A rule that may change, in words."""
        known = constitution.load(
            self._compiled.scenario.constitution, variants=self._compiled.scenario.answers
        )
        written = known.rule(self._compiled.rules[index])
        return written.name if written is not None else self._compiled.rules[index]

    def tier(self, index: int) -> int:
        """A post's tier: 1 summit, 2 central and provincial, 3 and 4 below. Offices are of the first."""
        kind = int(self._posts[index]["kind"])
        if kind == 0 or self._classes[kind].startswith("office/"):
            return 1
        return 2 + int(self._compiled.template["classes"][0][kind]["tier"] > 1)

    def region(self, index: int) -> str:
        """A region in words."""
        return self._regions[index].name

    def body(self, kind: int) -> str:
        """A body in words."""
        if kind == codes.MEMBERSHIP:
            return "party membership"
        name = codes.BODY_IDS[kind]
        base = name.removesuffix("-candidates")
        bodies = self._compiled.constitution.bodies
        if kind == codes.JOINT and base not in bodies:  # the committee expels alone
            return self.body(codes.COMMITTEE)
        written = bodies.get(base)
        title = written.name if written is not None else base
        return f"{title} (candidates)" if name.endswith("-candidates") else title


def _record(compiled: Compiled) -> Record:
    scenario = compiled.scenario
    losses = tuple(
        Loss(
            scenario.persons[lost.person].key,
            codes.BODY_IDS.index(lost.body),
            scenario.month(lost.date),
            ", ".join(lost.because),
        )
        for lost in scenario.recorded.seats_lost
        if lost.body in codes.BODY_IDS
    )
    probes = tuple(
        Asked(
            name.replace("-", " "),
            scenario.month(motion.date),
            int(compiled.template["probes"][0][k]["body"]),
            motion.recorded.for_,
            motion.recorded.against,
            motion.recorded.abstained,
            ", ".join(motion.because),
        )
        for k, (name, motion) in enumerate(scenario.motions.items())
    )
    return Record(losses, probes)
