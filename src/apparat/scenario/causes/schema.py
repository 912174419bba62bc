"""A cause as written: what it is in the record, and the neutral level that stands for its absence."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from apparat.scenario.levers.schema import Sentence, Value
from apparat.scenario.values import Because, Id, Moment, Part


class Neutral(Part):
    """How things stand where a cause takes no part: levers that are pulled, paths that are set, or both."""

    said: Sentence
    """The level itself, as a statement."""
    why: Sentence
    """Why this level and no other favours nobody."""
    levers: tuple[Id, ...] = ()
    from_: Annotated[Moment | None, Field(alias="from")] = None
    """The month at whose beginning paths are set; None: the opening. A lever has its own."""
    set_: Annotated[dict[str, Value], Field(alias="set")] = Field(default_factory=dict)
    because: Because

    @model_validator(mode="after")
    def _sets_something(self) -> Self:
        if not self.levers and not self.set_:
            raise ValueError("a neutral level sets something: give it 'levers', 'set' or both")
        if self.from_ is not None and not self.set_:
            raise ValueError("'from' is the month of 'set', and a lever has its own: leave it out")
        return self


class Cause(Part):
    """A player: present, it is as the scenario has it; absent, it is at its neutral level."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    """As a sentence names it: `the machine`."""
    about: Sentence
    """What it is in the scenario, and through which mechanisms it acts."""
    neutral: Neutral
    because: Because


class Causes(Part):
    """The causes of a scenario by name, and those that are asked for unless others are."""

    default: Annotated[tuple[Id, ...], Field(min_length=1)]
    causes: Annotated[dict[Id, Cause], Field(min_length=1)]
