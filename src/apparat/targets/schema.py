"""A target as written: one checkable figure of the record, and the statistic of a run that it is held to."""

import math
from typing import Annotated, Literal, Self

from pydantic import Field, JsonValue, model_validator

from apparat.constitution.parts import Because, Id, Moment, Part

Role = Literal["calibration", "validation", "shown"]
"""Fitted to; held back to judge by; shown only (an input, too weak a source), neither fitted nor scored."""
Confidence = Literal["high", "medium", "low"]

ReadingName = Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, Field(min_length=8, max_length=600)]


class Recorded(Part):
    """What the record says, in one of the forms that it takes.

    `count` of `of` (a share, with its denominator), a `value`, a range from `low` to `high` of which one end
    may be open, the `month` of an event or the `first` and `last` that it may have had, an event that `never`
    came, or a state that `holds` or not.
    """

    count: Annotated[int, Field(ge=0)] | None = None
    of: Annotated[int, Field(ge=1)] | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    month: Moment | None = None
    first: Moment | None = None
    last: Moment | None = None
    never: Literal[True] | None = None
    holds: bool | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = {
            "count and of": self.count is not None or self.of is not None,
            "value": self.value is not None,
            "low, high": self.low is not None or self.high is not None,
            "month": self.month is not None,
            "first and last": self.first is not None or self.last is not None,
            "never": self.never is not None,
            "holds": self.holds is not None,
        }
        used = [name for name, present in forms.items() if present]
        if len(used) != 1:
            raise ValueError(f"a recorded figure has one form of: {'; '.join(forms)}")
        if forms["count and of"] and (self.count is None or self.of is None or self.count > self.of):
            raise ValueError("a share is written as a count and, in 'of', what it is a count of")
        if forms["first and last"] and (self.first is None or self.last is None or self.first > self.last):
            raise ValueError("an event dated between two months has a 'first' and, not before it, a 'last'")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the range from {self.low:g} to {self.high:g} is empty")
        return self

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value that agree with the record: a month as its number, never as infinity."""
        if self.first is not None and self.last is not None:
            return float(self.first.number), float(self.last.number)
        exact = self._exact
        if exact is not None:
            return exact, exact
        return (
            -math.inf if self.low is None else self.low,
            math.inf if self.high is None else self.high,
        )

    @property
    def _exact(self) -> float | None:
        if self.count is not None and self.of is not None:
            return self.count / self.of
        if self.month is not None:
            return float(self.month.number)
        if self.holds is not None:
            return float(self.holds)
        return math.inf if self.never else self.value


class Reading(Part):
    """Another reading of a figure on which sources disagree: what it changes of the target."""

    statistic: Id | None = None
    with_: dict[str, JsonValue] | None = None
    recorded: Recorded | None = None
    unit: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    confidence: Confidence | None = None
    role: Role | None = None
    because: Because
    why: Sentence


class Entry(Part):
    """A target as a file has it. `readings` are its other readings; the entry itself is the default."""

    date: Moment
    statistic: Id
    with_: dict[str, JsonValue] = Field(default_factory=dict)
    recorded: Recorded
    unit: Annotated[str, Field(min_length=1, max_length=60)]
    confidence: Confidence
    role: Role
    because: Because
    why: Sentence
    disagreement: Id | None = None
    readings: dict[ReadingName, Reading] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _fitted_only_where_sure(self) -> Self:
        every: tuple[Entry | Reading, ...] = (self, *self.readings.values())
        for each in every:
            confidence = each.confidence or self.confidence
            if confidence == "low" and (each.role or self.role) == "calibration":
                raise ValueError("a figure of low confidence is never fitted: its role cannot be calibration")
        return self


class Omission(Part):
    """A figure of the record that no statistic of a run is held to, and why."""

    because: Because
    why: Sentence


class File(Part):
    """A file of targets: those of one scenario."""

    scenario: Id
    targets: dict[Id, Entry]
    omitted: tuple[Omission, ...] = ()
