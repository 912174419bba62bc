"""A scenario: everything the model is told before its first month. Numbers carry their sources."""

import hashlib
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from apparat.ground.dates import Month
from apparat.scenario.events import Happening, Motion, OpenRule, Paper, Recorded, Session, Variant
from apparat.scenario.land import Bench, Doctrine, Membership, Region
from apparat.scenario.people import Officials, Person, Prior, Relation, Tie, Traits, Uncertainty
from apparat.scenario.values import Count, Id, Moment, Part

Sentence = Annotated[str, Field(min_length=1, max_length=2000)]


class Scenario(Part):
    """A scenario as written, with the chosen variants applied."""

    scenario: Id
    title: Sentence
    question: Sentence
    about: Sentence
    from_: Annotated[Moment, Field(alias="from")]
    until: Moment
    constitution: Id
    answers: dict[Id, str] = Field(default_factory=dict)
    amendments: Literal["as-recorded", "none"] = "as-recorded"
    assumptions: dict[Id, Sentence] = Field(default_factory=dict)
    persons: Annotated[dict[Id, Person], Field(min_length=1)]
    prior: Prior
    uncertainty: Uncertainty
    officials: Officials
    bodies: dict[Id, Bench]
    ties: tuple[Tie, ...] = ()
    relations: tuple[Relation, ...] = ()
    regions: Annotated[dict[Id, Region], Field(min_length=1)]
    membership: Membership
    doctrine: Doctrine
    prisoners: Count | None = None
    congresses: tuple[Session, ...]
    timeline: dict[Id, Happening] = Field(default_factory=dict)
    documents: dict[Id, Paper] = Field(default_factory=dict)
    open_rules: tuple[OpenRule, ...] = ()
    motions: dict[Id, Motion] = Field(default_factory=dict)
    recorded: Recorded = Recorded()
    variants: dict[Id, Variant] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _opens_before_it_ends(self) -> Self:
        if self.until <= self.from_:
            raise ValueError(f"'until' ({self.until}) must come after 'from' ({self.from_})")
        return self

    @property
    def months(self) -> int:
        """How many months a run has: from the first to the last, both counted."""
        return self.until - self.from_ + 1

    def month(self, moment: Month) -> int:
        """Months since the scenario's first month."""
        return moment - self.from_

    @property
    def hash(self) -> str:
        """Sixteen hexadecimal digits that change with anything but the list of variants not chosen."""
        written = self.model_dump_json(exclude={"variants"})
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    def region_members(self) -> dict[str, int]:
        """Full members of each region: the total divided by the regions' shares, to the last person."""
        total = self.membership.members.value
        exact = {name: region.share.value * total for name, region in self.regions.items()}
        whole = {name: int(number) for name, number in exact.items()}
        rest = total - sum(whole.values())
        by_remainder = sorted(exact, key=lambda name: (whole[name] - exact[name], name))
        for name in by_remainder[: max(rest, 0)]:
            whole[name] += 1
        return whole

    def exchangeable(self) -> Self:
        """The same scenario without any departure from the common prior of traits."""
        persons = {
            name: person.model_copy(update={"traits": Traits()}) for name, person in self.persons.items()
        }
        return self.model_copy(update={"persons": persons})
