"""Bodies as they sit at the opening, regions, the membership, and the party's line."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from apparat.scenario.values import Amount, Because, Count, Fraction, Id, Part, Point, Since

COHORTS = 5
"""Cohorts that a scenario can tell apart."""


class Seat(Part):
    """A seat held by a person."""

    person: Id
    since: Since
    because: Because


class Size(Part):
    """How many seats a body has."""

    full: Annotated[int, Field(ge=0, le=2000)]
    candidate: Annotated[int, Field(ge=0, le=2000)] = 0
    because: Because


class Bench(Part):
    """Who sits in a body. `unnamed` says what becomes of seats beyond those named."""

    full: tuple[Seat, ...]
    candidate: tuple[Seat, ...] = ()
    size: Size
    unnamed: Literal["vacant", "synthetic"] = "vacant"

    @model_validator(mode="after")
    def _enough_seats(self) -> Self:
        for label, seats, size in (
            ("full", self.full, self.size.full),
            ("candidate", self.candidate, self.size.candidate),
        ):
            if len(seats) > size:
                raise ValueError(f"{len(seats)} {label} members are named for {size} seats")
        return self


class Region(Part):
    """A territory with its party organisation; its secretary is a named person or an unnamed official."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    share: Fraction
    industrial: Fraction
    hold: Fraction
    secretary: Seat | None = None


class Cohort(Part):
    """Members who joined in the same years, at the opening; `joined_until` is the last of these years."""

    joined_until: Annotated[int, Field(ge=1800, le=2100)] | None = None
    members: Count
    deference: Fraction
    engagement: Fraction


class Membership(Part):
    """The party's rank and file at the opening, by cohort, oldest first. `intake` is admissions a month."""

    members: Count
    candidates: Count
    cohorts: Annotated[dict[Id, Cohort], Field(min_length=1, max_length=COHORTS)]
    intake: Amount
    mood: Point

    @model_validator(mode="after")
    def _cohorts_add_up(self) -> Self:
        total = sum(cohort.members.value for cohort in self.cohorts.values())
        if total != self.members.value:
            raise ValueError(f"the cohorts hold {total:,} members, but 'members' says {self.members.value:,}")
        return self


class Salience(Part):
    """Weights of the three dimensions in the question of the day; they sum to 1."""

    economy: Annotated[float, Field(ge=0, le=1)]
    world: Annotated[float, Field(ge=0, le=1)]
    rule: Annotated[float, Field(ge=0, le=1)]
    because: Because

    @model_validator(mode="after")
    def _sums_to_one(self) -> Self:
        total = self.economy + self.world + self.rule
        if abs(total - 1) > 1e-6:
            raise ValueError(f"the weights must sum to 1, not {total:g}")
        return self


class Doctrine(Part):
    """The party's line at the opening, how strictly it is held, and what is on the agenda."""

    line: Point
    strength: Fraction
    salience: Salience
