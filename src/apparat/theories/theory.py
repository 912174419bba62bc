"""A theory as data: the mechanisms that it holds to count, and those that it does not, each with its reason.

A theory has no rules of its own. It sets parameters of the model's mechanisms and the switches of the chief's
office, and leaves alone what rival theories share: the calendar, the posts, procedure, norms, chance.
"""

from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from apparat.constitution.parts import Because, Id, Part
from apparat.targets.schema import Sentence
from apparat.world.parameters import Parameter

Level = Literal["none", "low", "high"]
"""Nothing at all (nought, even where the range of a parameter begins above it), or an end of its range."""
Switch = Literal["attention", "slate", "agenda", "dependence", "authority"]
"""What the chief's office gives its holder."""


class Settings(Part):
    """Parameters that a theory sets, for one reason."""

    set: Annotated[dict[str, Level | float], Field(min_length=1)]
    """Address (`voting.tie`) to level, or to a number within the parameter's range."""
    why: Sentence
    because: Because


class Switched(Part):
    """A switch of the chief's office as a theory has it."""

    on: bool
    why: Sentence
    because: Because


class Theory(Part):
    """A theory: what it says, whose it is, and what of the model it leaves standing."""

    theory: Id
    title: Sentence
    says: Sentence
    works: Because
    mechanisms: dict[Id, Settings]
    switches: dict[Switch, Switched] = Field(default_factory=dict)

    def values(self, known: dict[str, Parameter]) -> dict[str, float]:
        """Address to value, for every parameter that the theory sets."""
        return {
            address: value_of(level, known[address])
            for group in self.mechanisms.values()
            for address, level in group.set.items()
        }

    def applied(self, sets: NDArray[np.void], known: dict[str, Parameter]) -> NDArray[np.void]:
        """Parameter sets as the theory has them; what it does not speak of stays."""
        changed = sets.copy()
        for address, value in self.values(known).items():
            mechanism, name = address.split(".")
            changed[mechanism][name] = value
        return changed


def value_of(level: Level | float, parameter: Parameter) -> float:
    """The number that a level stands for."""
    words = {"none": 0.0, "low": parameter.low, "high": parameter.high}
    return words[level] if isinstance(level, str) else level
