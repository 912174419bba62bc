"""The terminal's tables as HTML: what a cell says is written once, for both."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from apparat.report.names import Name
from apparat.results import html

_SHORT = 16
_LONG = 30
"""Tables with more rows are shown when asked for."""


def as_html(part: RenderableType) -> Iterator[str]:
    """A renderable of a report as HTML: tables, texts and groups of them."""
    if isinstance(part, Table):
        found = table(part)
        said = f"{_words(part.title or 'Table')} ({part.row_count} rows)"
        yield html.fold(said, found) if part.row_count > _LONG else found
    elif isinstance(part, Group):
        for inner in part.renderables:
            yield from as_html(inner)
    elif isinstance(part, Text | str):
        yield from (html.text(line) for line in str(part).splitlines() if line.strip())
    else:
        raise TypeError(f"a page has no form for {type(part).__name__}")


def table(shown: Table) -> str:
    """A table with its title as caption; columns that stand to the right are numbers."""
    columns = [list(map(_words, column.cells)) for column in shown.columns]
    kinds = [
        "number" if column.justify == "right" else "word" if max(map(len, cells), default=0) <= _SHORT else ""
        for column, cells in zip(shown.columns, columns, strict=True)
    ]
    heads = [" ".join(_words(column.header).split()) for column in shown.columns]
    return html.grid(heads, list(zip(*columns, strict=True)), kinds, _words(shown.title or ""))


def _words(cell: RenderableType) -> str:
    if isinstance(cell, Text | str):
        return str(cell)
    if isinstance(cell, Name):
        return cell.name
    raise TypeError(f"a page has no form for a cell of {type(cell).__name__}")
