"""A picture of branches: for each date a tree whose limbs are pasts and whose leaves are their endings."""

from collections.abc import Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from apparat.report.drawing import COLOURS, FAINT, GREY, INK, PALE, STYLE, write
from apparat.results.branch import BranchResult, TreeRow
from apparat.results.conclusion import percent, span
from apparat.results.ensemble import COLLECTIVE
from apparat.results.words import month_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ACROSS = 3
_NAMED = len(COLOURS)
_OTHERS = "others"
_FOOT = "A line is a past, coloured by who led it then; its bar shows who leads its endings."


def save_branch_picture(result: BranchResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    write(
        draw(result),
        path,
        f"Apparat, {result.scenario}, branches, seed {result.seed}, digest {result.digest}",
    )


def draw(result: BranchResult) -> "Figure":
    """The picture as a matplotlib figure."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    across = min(len(result.at), _ACROSS)
    down = ceil(len(result.at) / across)
    colours = _colours(result)
    with rc_context(STYLE):
        figure = Figure(figsize=(10, 1.7 + 4.2 * down), facecolor="white", layout=None)
        inch = 1 / figure.get_figheight()
        for place, date in enumerate(result.at):
            column, row = place % across, place // across
            width, height = 0.94 / across, (1 - 1.45 * inch) / down
            bottom = 0.5 * inch + (down - 1 - row) * height
            axes = figure.add_axes((0.03 + column * width, bottom, width * 0.94, height * 0.9))
            _tree(axes, result, date, colours)
        _frame(figure, result, colours)
    return figure


def _colours(result: BranchResult) -> dict[str, str]:
    """A colour for each of the most frequent leaders; grey for collective leadership, pale for the rest."""
    weight: dict[str, float] = {}
    for row in result.outcomes:
        if row.yardstick == "conduct" and row.person != COLLECTIVE:
            weight[row.person] = weight.get(row.person, 0.0) + row.share
    named = sorted(weight, key=lambda name: -weight[name])[:_NAMED]
    return {**dict(zip(named, COLOURS, strict=False)), COLLECTIVE: GREY, _OTHERS: PALE}


def _tree(axes: "Axes", result: BranchResult, date: str, colours: Mapping[str, str]) -> None:
    """One date: lines from the root to every past, and bars of its endings."""
    pasts = _sorted(result, date, list(colours))
    middle = (len(pasts) - 1) / 2
    for place, rows in enumerate(pasts):
        leads = rows[0].leads
        colour = INK if leads is None else colours.get(leads, colours[_OTHERS])
        axes.plot([0, 0.25, 0.4], [middle, place, place], color=colour, linewidth=1.0, zorder=1)
        left = 0.42
        for row in rows:
            width = 0.58 * row.share
            axes.barh(place, width, left=left, height=0.9, color=colours.get(row.person, colours[_OTHERS]))
            left += width
    whole = next(row for row in result.dates if row.date == date and row.yardstick == "conduct")
    axes.set_title(month_name(date), fontsize=10.5, color=INK, loc="left", pad=16)
    said = f"{percent(whole.decided)} decided (95 %: {span(whole.low, whole.high)})"
    axes.text(0, 1.015, said, fontsize=9, color=FAINT, transform=axes.transAxes)
    axes.plot([0], [middle], marker="o", markersize=5, color=INK)
    axes.set_xlim(-0.02, 1.0)
    axes.set_ylim(len(pasts) - 0.4, -0.6)
    axes.set_axis_off()


def _sorted(result: BranchResult, date: str, names: Sequence[str]) -> list[list[TreeRow]]:
    """The rows of each past, pasts with like endings beside each other."""
    pasts: dict[int, list[TreeRow]] = {}
    for row in result.tree:
        if row.date == date:
            pasts.setdefault(row.run, []).append(row)

    def likeness(rows: list[TreeRow]) -> tuple[float, ...]:
        shares = {row.person: row.share for row in rows}
        return tuple(-shares.get(name, 0.0) for name in names)

    return sorted(pasts.values(), key=likeness)


def _frame(figure: "Figure", result: BranchResult, colours: Mapping[str, str]) -> None:
    from matplotlib.patches import Patch

    word = "calibrated" if result.calibrated else "uncalibrated"
    inch = 1 / figure.get_figheight()
    figure.text(0.03, 1 - 0.32 * inch, f"{result.title}: branches", fontsize=13, fontweight="bold", color=INK)
    said = f"Who leads in {month_name(result.end)}, by conduct: {result.pasts:,} pasts, "
    said += f"{result.endings:,} endings each ({word})"
    figure.text(0.03, 1 - 0.58 * inch, said, fontsize=10, color=FAINT)
    patches = [Patch(color=colour, label=name) for name, colour in colours.items()]
    figure.legend(
        handles=patches,
        loc="upper left",
        bbox_to_anchor=(0.02, 1 - 0.66 * inch),
        ncols=len(patches),
        frameon=False,
        fontsize=8.5,
        columnspacing=1.2,
        handlelength=1.0,
    )
    origin = f"{result.scenario}, seed {result.seed}, {result.traits} traits, digest {result.digest[:16]}."
    figure.text(0.03, 0.12 * inch, f"{origin} {_FOOT}", fontsize=7.5, color=FAINT)
