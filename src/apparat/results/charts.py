"""Charts for notebooks, in HTML and inline SVG: shares as bars, shares over time, who it was when.

A notebook that somebody else has run is shown without styles and pictures until it is trusted. What would
make no sense then, such as the years below a picture, is written by the style alone.
"""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from apparat.ground.dates import Month
from apparat.results.conclusion import percent, span
from apparat.results.ensemble import COLLECTIVE, LeaderShare
from apparat.results.series import OTHERS

# Okabe and Ito's colours, in the order of the printed picture; for nobody a tint of the page's own letters.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
_DARK = {"#0072B2"}
_NOBODY = "color-mix(in srgb,currentColor 22%,transparent)"
_REST = "color-mix(in srgb,currentColor 9%,transparent)"
_HEIGHT = 100
# A stretch of a strip is named if its share of the months has room for the letters where the page is narrow.
_LETTERS = 60


def colours(names: Sequence[str], palette: Sequence[str] = _COLOURS) -> dict[str, str]:
    """A colour for each name; those beyond the palette share one."""
    plain = {COLLECTIVE: _NOBODY, OTHERS: _REST}
    people = [name for name in names if name not in plain]
    return plain | dict(zip(people, palette, strict=False)) | dict.fromkeys(people[len(palette) :], _REST)


def bars(rows: Sequence[LeaderShare], colour: Mapping[str, str]) -> str:
    """A bar for each share; a thick line for what luck leaves open, a thin one for the parameter sets."""
    lines = "".join(
        f'<tr><td class="word">{escape(row.person)}</td><td class="bar"><div class="track">'
        f'<i style="width:{100 * row.share:.1f}%;background:{colour.get(row.person, _REST)}"></i>'
        f"{_line('u', row.sets_low, row.sets_high)}{_line('b', row.low, row.high)}</div></td>"
        f'<td class="number">{percent(row.share)}</td>'
        f'<td class="number wide">{span(row.low, row.high)}</td>'
        f'<td class="number wide">{_sets(row)}</td></tr>'
        for row in rows
    )
    head = (
        '<th></th><th></th><th class="number">runs</th><th class="number wide">by luck</th>'
        '<th class="number wide">between sets</th>'
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _line(tag: str, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    return f'<{tag} style="left:{100 * low:.1f}%;width:{100 * (high - low):.1f}%"></{tag}>'


def _sets(row: LeaderShare) -> str:
    if row.sets_low is None or row.sets_high is None:
        return "one set"
    return span(row.sets_low, row.sets_high) if row.sets_high > row.sets_low else "as luck"


def areas(series: Mapping[str, Sequence[float]], colour: Mapping[str, str], start: str) -> str:
    """Shares of runs over time, stacked; what is drawn first lies at the bottom."""
    months = len(next(iter(series.values())))
    floor = [0.0] * months
    shapes = []
    for name, shares in series.items():
        top = [low + share for low, share in zip(floor, shares, strict=True)]
        outline = [*enumerate(top), *reversed(list(enumerate(floor)))]
        points = " ".join(f"{month},{_HEIGHT * (1 - min(share, 1.0)):.2f}" for month, share in outline)
        shapes.append(f'<polygon points="{points}" style="fill:{colour[name]}"></polygon>')
        floor = top
    return (
        f'<svg viewBox="0 0 {max(months - 1, 1)} {_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="Shares of runs over time: {escape(", ".join(series))}">{"".join(shapes)}</svg>'
        f"{_years(start, months)}{legend(list(series), colour)}"
    )


def legend(names: Sequence[str], colour: Mapping[str, str]) -> str:
    """Names with their colours."""
    entries = " ".join(f'<span style="--of:{colour[name]}">{escape(name)}</span>' for name in names)
    return f'<div class="legend">{entries}</div>'


def _years(start: str, months: int) -> str:
    """A mark at each January."""
    first = Month.parse(start)
    marks = [month for month in range(months) if (first + month).month == 1]
    spans = "".join(
        f'<span style="left:{100 * month / max(months - 1, 1):.2f}%" '
        f'data-says="{(first + month).year}"></span>'
        for month in marks
    )
    return f'<div class="years">{spans}</div>'


def strip(people: Sequence[str], colour: Mapping[str, str], start: str) -> str:
    """Who it was, month by month, as stretches of colour with names."""
    first, at, spans = Month.parse(start), 0, []
    for person, group in groupby(people):
        length = len(list(group))
        shade = colour.get(person, _REST)
        when = f"{person}: {first + at} to {first + (at + length - 1)}"
        named = escape(person) if length * _LETTERS >= len(person) * len(people) else ""
        spans.append(
            f'<span style="--of:{shade};--on:{_ink(shade)};flex:{length} 0 0" title="{escape(when)}" '
            f'data-says="{named}"></span>'
        )
        at += length
    return f'<div class="strip">{"".join(spans)}</div>'


def _ink(shade: str) -> str:
    """A colour of letters that can be read on a shade."""
    if not shade.startswith("#"):
        return "inherit"
    return "#fff" if shade in _DARK else "#111"
