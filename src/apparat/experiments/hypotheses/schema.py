"""A hypothesis as written: a claim about whole runs, what is compared, and what it expects."""

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from apparat.results.ensemble import Yardstick
from apparat.scenario.levers.schema import Sentence, Value
from apparat.scenario.values import Because, Id, Moment, Part

Blow = Literal["condemned", "post-lost", "seat-lost", "expelled", "arrested"]
"""What may befall a leader: kinds of event, as the journal names them."""
Expected = Literal["more", "less", "alike"]
"""With the change against without it; `alike` means a difference of no more than `within` either way."""

SCENARIO = "the scenario as it is"


class Change(Part):
    """One side of a comparison: levers that are pulled, paths that are set, or both."""

    levers: tuple[Id, ...] = ()
    from_: Moment | None = None
    """The month at whose beginning paths are set; None: the opening. A lever has its own."""
    set_: dict[str, Value] = Field(default_factory=dict)
    called: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    """Words for a list of paths that is too long to be read."""

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.levers and not self.set_:
            raise ValueError("a change names 'levers', or paths to 'set', or both")
        if self.from_ is not None and not self.set_:
            raise ValueError("'from' is the month of 'set', and a lever has its own: leave it out")
        return self

    @property
    def said(self) -> str:
        """The change in a line: levers, paths with their values and their month, or what it is called."""
        if self.called is not None:
            return self.called
        since = f" from {self.from_}" if self.from_ is not None else ""
        paths = (f"{path}={_written(value)}" for path, value in self.set_.items())
        return " + ".join([*self.levers, *paths]) + since


class Outcome(Part):
    """What is measured of each run, and which way it should differ."""

    measure: Id
    who: Id | None = None
    """A person, `nobody`, or `chief`: whoever holds the chief's post in that month."""
    event: Blow | None = None
    by: Yardstick = get_args(Yardstick)[0]
    at: Moment | None = None
    """The month in which it is looked at, or until which it is counted; None: the last."""
    expected: Expected
    within: Annotated[float, Field(gt=0, le=1)] = 0.05
    """How far `alike` may differ, in the measure's own unit."""


class Comparison(Part):
    """Two sides under the same luck, and what should differ between them."""

    scenario: Id
    with_: Change
    without: Change | None = None
    """None: the scenario as it is."""
    outcomes: tuple[Outcome, ...]

    @model_validator(mode="after")
    def _measures_something(self) -> Self:
        if not self.outcomes:
            raise ValueError("a comparison measures something: give it 'outcomes'")
        return self

    @property
    def said(self) -> str:
        """Both sides in a line."""
        return f"{self.with_.said} against {self.without.said if self.without else SCENARIO}"


class Hypothesis(Part):
    """A claim, where it comes from, and the comparisons that it has to stand."""

    says: Sentence
    systems: tuple[str, ...]
    """Systems of the record that it answers to, by letter and number."""
    because: Because
    compared: tuple[Comparison, ...]

    @model_validator(mode="after")
    def _can_be_tested(self) -> Self:
        if not self.compared or not self.systems:
            raise ValueError("a hypothesis answers to 'systems', and has something 'compared'")
        return self


class Hypotheses(Part):
    """A file of hypotheses, by name."""

    title: Sentence
    hypotheses: Annotated[dict[Id, Hypothesis], Field(min_length=1)]


def _written(value: Value) -> str:
    return (
        ("on" if value else "off")
        if isinstance(value, bool)
        else f"{value:g}"
        if isinstance(value, float)
        else value
    )
