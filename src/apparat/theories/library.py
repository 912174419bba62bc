"""The theories that come with the program, read and checked."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from apparat.ground.documents import Document, read
from apparat.ground.errors import Problem, UsageError, nearest, unknown_name
from apparat.mechanisms.month import all_parameters
from apparat.scenario.sources import mistake
from apparat.theories.theory import Theory
from apparat.world.parameters import Parameter

_DATA = resources.files("apparat.theories") / "data"
_SUFFIX = ".yaml"


@cache
def names() -> tuple[str, ...]:
    """Theories that can be played, in alphabetical order."""
    return tuple(
        sorted(entry.name.removesuffix(_SUFFIX) for entry in _DATA.iterdir() if entry.name.endswith(_SUFFIX))
    )


@cache
def load(name: str) -> Theory:
    """A theory by name. Raises UsageError if there is none."""
    if name not in names():
        raise unknown_name("theory", name, names())
    theory = parse(read((_DATA / f"{name}{_SUFFIX}").read_bytes(), kind="theory", name=f"{name}{_SUFFIX}"))
    if theory.theory != name:
        raise UsageError(f"{name}{_SUFFIX} holds the theory '{theory.theory}': name the file after it.")
    return theory


def parse(document: Document) -> Theory:
    """A read document as a checked theory.

    Raises DocumentError for parameters that do not exist or are set twice, numbers outside their range, and
    sources that cannot be looked up.
    """
    theory = document.validate(Theory)
    found = list(_problems(theory, document))
    if found:
        raise document.error(found)
    return theory


@cache
def parameters() -> dict[str, Parameter]:
    """Every parameter by its address."""
    return {parameter.address: parameter for parameter in all_parameters()}


def _problems(theory: Theory, document: Document) -> Iterator[Problem]:
    for place, reference in enumerate(theory.works):
        yield from _source(document, reference, "works", place)
    seen: set[str] = set()
    for name, group in theory.mechanisms.items():
        for address, level in group.set.items():
            wrong = _setting(address, level, seen)
            if wrong:
                yield document.problem(wrong, "mechanisms", name, "set", address)
            seen.add(address)
        for place, reference in enumerate(group.because):
            yield from _source(document, reference, "mechanisms", name, "because", place)
    for switch, switched in theory.switches.items():
        for place, reference in enumerate(switched.because):
            yield from _source(document, reference, "switches", switch, "because", place)


def _setting(address: str, level: str | float, seen: set[str]) -> str | None:
    known = parameters()
    if address not in known:
        close = " or ".join(f"'{name}'" for name in nearest(address, known))
        return f"there is no parameter '{address}'{f': did you mean {close}?' if close else ''}"
    if address in seen:
        return f"'{address}' is set twice: one reason for each parameter"
    parameter = known[address]
    if isinstance(level, str) or parameter.low <= level <= parameter.high:
        return None
    return (
        f"{address} = {level:g} lies outside its range, {parameter.low:g} to {parameter.high:g} "
        f"{parameter.unit}; to leave it out of account write none"
    )


def _source(document: Document, reference: str, *path: str | int) -> Iterator[Problem]:
    wrong = mistake(reference, ())
    if wrong:
        yield document.problem(wrong, *path)
