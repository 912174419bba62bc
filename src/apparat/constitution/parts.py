"""The small pieces a constitution is written in: sources, months, sourced numbers, dated changes."""

import re
from functools import cached_property
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    PlainSerializer,
    PlainValidator,
    model_validator,
)

from apparat.constitution.amend import versions
from apparat.ground.dates import Month

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Part(BaseModel):
    """A piece of a constitution: frozen, unknown keys refused, keys written with hyphens."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=_kebab,
        serialize_by_alias=True,
        validate_by_name=False,
    )


def _identifier(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"'{text}' is not an identifier: use small letters, digits and single hyphens")
    return text


Id = Annotated[str, Field(max_length=60), AfterValidator(_identifier)]


def _month(written: object) -> Month:
    if isinstance(written, Month):
        return written
    if isinstance(written, str):
        return Month.parse(written)
    raise ValueError(f"{written} is not a month: write YYYY-MM, for example 1922-04")


Moment = Annotated[Month, PlainValidator(_month), PlainSerializer(str, return_type=str)]


def _source(written: object) -> object:
    """`assumed: why` without quotes is a mapping to YAML and a sentence to its writer."""
    if isinstance(written, dict) and len(written) == 1:
        ((word, text),) = written.items()
        return f"{word}: {text}"
    return written


Source = Annotated[str, BeforeValidator(_source), Field(min_length=3, max_length=300)]
"""A fact, a row of a table of the record, `work: title`, or `assumed: why`."""


def _listed(written: object) -> object:
    if isinstance(written, str | dict):
        return (written,)
    return tuple(written) if isinstance(written, list) else written


Because = Annotated[tuple[Source, ...], BeforeValidator(_listed), Field(min_length=1)]


class Figure(Part):
    """A sourced number, with the band its sources leave open."""

    value: Annotated[float, Field(ge=0, le=1e9)]
    low: float | None = None
    high: float | None = None
    because: Because

    @model_validator(mode="after")
    def _inside_its_band(self) -> "Figure":
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        if not low <= self.value <= high:
            raise ValueError(f"the value {self.value:g} lies outside its own band {low:g} to {high:g}")
        return self

    def __str__(self) -> str:
        if self.low is None and self.high is None:
            return f"{self.value:,g}"
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        return f"{self.value:,g} ({low:,g}-{high:,g})"


class Majority(Part):
    """A share of the votes: half means more than half, a greater share means at least that share."""

    numerator: Annotated[int, Field(ge=1, le=100)]
    denominator: Annotated[int, Field(ge=1, le=100)]
    because: Because

    @model_validator(mode="after")
    def _at_least_half(self) -> "Majority":
        if not self.denominator <= 2 * self.numerator <= 2 * self.denominator:
            raise ValueError(f"{self.numerator}/{self.denominator} is no majority: from 1/2 to 1 is allowed")
        return self

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}"


class Change(Part):
    """What a decree changed in an institution: from `since` on the keys in `set` have new values."""

    since: Moment
    set: Annotated[dict[str, JsonValue], Field(min_length=1)]
    because: Because


class Reading(Part):
    """What another reading of the sources makes of an institution; `until` is when the readings agree again.

    Changes of the institution from that month on stand beside those of the reading.
    """

    until: Moment | None = None
    set: Annotated[dict[str, JsonValue], Field(min_length=1)]
    because: Because


class Dated(Part):
    """An institution in force from `since` up to, not including, `until`.

    `changes` are its dated amendments; `variants` maps the name of a question on which sources
    disagree, and the answer chosen, to what that answer changes.
    """

    since: Moment
    until: Moment | None = None
    because: Because
    changes: tuple[Change, ...] = ()
    variants: dict[Id, dict[str, Reading]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> "Dated":
        if self.until is not None and self.until <= self.since:
            raise ValueError(f"'until' ({self.until}) must be later than 'since' ({self.since})")
        return self

    @cached_property
    def versions(self) -> tuple[tuple[Month, Self], ...]:
        """The record as it stood from each month in which it was changed, worked out once."""
        return versions(self)

    def in_force(self, month: Month) -> bool:
        """Whether the institution exists in a month."""
        return self.since <= month and (self.until is None or month < self.until)
