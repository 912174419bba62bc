"""Row by row: bars, ranges and ticks on one axis, and rows that are divided.

Rows are tables, so that whoever hears a page instead of seeing it hears labels and numbers in order.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from apparat.report.page.charts import Bar, Bars, Span, Stripes
from apparat.report.page.draw.scale import Scale, at, scale, shade, signed, strokes
from apparat.results import charts
from apparat.results.conclusion import percent

_ROOM = 0.12
"""Share of a row that a part must have to be named inside it."""


def bars(chart: Bars, says: str) -> str:
    """Rows on one axis."""
    axis = scale(chart.within or _ends(chart.rows))
    body = "".join(
        (f'<tr class="group"><th colspan="3" scope="rowgroup">{escape(name)}</th></tr>' if name else "")
        + "".join(_row(row, axis) for row in group)
        for name, group in groupby(chart.rows, key=lambda row: row.group)
    )
    words = signed if axis.marks[0] < 0 else "{:g}".format
    marks = "".join(at("side", "left", axis.share(mark), words(mark)) for mark in axis.marks)
    foot = (
        f'<tr aria-hidden="true"><td></td><td class="axis"><div>{marks}</div>'
        f'<span class="unit">{escape(chart.unit)}</span></td><td></td></tr>'
    )
    return _table(chart.heads, f"<tbody>{body}</tbody><tfoot>{foot}</tfoot>", says)


def stripes(chart: Stripes, says: str) -> str:
    """Divided rows with the names of their parts."""
    names = list(dict.fromkeys(name for row in chart.rows for name in row.parts))
    colour = strokes(names)
    body = "".join(
        f'<tr><th scope="row">{escape(row.label)}</th><td><div class="strip">'
        f"{''.join(_part(name, share, colour[name]) for name, share in row.parts.items() if share > 0)}"
        f'</div></td><td class="number">{escape(row.said)}</td></tr>'
        for row in chart.rows
    )
    return _table(chart.heads, f"<tbody>{body}</tbody>", says) + charts.legend(names, colour)


def _table(heads: tuple[str, str], body: str, says: str) -> str:
    head = (
        f'<thead><tr><th scope="col">{escape(heads[0])}</th><th aria-hidden="true"></th>'
        f'<th scope="col" class="number">{escape(heads[1])}</th></tr></thead>'
    )
    return f'<table class="rows"><caption class="unseen">{escape(says)}</caption>{head}{body}</table>'


def _ends(rows: Sequence[Bar]) -> Iterator[float]:
    yield 0.0
    for row in rows:
        for span in (row.span, row.inner, row.outer):
            yield from span or ()
        if row.tick is not None:
            yield row.tick


def _row(row: Bar, axis: Scale) -> str:
    pieces = f'<s style="left:{100 * axis.share(0.0):.2f}%"></s>'
    if row.span is not None:
        pieces += _piece("i", row.span, axis, f";background:{shade(row.shade)}")
    pieces += "" if row.outer is None else _piece("u", row.outer, axis)
    pieces += "" if row.inner is None else _piece("b", row.inner, axis)
    if row.tick is not None:
        pieces += f'<em style="left:{100 * axis.share(row.tick):.2f}%"></em>'
    return (
        f'<tr><th scope="row">{escape(row.label)}</th><td><div class="track" aria-hidden="true">{pieces}'
        f'</div></td><td class="number">{escape(row.said)}</td></tr>'
    )


def _piece(tag: str, span: Span, axis: Scale, more: str = "") -> str:
    low, high = sorted(axis.share(end) for end in span)
    return f'<{tag} style="left:{100 * low:.2f}%;width:{100 * (high - low):.2f}%{more}"></{tag}>'


def _part(name: str, share: float, colour: str) -> str:
    said = escape(f"{name}: {percent(share)}")
    named = escape(name) if share >= _ROOM else ""
    return f'<span style="--of:{colour};flex:{share:.4f} 0 0" title="{said}">{named}</span>'
