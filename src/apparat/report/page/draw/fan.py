"""Over time: lines with their ranges, and stacked shares."""

from collections.abc import Mapping, Sequence
from html import escape

from apparat.ground.dates import Month
from apparat.report.page.charts import Fan, Line, Shares
from apparat.report.page.draw.scale import Scale, at, colours, scale, signed, strokes
from apparat.report.picture import spread
from apparat.results import charts

_HEIGHT = 100
_APART = 0.085
"""Share of the height that a name beside its line takes."""
_LATE = 0.6
"""Where the words beside a mark go to its left."""


def shares(chart: Shares, says: str) -> str:
    """Stacked shares of a whole."""
    areas = charts.areas(chart.series, colours(list(chart.series)), chart.start)
    return f'<div class="shares" role="group" aria-label="{escape(says)}">{areas}</div>'


def fan(chart: Fan, says: str) -> str:
    """Lines over time, each in its range."""
    months = max(len(line.values) for line in chart.lines)
    axis = scale([0.0, *(value for line in chart.lines for value in (*line.low, *line.high, *line.values))])
    colour = strokes([line.name for line in chart.lines])
    shapes = "".join(_level(axis, mark, months - 1) for mark in axis.marks)
    shapes += "".join(_band(line, axis, colour[line.name]) for line in chart.lines)
    shapes += "".join(_stroke(line, axis, colour[line.name]) for line in chart.lines)
    svg = (
        f'<svg viewBox="0 0 {max(months - 1, 1)} {_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(says)}">{shapes}</svg>'
    )
    sides = "".join(at("side", "top", 1 - axis.share(mark), signed(mark)) for mark in axis.marks)
    return (
        f'<div class="fan"><div class="unit">{escape(chart.unit)}</div>'
        f'<div class="plot">{svg}{sides}{_mark(chart, months)}{_ends(chart.lines, axis, colour)}'
        f"{_years(chart.start, months)}</div>"
        f"{charts.legend([line.name for line in chart.lines], colour)}</div>"
    )


def _y(axis: Scale, value: float) -> str:
    return f"{_HEIGHT * (1 - axis.share(value)):.2f}"


def _level(axis: Scale, mark: float, last: int) -> str:
    height = _y(axis, mark)
    kind = "grid" if mark else "nought"
    return f'<line class="{kind}" x1="0" x2="{last}" y1="{height}" y2="{height}"></line>'


def _band(line: Line, axis: Scale, colour: str) -> str:
    outline = [*enumerate(line.high), *reversed(list(enumerate(line.low)))]
    points = " ".join(f"{month},{_y(axis, value)}" for month, value in outline)
    return f'<polygon points="{points}" style="fill:{colour}"></polygon>'


def _stroke(line: Line, axis: Scale, colour: str) -> str:
    points = " ".join(f"{month},{_y(axis, value)}" for month, value in enumerate(line.values))
    return f'<polyline points="{points}" style="stroke:{colour}"></polyline>'


def _mark(chart: Fan, months: int) -> str:
    """A dated line across the chart, with words."""
    if chart.mark is None:
        return ""
    month, words = chart.mark
    share = (Month.parse(month) - Month.parse(chart.start)) / max(months - 1, 1)
    return at("mark before" if share > _LATE else "mark", "left", share, words)


def _ends(lines: Sequence[Line], axis: Scale, colour: Mapping[str, str]) -> str:
    """Names at the right edge beside the ends of their lines, apart enough to be read."""
    ends = sorted(((1 - axis.share(line.values[-1]), line) for line in lines), key=lambda end: end[0])
    places = spread([height for height, _ in ends], _APART)
    return "".join(
        at("end", "top", place, f"{line.name} {line.values[-1]:+.0f}", colour[line.name])
        for place, (_, line) in zip(places, ends, strict=True)
    )


def _years(start: str, months: int) -> str:
    """The years below, each at its January."""
    first = Month.parse(start)
    found = [month for month in range(months) if (first + month).month == 1]
    named = (at("year", "left", month / max(months - 1, 1), f"{(first + month).year}") for month in found)
    return f'<div class="x">{"".join(named)}</div>'
