"""Persons of a scenario, and what binds them."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from apparat.scenario.values import (
    Because,
    Distribution,
    Fraction,
    Id,
    Leaning,
    Moment,
    Part,
    Point,
    Scatter,
    Since,
    Year,
)

TRAITS = ("organiser", "menace", "skill", "flexibility", "ambition")


class Departure(Part):
    """A trait that differs from the common prior, with what was known of it, and when."""

    value: Annotated[float, Field(ge=0, le=2)]
    dated: Moment
    because: Because


class Traits(Part):
    """Departures from the common prior. Each rests on a fact dated before the scenario opens."""

    organiser: Departure | None = None
    menace: Departure | None = None
    skill: Departure | None = None
    flexibility: Departure | None = None
    ambition: Departure | None = None

    def stated(self) -> dict[str, Departure]:
        """The departures that are stated, by trait."""
        return {name: found for name in TRAITS if (found := getattr(self, name)) is not None}


class Tenure(Part):
    """Since when an office is held."""

    since: Since
    because: Because


class Holding(Part):
    """A post that is one of a class, as the constitution lists them; regional ones name their region."""

    class_: Annotated[Id, Field(alias="class")]
    region: Id | None = None
    since: Since
    because: Because


class Person(Part):
    """A named person as the scenario opens.

    `key` is the address of his luck: it stays his own whatever the order of the file.
    """

    key: Annotated[int, Field(ge=1, lt=1000)]
    name: Annotated[str, Field(min_length=1, max_length=60)]
    born: Year
    joined: Year
    authority: Fraction
    ideal: Point
    traits: Traits = Traits()
    offices: dict[Id, Tenure] = Field(default_factory=dict)
    posts: tuple[Holding, ...] = ()
    health: Fraction | None = None

    @property
    def short_name(self) -> str:
        """The surname, where the name is written `Surname, I. O.`"""
        return self.name.partition(",")[0]


class Prior(Part):
    """The one distribution from which each trait of every named person is drawn."""

    organiser: Distribution
    menace: Distribution
    skill: Distribution
    flexibility: Distribution
    ambition: Distribution


class Uncertainty(Part):
    """Spread, as standard deviations, of the stated numbers from run to run."""

    ideal: Fraction
    authority: Fraction
    tie: Fraction
    relation: Fraction


class Officials(Part):
    """From what the officials without a name are drawn. Ages are in years."""

    ideal: Scatter
    authority: Distribution
    competence: Distribution
    age: Distribution


class Tie(Part):
    """Dependence of a client on a patron."""

    client: Id
    patron: Id
    value: Annotated[float, Field(ge=-1, le=1)]
    because: Because

    @model_validator(mode="after")
    def _two_persons(self) -> Self:
        if self.client == self.patron:
            raise ValueError(f"'{self.client}' cannot be his own patron")
        return self


class Relation(Leaning):
    """Affinity or grudge between two persons."""

    between: tuple[Id, Id]

    @model_validator(mode="after")
    def _two_persons(self) -> Self:
        if self.between[0] == self.between[1]:
            raise ValueError(f"a relation needs two persons, not '{self.between[0]}' twice")
        return self
