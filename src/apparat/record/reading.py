"""CSV files into typed rows: one reader for every table, every fault with file and line.

The columns of a file are the fields of its class, in any order; how a cell is read follows from the
field's annotation.
"""

import csv
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from apparat.ground.errors import DocumentError, Problem, nearest
from apparat.record.rows import Option

DATA = Path(__file__).parent / "data"

T = TypeVar("T")
Reader = Callable[[str], Any]


def read_table(row_type: type[T], name: str, folder: Path = DATA) -> tuple[T, ...]:
    """The rows of `folder/name.csv`. Raises DocumentError that lists every faulty cell."""
    path = folder / f"{name}.csv"
    readers = _readers(row_type)
    problems: list[Problem] = []
    found: list[T] = []
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, restkey="", restval=None)
        try:
            _check_columns(lines.fieldnames or [], list(readers), path)
            for cells in lines:
                row = _read_row(row_type, readers, cells, lines.line_num, problems)
                if row is not None:
                    found.append(row)
        except UnicodeDecodeError as error:
            said = f"what follows is not UTF-8 ({error.reason}): save the file as UTF-8"
            problems.append(Problem(said, lines.line_num + 1))
        except csv.Error as error:
            said = f"this is no table of comma-separated values: {error}"
            problems.append(Problem(said, lines.line_num + 1))
    if problems:
        raise DocumentError(str(path), problems)
    return tuple(found)


def _read_row(
    row_type: type[T],
    readers: dict[str, Reader],
    cells: dict[str, Any],
    line: int,
    problems: list[Problem],
) -> T | None:
    values: dict[str, Any] = {}
    for column, reader in readers.items():
        try:
            values[column] = reader(cells[column])
        except (ValueError, TypeError, AttributeError) as error:
            problems.append(Problem(f"column '{column}': {error}", line))
    if "" in cells:
        problems.append(Problem("more cells than columns: put text that holds a comma in quotes", line))
    return row_type(**values) if len(values) == len(readers) else None


def _check_columns(found: list[str] | Any, wanted: list[str], path: Path) -> None:
    missing, unknown = set(wanted) - set(found), set(found) - set(wanted)
    problems = [Problem(f"the column '{name}' is missing", 1) for name in sorted(missing)]
    for name in sorted(unknown):
        close = nearest(name, wanted)
        hint = f"did you mean {' or '.join(close)}?" if close else f"known: {', '.join(wanted)}"
        problems.append(Problem(f"there is no column '{name}' here; {hint}", 1))
    if problems:
        raise DocumentError(str(path), problems)


def _readers(row_type: type[Any]) -> dict[str, Reader]:
    hints = get_type_hints(row_type)
    return {field.name: _reader(hints[field.name]) for field in fields(row_type)}


def _reader(annotation: Any) -> Reader:
    if get_origin(annotation) is Literal:
        return _one_of(get_args(annotation))
    return _READERS[annotation]


def _one_of(allowed: tuple[str, ...]) -> Reader:
    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"'{text}' is not one of {', '.join(allowed)}")
        return text

    return read


def _text(text: str) -> str:
    if text is None:
        raise ValueError("the cell is missing: the line has too few")
    return text


def _yes(text: str) -> bool:
    return bool(_one_of(("yes", "no"))(text) == "yes")


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _options(text: str) -> tuple[Option, ...]:
    return tuple(_option(part) for part in _list(text))


def _option(text: str) -> Option:
    answer, _, count = text.partition("=")
    number = count.removesuffix(" or more")
    return Option(answer=answer.replace("_", " "), votes=int(number), at_least=number != count)


def _maybe(reader: Reader) -> Reader:
    return lambda text: reader(text) if text else None


_READERS: dict[Any, Reader] = {
    str: _text,
    int: int,
    float: float,
    bool: _yes,
    int | None: _maybe(int),
    float | None: _maybe(float),
    tuple[str, ...]: _list,
    tuple[Option, ...]: _options,
}
