"""The small pieces every part of a scenario is made of: sourced numbers and points."""

import re
from typing import Annotated

from pydantic import Field, PlainSerializer, PlainValidator, model_validator

from apparat.constitution.parts import Because, Id, Moment, Part
from apparat.ground.dates import Month

__all__ = ["IDENTIFIER", "Because", "Id", "Moment", "Part", "Since"]

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _since(written: object) -> Month:
    year = str(written)
    if re.fullmatch(r"1[89]\d\d", year):
        return Month.of(int(year), 1)
    return written if isinstance(written, Month) else Month.parse(year)


Since = Annotated[Month, PlainValidator(_since), PlainSerializer(str, return_type=str)]
"""A month; a year alone stands for its January, where the record knows no more."""

Unit = Annotated[float, Field(ge=0, le=1)]
Signed = Annotated[float, Field(ge=-1, le=1)]


class Ranged(Part):
    """What every sourced number may carry beside its value: a plausible range."""

    because: Because
    low: float | None = None
    high: float | None = None

    @model_validator(mode="after")
    def _in_its_range(self) -> "Ranged":
        value = float(getattr(self, "value"))  # noqa: B009  every kind of number has one
        low = value if self.low is None else self.low
        high = value if self.high is None else self.high
        if not low <= value <= high:
            raise ValueError(f"the value {value:g} lies outside its own range {low:g} to {high:g}")
        return self


class Fraction(Ranged):
    """A number from 0 to 1."""

    value: Unit


class Leaning(Ranged):
    """A number from -1 to 1."""

    value: Signed


class Amount(Ranged):
    """A number that is not negative."""

    value: Annotated[float, Field(ge=0)]


class Count(Ranged):
    """A whole number that is not negative."""

    value: Annotated[int, Field(ge=0, le=10_000_000)]


class Year(Ranged):
    """A calendar year."""

    value: Annotated[int, Field(ge=1800, le=1990)]


class Point(Part):
    """A position in the three dimensions of policy, each from -1 to 1."""

    economy: Signed
    world: Signed
    rule: Signed
    because: Because

    @property
    def vector(self) -> tuple[float, float, float]:
        """Economy (market .. plan), world (coexistence .. revolution), rule (democracy .. command)."""
        return (self.economy, self.world, self.rule)


class Distribution(Part):
    """A normal distribution cut off at `low` and `high`."""

    mean: float
    sd: Annotated[float, Field(ge=0)]
    low: float
    high: float
    because: Because

    @model_validator(mode="after")
    def _mean_between_bounds(self) -> "Distribution":
        if not self.low <= self.mean <= self.high:
            raise ValueError(f"the mean {self.mean:g} lies outside {self.low:g} to {self.high:g}")
        return self


class Scatter(Part):
    """Independent distributions of the three dimensions of policy."""

    economy: Distribution
    world: Distribution
    rule: Distribution
