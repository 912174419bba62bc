"""The numbers inside the page: for whoever draws them anew, and for whoever wants to take them along."""

import base64
import csv
import gzip
import io
import json
from html import escape

from apparat.report.page.bundle import data
from apparat.results import html
from apparat.results.base import Result
from apparat.results.tables import Table

_LONG = 2000
"""Tables with more rows are packed."""


def block(result: Result) -> str:
    """The whole result as JSON in an element that no browser runs or shows."""
    text = json.dumps(json.loads(result.model_dump_json()), ensure_ascii=False, separators=(",", ":"))
    return data("result", text)


def downloads(result: Result, name: str) -> str:
    """Links that hold what they give: the result as JSON, packed, and every table as CSV."""
    links = [_packed(result.to_json().encode(), f"{name}.json", "The whole answer as JSON")]
    for table in _tables(result):
        said, file = f"Table {table.name} as CSV ({len(table):,} rows)", f"{name}-{table.name}.csv"
        give = _packed if len(table) > _LONG else _plain
        links.append(give(written(table), file, said))
    return f'<ul class="downloads">{"".join(f"<li>{link}</li>" for link in links)}</ul>'


def folds(result: Result) -> str:
    """Every table that has rows, behind a fold; the first rows only."""
    return "".join(
        html.fold(f"Table {table.name} ({len(table):,} rows)", table.to_html()) for table in _tables(result)
    )


def written(table: Table) -> bytes:
    """A table as CSV, with its columns' names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    for record in table.records():
        writer.writerow([_cell(record[column]) for column in table.columns])
    return text.getvalue().encode()


def _tables(result: Result) -> list[Table]:
    return [table for table in map(result.table, result.tables_) if len(table)]


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _plain(content: bytes, file: str, words: str) -> str:
    return _link(content, "text/csv", file, words)


def _packed(content: bytes, file: str, words: str) -> str:
    return _link(gzip.compress(content, mtime=0), "application/gzip", f"{file}.gz", f"{words}, packed")


def _link(content: bytes, kind: str, file: str, words: str) -> str:
    data = base64.b64encode(content).decode()
    return f'<a download="{escape(file)}" href="data:{kind};base64,{data}">{escape(words)}</a>'
