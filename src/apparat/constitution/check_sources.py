"""Sources: everything that is claimed must rest on something that can be looked up, or say `assumed`."""

from collections.abc import Iterator

from pydantic import BaseModel

from apparat import record
from apparat.constitution.constitution import Constitution
from apparat.ground.errors import Problem, nearest

_WORK = "work: "


def sources_are_known(constitution: Constitution) -> Iterator[Problem]:
    """References that the record does not know, wherever they stand."""
    told: set[tuple[str, str]] = set()
    for path, because in sources(constitution):
        for reference in because:
            if (path, reference) not in told and not _is_known(reference):
                told.add((path, reference))
                yield Problem(_unknown(reference), path=path)


def sources(constitution: Constitution) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every `because` with the path to it."""
    for path, written in constitution.records():
        yield from _within(path, written)
    for name, question in constitution.questions.items():
        yield from _within(f"questions.{name}", question)
    for k, edge in enumerate(constitution.edges):
        yield f"edges[{k}].because", edge.because


def _within(path: str, value: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(value, BaseModel):
        for name, inner in value:
            yield from _under(f"{path}.{name.replace('_', '-')}", name, inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _under(f"{path}.{name}", str(name), inner)
    elif isinstance(value, list | tuple):
        for k, inner in enumerate(value):
            yield from _within(f"{path}[{k}]", inner)


def _under(path: str, name: str, value: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    if name != "because":
        yield from _within(path, value)
    else:
        yield (
            path,
            tuple(_as_text(source) for source in (value if isinstance(value, list | tuple) else [value])),
        )


def _as_text(source: object) -> str:
    """A source as one line, also where a change still holds it as written."""
    if isinstance(source, dict):
        return "; ".join(f"{word}: {text}" for word, text in source.items())
    return str(source)


def _is_known(reference: str) -> bool:
    if reference.startswith(_WORK):
        return bool(reference.removeprefix(_WORK).strip())
    return record.known(reference)


def _unknown(reference: str) -> str:
    table = reference.split("/", 1)[0]
    ids = [row.id for row in record.rows() if row.id.startswith(f"{table}/")] or [
        fact.id for fact in record.facts()
    ]
    close = nearest(reference, ids, count=2)
    hint = (
        f"did you mean {' or '.join(repr(word) for word in close)}?"
        if close
        else "see 'apparat record search'"
    )
    return f"the record has no '{reference}': {hint} A source outside it is 'work: title' or 'assumed: why'."
