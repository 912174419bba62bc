"""Who moves whom: arrows between levels that stand one above the other, as thick as they are strong."""

from html import escape

from apparat.report.page.charts import Arrow, Arrows
from apparat.report.page.draw.scale import PALETTE

_WIDTH, _ROW, _EDGE = 340, 64, 30
"""Points: the whole width (a telephone's, so that letters are never shrunk), a level, top and bottom."""
_BOX, _TALL = 128, 30
_THICKEST, _BEND = 12.0, 20.0
_LEAST = 0.01


def arrows(chart: Arrows, says: str) -> str:
    """The first level stands at the bottom. What rises bends to the left, what descends to the right."""
    places = {level: float(_EDGE + _ROW * k) for k, level in enumerate(reversed(chart.levels))}
    height = 2 * _EDGE + _ROW * (len(chart.levels) - 1)
    seen = sorted((arrow for arrow in chart.arrows if arrow.size >= _LEAST), key=lambda arrow: arrow.size)
    most = max((arrow.size for arrow in seen), default=1.0)
    shapes = "".join(_arrow(arrow, places, most) for arrow in seen)
    boxes = "".join(_level(level, place) for level, place in places.items())
    heads = "".join(map(_head, range(2)))
    return (
        f'<svg class="arrows" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(says)}">'
        f"<defs>{heads}</defs>{shapes}{boxes}</svg>"
    )


def _head(colour: int) -> str:
    return (
        f'<marker id="head-{colour}" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="14" markerHeight="14" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 8,4 0,8z" style="fill:{PALETTE[colour]}">'
        "</path></marker>"
    )


def _level(level: str, place: float) -> str:
    left = (_WIDTH - _BOX) / 2
    return (
        f'<rect x="{left:g}" y="{place - _TALL / 2:g}" width="{_BOX}" height="{_TALL}" rx="4"></rect>'
        f'<text x="{_WIDTH / 2:g}" y="{place + 4:g}">{escape(level)}</text>'
    )


def _arrow(arrow: Arrow, places: dict[str, float], most: float) -> str:
    start, end = places[arrow.source], places[arrow.target]
    rises = end < start
    side = -1 if rises else 1
    edge = _WIDTH / 2 + side * _BOX / 2
    reach = edge + side * min(_BEND * abs(end - start) / _ROW + _BEND, (_WIDTH - _BOX) / 2 - 6)
    said = f"{arrow.source} to {arrow.target}: {arrow.size:.2f} ({arrow.low:.2f} to {arrow.high:.2f})"
    return (
        f'<path class="arrow" '
        f'd="M{edge:g},{start:g} C{reach:g},{start:g} {reach:g},{end:g} {edge:g},{end:g}" '
        f'style="stroke:{PALETTE[0 if rises else 1]};stroke-width:{_THICKEST * arrow.size / most:.2f}" '
        f'marker-end="url(#head-{0 if rises else 1})"><title>{escape(said)}</title></path>'
    )
