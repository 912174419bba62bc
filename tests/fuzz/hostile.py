"""What a hostile writer writes: values, and documents, tables and texts that hold them."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

ODD_TEXT = (
    "", " ", "\x00", "\x1b[2J", "\r\n", "\ud800", "\udcff", "\u202e", "\ufeff", "\ufffe", "e\u0301" * 40,
    "\U0001f600", "x" * 5_000, "%s%n%x", "{0.__class__}", "${HOME}", "'; DROP TABLE runs; --", "<script>",
    "[link=x]", "*a", "&a", "!!python/object:os.system", "<<", "no", "~", "null", "NaN", "-0", "\uff11\uff12",
    "0x10", "1_0", "a,b", 'a"b', "a;b=c", "=1+1", "a: b", "- a", "#", "|", "---",
)  # fmt: skip
ODD_PATHS = (
    "/dev/zero", "/dev/full", "/dev/stdin", "/proc/self/mem", "../../../etc/passwd", "/", ".", "..",
    "a/" * 2000, "x" * 300, "nowhere/file.yaml", "CON", "a\nb", "~root", "file:///etc/passwd",
    "\\\\host\\share",
)  # fmt: skip
ODD_NUMBERS = (
    0, -1, 1, 2**31, 2**32, 2**53, 2**63, 2**64, -(2**63), 10**15, 10**30, 10**400, 0.5, -0.0,
    1e-320, 1e15, 1e308, float("inf"), float("-inf"), float("nan"),
)  # fmt: skip
ODD_DATES = (
    "0000-00",
    "9999-12",
    "1922-13",
    "1922-02-31",
    "10000-01",
    "1922",
    "-1922-01",
    "1922-04-",
    "1922\u201004",
)


_LONG = "9" * 5_000
"""More digits than Python turns into a number."""


def deep(levels: int) -> Any:
    """A list in a list in a list ..."""
    value: Any = 0
    for _ in range(levels):
        value = [value]
    return value


VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from((*ODD_TEXT, *ODD_PATHS, *ODD_DATES)),
    st.sampled_from(ODD_NUMBERS),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.booleans() | st.none() | st.sampled_from(([], {}, [[]], {"": None}, deep(11), deep(60), deep(900))),
)


CELLS: st.SearchStrategy[str] = st.one_of(
    st.sampled_from((*ODD_TEXT, *ODD_PATHS, *ODD_DATES, _LONG)),
    st.sampled_from(ODD_NUMBERS).map(str),
    st.text(max_size=30),
)


def documents(*values: Any) -> st.SearchStrategy[bytes]:
    """Documents in order, with one to four parts replaced, removed, renamed or doubled."""
    made = [(value, list(_paths(value))) for value in values]

    @st.composite
    def spoiled(draw: st.DrawFn) -> bytes:
        value, paths = draw(st.sampled_from(made))
        copy = json.loads(json.dumps(value))
        for _ in range(draw(st.integers(1, 4))):
            copy = _spoil(draw, copy, draw(st.sampled_from(paths)))
        return json.dumps(copy).encode()

    return spoiled()


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(inner, (*path, key))


def _spoil(draw: st.DrawFn, value: Any, path: tuple[Any, ...]) -> Any:
    if not path:
        return draw(VALUES) if draw(st.integers(0, 9)) == 0 else value
    parent = value
    for step in path[:-1]:
        try:
            parent = parent[step]
        except (KeyError, IndexError, TypeError):
            return value
    step = path[-1]
    if not isinstance(parent, dict | list) or (isinstance(parent, dict) != isinstance(step, str)):
        return value
    kind = draw(st.sampled_from(("replace", "replace", "replace", "remove", "rename", "double")))
    try:
        old = parent.pop(step)
    except (KeyError, IndexError):
        return value
    if kind == "remove":
        return value
    new = draw(VALUES) if kind == "replace" else [old, old] if kind == "double" else old
    if isinstance(parent, list):
        parent.insert(step, new)
    else:
        parent[draw(st.sampled_from(ODD_TEXT)) if kind == "rename" else step] = new
    return value


def tables(*texts: str) -> st.SearchStrategy[bytes]:
    """Tables in order, a few rows of each, with cells replaced and rows cut or grown."""
    made = [list(csv.reader(io.StringIO(text))) for text in texts]

    @st.composite
    def spoiled(draw: st.DrawFn) -> bytes:
        header, *rows = draw(st.sampled_from(made))
        chosen = [list(header), *(list(row) for row in rows[:4])]
        for _ in range(draw(st.integers(1, 4))):
            row = draw(st.sampled_from(chosen))
            place = draw(st.integers(0, max(len(row) - 1, 0)))
            cell = draw(CELLS)
            row[place : place + draw(st.integers(0, 2))] = [cell] * draw(st.integers(0, 2))
        text = io.StringIO()
        csv.writer(text).writerows(chosen)
        return text.getvalue().encode("utf-8", "surrogatepass")

    return spoiled()


def words(*known: str) -> st.SearchStrategy[list[str]]:
    """Words of a command line: known ones among hostile ones."""
    return st.lists(st.sampled_from(known) | CELLS, max_size=8)
