"""Who moves whom: arrows between levels that stand one above the other, as thick as they are strong."""

from html import escape

from apparat.report.page.charts import Arrow, Arrows, Level
from apparat.report.page.draw.scale import shade
from apparat.results import charts

_WIDTH, _ROW, _EDGE = 420, 62, 26
"""Points: the whole width (little more than a telephone's, so that letters stay large), a level, an edge."""
_BOX, _TALL = 116, 34
_COLUMNS = (100.0, 320.0)
_THICKEST, _LEAST, _BEND = 8.0, 0.8, 6.0
_LINE, _TIP = 15, 9
_LETTERS = 14
"""Letters that a box has room for in a line."""

Place = tuple[float, float]


def arrows(chart: Arrows, says: str) -> str:
    """Upwards an arrow bends out of its column, downwards into the middle; between columns it crosses."""
    top = max(level.height for level in chart.levels)
    places = {level.name: _place(level, top) for level in chart.levels}
    most = max((arrow.size for arrow in chart.arrows), default=1.0)
    seen = sorted(chart.arrows, key=lambda arrow: -arrow.size)
    shapes = "".join(_arrow(arrow, places[arrow.source], places[arrow.target], most) for arrow in seen)
    boxes = "".join(_box(level.name, *places[level.name]) for level in chart.levels)
    colour = {name: shade(each) for name, each in chart.legend.items()}
    return (
        f'<svg class="arrows" viewBox="0 0 {_WIDTH} {2 * _EDGE + _ROW * top}" role="img" '
        f'aria-label="{escape(says)}">{shapes}{boxes}</svg>'
        f"{charts.legend(list(colour), colour)}"
    )


def _place(level: Level, top: int) -> Place:
    return _COLUMNS[level.column], float(_EDGE + _ROW * (top - level.height))


def _box(name: str, x: float, y: float) -> str:
    lines = _broken(name)
    first = y + 4.5 - _LINE * (len(lines) - 1) / 2
    words = "".join(
        f'<tspan x="{x:g}" y="{first + _LINE * k:g}">{escape(line)}</tspan>' for k, line in enumerate(lines)
    )
    box = f'x="{x - _BOX / 2:g}" y="{y - _TALL / 2:g}" width="{_BOX}" height="{_TALL}" rx="4"'
    return f"<rect {box}></rect><text>{words}</text>"


def _broken(name: str) -> list[str]:
    """A name in one line, or in two if it is long."""
    if len(name) <= _LETTERS or " " not in name:
        return [name]
    spaces = [k for k, letter in enumerate(name) if letter == " "]
    middle = min(spaces, key=lambda k: abs(k - len(name) / 2))
    return [name[:middle], name[middle + 1 :]]


def _arrow(arrow: Arrow, start: Place, end: Place, most: float) -> str:
    thick = max(_THICKEST * arrow.size / most, _LEAST)
    way, (x, y), side = _way(start, end)
    tip = f"{x:g},{y - _TIP:g} {x - side * _TIP:g},{y:g} {x:g},{y + _TIP:g}"
    colour = shade(arrow.shade)
    return (
        f'<g><title>{escape(arrow.said)}</title><path class="arrow" d="{way}" '
        f'style="stroke:{colour};stroke-width:{thick:.2f}"></path>'
        f'<polygon points="{tip}" style="fill:{colour}"></polygon></g>'
    )


def _way(start: Place, end: Place) -> tuple[str, Place, int]:
    """The line, where its head begins, and on which side of the level it comes in (1: the right)."""
    (x, y), (u, v) = start, end
    inwards = 1 if x < _WIDTH / 2 else -1
    if x != u:
        a, b = x + inwards * _BOX / 2, u - inwards * (_BOX / 2 + _TIP)
        bend = f"{a + inwards * 30:g},{y:g} {b - inwards * 30:g},{v:g}"
        return f"M{a:g},{y:g} C{bend} {b:g},{v:g}", (b, v), -inwards
    side = -inwards if v < y else inwards
    edge = x + side * _BOX / 2
    reach = edge + side * (_BEND * abs(v - y) / _ROW + 2 * _TIP)
    before = edge + side * _TIP
    return f"M{edge:g},{y:g} C{reach:g},{y:g} {reach:g},{v:g} {before:g},{v:g}", (before, v), side
