"""Dials: the numbers that an intervention can set by degrees, each with its range.

They are the paths of persons, events and parameters whose values are numbers; `paths` has all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from apparat.mechanisms.month import all_parameters
from apparat.scenario.events import Illness
from apparat.scenario.levers.dates import most_of
from apparat.scenario.levers.library import Library
from apparat.scenario.levers.persons import COLUMNS, EVERYBODY
from apparat.scenario.schema import Scenario

Kind = Literal["person", "event", "parameter"]

_EVENTS = {
    "procurement": "grain procured, as a share of the plan",
    "terms-of-trade": "what farm goods buy in factory goods",
    "foreign-threat": "danger of war, as felt",
    "unrest": "unrest",
    "illness": "illness, share of strength lost",
}


@dataclass(frozen=True)
class Dial:
    """A number that can be set, from `low` to `high`."""

    path: str
    kind: Kind
    name: str
    """What it is, in words."""
    low: float
    high: float
    usual: float | None
    """What it is unless set, where that is one number for all runs."""
    source: str
    """What range and value rest on; of a parameter."""


def dials(scenario: Scenario) -> Iterator[Dial]:
    """Every dial of a scenario: of persons, of dated events, of the model."""
    everybody = {EVERYBODY: "everybody"} | {key: each.short_name for key, each in scenario.persons.items()}
    for person, called in everybody.items():
        for column, (_, high) in COLUMNS.items():
            path = f"persons.{person}.{column}"
            yield Dial(path, "person", f"{called}: {column}", 0.0, high, None, "")
    for event, written in scenario.timeline.items():
        most = most_of(written)
        if most is not None:
            whose = scenario.persons[written.person].short_name if isinstance(written, Illness) else ""
            name = f"{' '.join(filter(None, (whose, _EVENTS[written.event])))} ({written.date})"
            usual = written.severity if isinstance(written, Illness) else getattr(written, "value", None)
            yield Dial(f"timeline.{event}.value", "event", name, 0.0, most, usual, "")
    for each in all_parameters():
        path = f"parameters.{each.address}"
        yield Dial(path, "parameter", each.meaning, each.low, each.high, each.default, each.source)


def questions(library: Library) -> dict[str, str]:
    """Path to the question of the first lever that sets it to a number."""
    found: dict[str, str] = {}
    for lever in library.levers.values():
        for path, value in lever.set_.items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                found.setdefault(path, lever.question)
    return found
