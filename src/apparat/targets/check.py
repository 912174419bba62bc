"""What a schema cannot see in a file of targets: statistics, their arguments, sources."""

from collections.abc import Iterator, Mapping
from typing import Any

from apparat import record
from apparat.ground.documents import Document
from apparat.ground.errors import Problem
from apparat.record.rows import Row
from apparat.scenario.sources import mistake
from apparat.targets import cadres, decisions, leaders, places, votes
from apparat.targets.arguments import unknown
from apparat.targets.names import Names
from apparat.targets.schema import Confidence, Entry, File, Role
from apparat.targets.statistic import known

SUBJECTS = (votes, decisions, cadres, places, leaders)
"""The modules that hold the statistics; importing them registers what they define."""

Path = tuple[str | int, ...]
Mistake = tuple[Path, str]

_TRUST = ("low", "medium", "high")


def problems(file: File, document: Document, names: Names | None) -> list[Problem]:
    """All that is wrong with a file whose schema let it pass; without names, only forms are checked."""
    return [document.problem(message, *path) for path, message in _mistakes(file, names)]


def _mistakes(file: File, names: Names | None) -> Iterator[Mistake]:
    for name, entry in file.targets.items():
        path: Path = ("targets", name)
        yield from _measured(path, entry.statistic, entry.with_, names)
        yield from _fitted(path, entry.statistic, entry.role)
        yield from _sources(path, entry.because, entry.confidence, fitted=entry.role == "calibration")
        yield from _dated(path, entry, names)
        for reading, changes in entry.readings.items():
            under: Path = (*path, "readings", reading)
            arguments = entry.with_ if changes.with_ is None else changes.with_
            statistic, role = changes.statistic or entry.statistic, changes.role or entry.role
            yield from _measured(under, statistic, arguments, names)
            yield from _fitted(under, statistic, role)
            confidence, fitted = changes.confidence or entry.confidence, role == "calibration"
            yield from _sources(under, changes.because, confidence, fitted=fitted)
    for position, omission in enumerate(file.omitted):
        yield from _sources(("omitted", position), omission.because, "low", fitted=False)


def _measured(
    path: Path, statistic: str, arguments: Mapping[str, Any], names: Names | None
) -> Iterator[Mistake]:
    found = known().get(statistic)
    if found is None:
        yield (*path, "statistic"), unknown("statistic", statistic, known())
        return
    for name, value in arguments.items():
        if name not in found.arguments:
            yield (*path, "with", name), unknown(f"argument of '{statistic}'", name, found.arguments)
            continue
        wrong = found.arguments[name].mistake(value, names)
        if wrong is not None:
            yield (*path, "with", name), wrong
    for name, argument in found.arguments.items():
        if name not in arguments:
            yield (*path, "with"), f"the statistic '{statistic}' also needs '{name}': {argument.said}"


def _fitted(path: Path, statistic: str, role: Role) -> Iterator[Mistake]:
    found = known().get(statistic)
    if role == "calibration" and found is not None and found.needs is not None:
        said = f"the statistic '{statistic}' is seen only while a run is looked at, which no calibration does"
        yield (*path, "statistic"), f"{said}: give the target the role 'validation' or 'shown'"


def _sources(
    path: Path, because: tuple[str, ...], confidence: Confidence, *, fitted: bool
) -> Iterator[Mistake]:
    for position, reference in enumerate(because):
        wrong = mistake(reference, ())
        if wrong is not None:
            yield (*path, "because", position), wrong
            continue
        if not record.known(reference):
            continue
        entry = record.entry(reference)
        if isinstance(entry, Row) and _TRUST.index(confidence) > _TRUST.index(entry.confidence):
            yield (
                (*path, "because", position),
                f"'{reference}' is of {entry.confidence} confidence, so a target that rests on it cannot be "
                f"of {confidence}" + (" nor be fitted" if fitted and entry.confidence == "low" else ""),
            )


def _dated(path: Path, entry: Entry, names: Names | None) -> Iterator[Mistake]:
    if names is not None and not names.start <= entry.date:
        yield (
            (*path, "date"),
            f"{entry.date} lies before the scenario, which goes from {names.start} to {names.end}",
        )
