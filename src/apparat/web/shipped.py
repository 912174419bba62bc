"""Scenarios that come with the program, each read once: nothing else is a scenario here."""

from functools import cache

from apparat import constitution, scenario
from apparat.ground.errors import unknown_name


@cache
def shipped(name: str) -> scenario.Scenario:
    """A shipped scenario. Raises UnknownName for any other name, that of a file included."""
    if name not in scenario.names():
        raise unknown_name("scenario", name, scenario.names())
    return scenario.load(name)


@cache
def law(name: str) -> constitution.Constitution:
    """The constitution of a shipped scenario, with the answers that it takes."""
    found = shipped(name)
    return constitution.load(found.constitution, variants=found.answers)
