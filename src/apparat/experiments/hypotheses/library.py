"""Files of hypotheses: those that come with the program, and a reader's own."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from apparat import record, scenario
from apparat.experiments.hypotheses.measures import CHIEF, MEASURES, NOBODY
from apparat.experiments.hypotheses.schema import Change, Comparison, Hypotheses, Outcome
from apparat.ground.documents import Document, Step, read
from apparat.ground.errors import Problem, UsageError, unknown_name
from apparat.scenario import levers
from apparat.scenario.compile import Compiled, compile_scenario
from apparat.scenario.levers import Paths
from apparat.scenario.sources import mistake

_DATA = resources.files("apparat.experiments.hypotheses") / "data"
_SUFFIX = ".yaml"
_ABOUT_ONE = ("months-in-office", "befalls", "months-before")
"""Measures that follow one person through a run."""


@cache
def load() -> dict[str, Hypotheses]:
    """The files that come with the program, by name."""
    files = sorted(
        (each for each in _DATA.iterdir() if each.name.endswith(_SUFFIX)), key=lambda each: each.name
    )
    return {
        file.name.removesuffix(_SUFFIX): parse(
            read(file.read_bytes(), kind="file of hypotheses", name=file.name)
        )
        for file in files
    }


def load_file(path: Path) -> Hypotheses:
    """A reader's own file. Raises DocumentError with all its problems."""
    return parse(read(path, kind="file of hypotheses"))


def parse(document: Document) -> Hypotheses:
    """A read document as checked hypotheses.

    Raises DocumentError for sources, systems, scenarios, levers, paths, persons, months and measures that do
    not exist, each in its place.
    """
    file = document.validate(Hypotheses)
    found = list(_problems(file, document))
    if found:
        raise document.error(found)
    return file


def _problems(file: Hypotheses, document: Document) -> Iterator[Problem]:
    systems = {system.id for system in record.systems()}
    for name, hypothesis in file.hypotheses.items():
        at: tuple[Step, ...] = ("hypotheses", name)
        for place, reference in enumerate(hypothesis.because):
            wrong = mistake(reference, ())
            if wrong is not None:
                yield document.problem(wrong, *at, "because", place)
        for place, system in enumerate(hypothesis.systems):
            if system not in systems:
                yield document.problem(str(unknown_name("system", system, systems)), *at, "systems", place)
        for place, comparison in enumerate(hypothesis.compared):
            yield from _of_comparison(comparison, document, (*at, "compared", place))


def _of_comparison(comparison: Comparison, document: Document, at: tuple[Step, ...]) -> Iterator[Problem]:
    if comparison.scenario not in scenario.names():
        unknown = unknown_name("scenario", comparison.scenario, scenario.names())
        yield document.problem(str(unknown), *at, "scenario")
        return
    compiled = _compiled(comparison.scenario)
    for key, change in (("with", comparison.with_), ("without", comparison.without)):
        if change is not None:
            wrong = _of_change(change, _levers(comparison.scenario), compiled)
            if wrong is not None:
                yield document.problem(wrong, *at, key)
    for place, outcome in enumerate(comparison.outcomes):
        for key, wrong in _of_outcome(outcome, compiled):
            yield document.problem(wrong, *at, "outcomes", place, key)


def _of_change(change: Change, library: levers.Library, compiled: Compiled) -> str | None:
    try:
        for lever in change.levers:
            library[lever]
        month = change.from_ - compiled.scenario.from_ if change.from_ is not None else 0
        if not 0 <= month < compiled.scenario.months:
            return f"{change.from_} lies outside the scenario"
        Paths(compiled).edits(change.set_, month)
    except UsageError as error:
        return str(error)
    return None


def _of_outcome(outcome: Outcome, compiled: Compiled) -> Iterator[tuple[str, str]]:
    measure = MEASURES.get(outcome.measure)
    if measure is None:
        yield "measure", str(unknown_name("measure", outcome.measure, MEASURES))
        return
    given = {"who": outcome.who, "event": outcome.event}
    for field, value in given.items():
        if field in measure.needs and value is None:
            yield field, f"'{outcome.measure}' also needs '{field}'"
        if field not in measure.needs and value is not None:
            yield field, f"'{outcome.measure}' does not ask for '{field}': leave it out"
    everybody = {*compiled.persons, *(() if outcome.measure in _ABOUT_ONE else (NOBODY, CHIEF))}
    if outcome.who is not None and outcome.who not in everybody:
        yield "who", str(unknown_name("person", outcome.who, everybody))
    if outcome.at is not None and not 0 <= outcome.at - compiled.scenario.from_ < compiled.scenario.months:
        yield "at", f"{outcome.at} lies outside the scenario"


@cache
def _levers(name: str) -> levers.Library:
    return levers.read(name)


@cache
def _compiled(name: str) -> Compiled:
    return compile_scenario(scenario.load(name))
