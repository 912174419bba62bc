"""How a box and an arrow of the picture are drawn; matplotlib is imported on first use."""

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from apparat.constitution.layout import DIVIDE, Box

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

INK, FAINT, PAPER = "#22252a", "#6b7078", "#fcfbf8"
STATE, PARTY = "#eef2f6", "#f8efec"
_STATE_BORDER, _PARTY_BORDER = "#4a6a8a", "#a3473b"

COLOURS = {
    "elects": "#2c6aa0",
    "appoints": "#c0392b",
    "prepares-slate": "#d9822b",
    "sets-agenda": "#7d4f9e",
    "commands": "#30343a",
    "supervises": "#3f8f5f",
    "sits-in": "#9aa3ad",
}
"""Powers that are drawn, each in its colour."""

DASHES: Any = (0, (3.2, 1.8))

Point = tuple[float, float]


def panel(axes: "Axes", left: float, right: float, height: float, colour: str) -> None:
    """The ground on which one half of the picture stands."""
    from matplotlib.patches import FancyBboxPatch

    corner, size = (left + 0.1, 0.35), (right - left - 0.2, height - 0.5)
    axes.add_patch(FancyBboxPatch(corner, *size, boxstyle="round,pad=0.1", fc=colour, ec="none"))


def box(axes: "Axes", place: Box, name: str, size: str) -> None:
    """An institution: its name, and below it, where one line of name leaves room, its size."""
    from matplotlib.patches import FancyBboxPatch

    corner = (place.x - place.width / 2 + 0.08, place.y - place.height / 2 + 0.08)
    border = _STATE_BORDER if place.x < DIVIDE else _PARTY_BORDER
    outline: dict[str, Any] = {
        "boxstyle": "round,pad=0.08",
        "fc": "white",
        "ec": border,
        "lw": 1.2,
        "zorder": 3,
    }
    axes.add_patch(FancyBboxPatch(corner, place.width - 0.16, place.height - 0.16, **outline))
    text = balanced(name, round(place.width * 10.6))
    roomy = place.height > 0.7 and size and "\n" not in text
    style: dict[str, Any] = {"ha": "center", "va": "center", "zorder": 4}
    name_at = place.y + (0.12 if roomy else 0.0)
    axes.text(place.x, name_at, text, fontsize=_letters(place), fontweight="bold", color=INK, **style)
    if roomy:
        axes.text(place.x, place.y - 0.17, size, fontsize=7.6, color=FAINT, **style)


def _letters(place: Box) -> float:
    if place.height > 0.7 and place.width < 2.9:
        return 9.2
    return 8.4 if place.height > 0.5 else 8.0


def balanced(text: str, width: int) -> str:
    """The text in as few lines as `width` allows, none longer than it needs to be."""
    lines = len(wrap(text, width))
    longest = max(len(word) for word in text.split())
    columns = next((narrow for narrow in range(longest, width) if len(wrap(text, narrow)) <= lines), width)
    return "\n".join(wrap(text, columns))


def arrow(axes: "Axes", points: list[Point], power: str, *, dashed: bool, shaded: bool) -> None:
    """An arrow along right-angled corners, with a soft shade behind it where power flows in a circle."""
    from matplotlib.patches import FancyArrowPatch

    line, colour = rounded(points), COLOURS[power]
    if shaded:
        shade: dict[str, Any] = {"lw": 7.5, "alpha": 0.2, "zorder": 1, "capstyle": "round"}
        axes.add_patch(FancyArrowPatch(path=line, arrowstyle="-", color=colour, **shade))
    style = DASHES if dashed else "solid"
    axes.add_patch(FancyArrowPatch(path=line, arrowstyle="-", lw=1.7, ls=style, color=colour, zorder=2))
    head: dict[str, Any] = {"mutation_scale": 11, "lw": 0, "zorder": 2.5, "shrinkA": 0, "shrinkB": 0}
    axes.add_patch(FancyArrowPatch(*points[-2:], arrowstyle="-|>", color=colour, **head))


def rounded(points: list[Point], radius: float = 0.16) -> "Path":
    """A line through right-angled corners, each cut by a curve; it stops short of the arrow's head."""
    from matplotlib.path import Path

    points = [*points[:-1], _towards(points[-1], points[-2], 0.09)]
    vertices, codes = [points[0]], [Path.MOVETO]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        vertices += [_towards(corner, before, radius), corner, _towards(corner, after, radius)]
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    return Path([*vertices, points[-1]], [*codes, Path.LINETO])


def _towards(start: Point, end: Point, distance: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max((dx * dx + dy * dy) ** 0.5, 1e-9)
    step = min(distance, length / 2)
    return (start[0] + dx * step / length, start[1] + dy * step / length)
