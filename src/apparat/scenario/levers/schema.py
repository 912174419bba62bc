"""A lever as written: a question, what it changes, from when, and the facts behind it."""

from typing import Annotated, Self

from pydantic import Field, JsonValue, model_validator

from apparat.scenario.values import Because, Id, Moment, Part

Sentence = Annotated[str, Field(min_length=1, max_length=2000)]
Value = bool | float | str
"""What a path is set to: on or off, a number, or a word (a month, a person, a kind of ballot)."""


class Lever(Part):
    """An intervention: paths of the world that are set in a month, another opening, or both."""

    title: Sentence
    question: Sentence
    about: Sentence
    """How the model carries it, and what it leaves out."""
    from_: Annotated[Moment | None, Field(alias="from")] = None
    """The month at whose beginning the paths are set; None: the opening."""
    set_: Annotated[dict[str, Value], Field(alias="set")] = Field(default_factory=dict)
    opening: dict[str, JsonValue] = Field(default_factory=dict)
    """Laid over the scenario's file: mappings are merged, lists are added to."""
    variants: dict[Id, str] = Field(default_factory=dict)
    """Options taken where sources disagree: another opening too, written down in the scenario already."""
    because: Because

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if not self.set_ and not self.reopens:
            raise ValueError("a lever changes something: give it 'set', 'opening' or 'variants'")
        if self.reopens and self.from_ is not None:
            raise ValueError("another opening acts from the first month: leave 'from' out")
        return self

    @property
    def reopens(self) -> bool:
        """Whether it begins from another opening."""
        return bool(self.opening or self.variants)


class Levers(Part):
    """The levers of a scenario, by name."""

    levers: Annotated[dict[Id, Lever], Field(min_length=1)]
