"""Causes as switches: edits that bring each to its neutral level, no path touched by two of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from apparat.ground.errors import UsageError
from apparat.scenario.causes.schema import Cause
from apparat.scenario.levers import Edit, Paths
from apparat.scenario.levers import Library as Levers
from apparat.scenario.levers.paths import consistent
from apparat.scenario.schema import Scenario


@dataclass(frozen=True)
class Switch:
    """A cause that can be taken away."""

    cause: str
    edits: tuple[Edit, ...]
    """What brings it to its neutral level, in the order of months."""


def switch(name: str, cause: Cause, paths: Paths, levers: Levers, scenario: Scenario) -> Switch:
    """One cause as a switch. Raises UsageError for a path, month or lever that cannot be."""
    try:
        return Switch(name, tuple(consistent(_edits(cause, paths, levers, scenario), scenario.from_)))
    except UsageError as error:
        raise UsageError(f"the neutral level of '{name}': {error}") from None


def _edits(cause: Cause, paths: Paths, levers: Levers, scenario: Scenario) -> Iterator[Edit]:
    neutral = cause.neutral
    month = scenario.month(neutral.from_) if neutral.from_ is not None else 0
    if not 0 <= month < scenario.months:
        raise UsageError(f"{neutral.from_} lies outside the scenario ({scenario.from_} to {scenario.until})")
    yield from paths.edits(neutral.set_, month)
    for name in neutral.levers:
        lever = levers[name]
        if lever.reopens:
            raise UsageError(
                f"'{name}' is another opening, which cannot be combined with the absence of other causes; "
                "use levers that set paths"
            )
        yield from paths.edits(lever.set_, scenario.month(lever.from_) if lever.from_ else 0)


def switches(causes: Mapping[str, Cause], paths: Paths, levers: Levers, scenario: Scenario) -> list[Switch]:
    """Causes as switches. Raises UsageError where two touch the same path: they could not be told apart."""
    made = [switch(name, cause, paths, levers, scenario) for name, cause in causes.items()]
    taken: dict[str, str] = {}
    for one in made:
        for edit in one.edits:
            other = taken.setdefault(edit.path, one.cause)
            if other != one.cause:
                raise UsageError(
                    f"The causes '{other}' and '{one.cause}' both set {edit.path}, so what one contributes "
                    "cannot be told from what the other does. Ask for one of them."
                )
    return made
