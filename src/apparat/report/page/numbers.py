"""The numbers of a figure as a table: for whoever hears a page, prints it, or lets it run no script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from apparat.ground.dates import Month
from apparat.report.page.charts import Arrows, Bars, Chart, Fan, Shares, Stripes
from apparat.results import html
from apparat.results.conclusion import percent, signed
from apparat.results.words import month_name


@dataclass(frozen=True)
class _Grid:
    """A table of texts; columns after the first `words` hold numbers."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: int


def numbers(chart: Chart) -> str:
    """What a chart shows, behind a fold; of months the first, every January and the last."""
    grid = _grid(chart)
    kinds = ["" if place < grid.words else "number" for place in range(len(grid.heads))]
    return html.fold("The numbers", html.grid(grid.heads, grid.rows, kinds))


def _grid(chart: Chart) -> _Grid:
    match chart:
        case Bars():
            return _bars(chart)
        case Stripes():
            return _stripes(chart)
        case Arrows():
            rows = [(arrow.source, arrow.target, arrow.said) for arrow in chart.arrows]
            return _Grid(("from", "to", "how strongly"), rows, 2)
        case Shares():
            return _over_time(
                chart.start,
                len(chart.bands[0].values),
                {band.name: [percent(share) for share in band.values] for band in chart.bands},
            )
        case Fan():
            return _over_time(
                chart.start,
                max(len(line.values) for line in chart.lines),
                {line.name: list(map(_ranged, line.values, line.low, line.high)) for line in chart.lines},
            )
        case _:
            assert_never(chart)


def _ranged(value: float, low: float, high: float) -> str:
    """A difference with what is left open of it; what was measured of a single run leaves nothing open."""
    return f"{value:.0f}" if low == value == high else f"{signed(value)} ({signed(low)} to {signed(high)})"


def _bars(chart: Bars) -> _Grid:
    label, said = chart.heads[0], chart.heads[1] or chart.unit
    if not any(row.group for row in chart.rows):
        return _Grid((label, said), [(row.label, row.said) for row in chart.rows], 1)
    return _Grid(("", label, said), [(row.group, row.label, row.said) for row in chart.rows], 2)


def _stripes(chart: Stripes) -> _Grid:
    rows = [
        (row.label, ", ".join(f"{name} {percent(share)}" for name, share in row.parts.items()), row.said)
        for row in chart.rows
    ]
    return _Grid((chart.heads[0], "parts", chart.heads[1]), rows, 2)


def _over_time(start: str, months: int, columns: dict[str, list[str]]) -> _Grid:
    rows = [
        (name, *(said[at] if at < len(said) else "" for said in columns.values()))
        for at, name in _months(start, months)
    ]
    return _Grid(("month", *columns), rows, 1)


def _months(start: str, count: int) -> Iterator[tuple[int, str]]:
    first = Month.parse(start)
    for at in range(count):
        if at in {0, count - 1} or (first + at).month == 1:
            yield at, month_name(str(first + at))
