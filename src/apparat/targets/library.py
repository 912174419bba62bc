"""Files of targets: those that come with the program, and a reader's own."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from apparat.ground.documents import Document, read
from apparat.ground.errors import UsageError, unknown_name
from apparat.targets import check
from apparat.targets.names import is_shipped, names_of
from apparat.targets.schema import File, Omission, Role
from apparat.targets.target import Target, expand

_DATA = resources.files("apparat.targets") / "data"
_SUFFIX = ".yaml"


def load(path: str | Path | None = None) -> tuple[Target, ...]:
    """Every target that comes with the program, all readings, in the order of the files; or those of a file.

    Raises DocumentError with every problem: unknown statistic, argument, name, source, wrong form.
    """
    if path is not None:
        return expanded(parse(read(Path(path), kind="targets file")))
    return tuple(target for name in _names() for target in expanded(_shipped(name)))


def of(
    scenario: str,
    *,
    role: Role | None = None,
    readings: Mapping[str, str] | None = None,
    among: Iterable[Target] | None = None,
) -> tuple[Target, ...]:
    """The targets of a scenario, of one role if given, each in one reading: the default, unless `readings`
    answers its question otherwise. `among` are other targets than the shipped ones.

    Raises UsageError for a scenario without targets.
    """
    every = load() if among is None else tuple(among)
    scenarios = dict.fromkeys(target.scenario for target in every)
    if scenario not in scenarios:
        raise unknown_name("scenario with targets", scenario, scenarios)
    own = [target for target in every if target.scenario == scenario]
    chosen = [target for target in own if target.reading == _answer(target, own, readings or {})]
    return tuple(target for target in chosen if role is None or target.role == role)


def questions(targets: Iterable[Target]) -> dict[str, list[str]]:
    """Questions on which readings differ, and the readings beside the default."""
    found: dict[str, list[str]] = {}
    for target in targets:
        if target.reading and target.reading not in found.setdefault(target.question, []):
            found[target.question].append(target.reading)
    return found


def omissions() -> tuple[Omission, ...]:
    """Figures of the record that no target holds the model to, and why."""
    return tuple(omission for name in _names() for omission in _shipped(name).omitted)


def parse(document: Document, *, named: bool = True) -> File:
    """A read document as a checked file of targets. Raises DocumentError.

    Persons, motions and offices are looked up in the scenario, if it is a shipped one and `named` is true.
    """
    file = document.validate(File)
    names = names_of(file.scenario) if named and is_shipped(file.scenario) else None
    found = check.problems(file, document, names)
    if found:
        raise document.error(found)
    return file


def expanded(file: File) -> tuple[Target, ...]:
    """The targets of a file, all readings."""
    return tuple(
        target for name, entry in file.targets.items() for target in expand(file.scenario, name, entry)
    )


def _answer(target: Target, own: Iterable[Target], readings: Mapping[str, str]) -> str:
    """The reading of a target that is asked for; one that the target does not have means its default."""
    asked = readings.get(target.question, readings.get(target.id, ""))
    return asked if any(each.id == target.id and each.reading == asked for each in own) else ""


@cache
def _shipped(name: str) -> File:
    # Names are left to the tests: scenarios take longer to read than all targets together.
    file = parse(read((_DATA / name).read_bytes(), kind="targets file", name=name), named=False)
    if f"{file.scenario}{_SUFFIX}" != name:
        raise UsageError(f"{name} holds targets of '{file.scenario}': name the file after its scenario.")
    return file


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(entry.name for entry in _DATA.iterdir() if entry.name.endswith(_SUFFIX)))
