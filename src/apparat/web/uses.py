"""Where the model uses the record: what of scenarios, institutions, targets and parameters cites an entry."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from apparat import constitution, scenario, targets
from apparat.mechanisms.month import all_parameters
from apparat.scenario.levers import read as levers
from apparat.web.models import Use
from apparat.web.shipped import shipped

_REFERENCE = re.compile(r"[a-z0-9]+(?:[-/][\w-]+)+")


def uses(reference: str) -> tuple[Use, ...]:
    """The places that cite a reference, scenarios first."""
    return _index().get(reference, ())


@cache
def _index() -> dict[str, tuple[Use, ...]]:
    found: dict[str, dict[Use, None]] = defaultdict(dict)
    for reference, use in _cited():
        found[reference][use] = None
    return {reference: tuple(places) for reference, places in found.items()}


def _cited() -> Iterator[tuple[str, Use]]:
    for name in scenario.names():
        yield from _by_scenario(name)
    yield from _by_institutions()
    for target in targets.load():
        for reference in target.because:
            yield reference, Use(room="Targets", place=target.id, scenario=target.scenario)
    for parameter in all_parameters():
        for reference in _REFERENCE.findall(parameter.source):
            yield reference, Use(room="Parameters", place=parameter.address)


def _by_scenario(name: str) -> Iterator[tuple[str, Use]]:
    played = shipped(name)
    for place, reference in _because(played.model_dump(mode="json", exclude_none=True), ""):
        yield reference, Use(room=played.title, place=place, scenario=name)
    for lever, written in levers(name).levers.items():
        for reference in written.because:
            yield reference, Use(room=f"What if ({played.title})", place=lever, scenario=name)


def _by_institutions() -> Iterator[tuple[str, Use]]:
    law = constitution.load()
    named: list[tuple[str, BaseModel]] = list(law.records())
    named += [(f"{edge.who} {edge.does} {edge.whom}", edge) for edge in law.edges]
    for path, written in named:
        for place, reference in _because(written.model_dump(mode="json", exclude_none=True), path):
            yield reference, Use(room="Institutions", place=place)


def _because(part: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every reference below a part of a document, with the path to the part that it stands behind."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "because" and isinstance(value, list):
                yield from ((path, reference) for reference in value if isinstance(reference, str))
            else:
                yield from _because(value, f"{path}.{name}".lstrip("."))
    elif isinstance(part, list):
        for place, value in enumerate(part):
            yield from _because(value, f"{path}[{place}]")
