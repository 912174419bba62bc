"""A picture of an explanation: a waterfall of contributions, and what causes do in pairs."""

from pathlib import Path
from typing import TYPE_CHECKING

from apparat.report.drawing import ACCENT, FAINT, GREY, INK, PALE, STYLE, WARNING, write
from apparat.results.conclusion import points
from apparat.results.explain import ContributionRow, ExplainResult
from apparat.results.words import month_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

_FOOT = "Bars: Shapley values with 95 % intervals. Shares follow from the model's assumptions."
_ROW = 0.42
"""Inches for a cause."""


def save_explain_picture(result: ExplainResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    said = f"Apparat, {result.scenario}, explain, seed {result.seed}, digest {result.digest}"
    write(draw(result), path, said)


def draw(result: ExplainResult) -> "Figure":
    """The picture as a matplotlib figure."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    rows = sorted(
        (row for row in result.contributions if row.yardstick == "conduct"), key=lambda row: -row.value
    )
    body = _ROW * (len(rows) + 2)
    height = body + 2.9
    with rc_context(STYLE):
        figure = Figure(figsize=(13, height), facecolor="white", layout=None)
        _waterfall(figure.add_axes((0.19, 1.5 / height, 0.33, body / height)), result, rows)
        matrix = figure.add_axes((0.66, 1.5 / height, 0.33, body / height))
        if len(rows) > 1:
            _pairs(matrix, result, rows)
        else:
            matrix.set_axis_off()
        _frame(figure, result)
    return figure


def _waterfall(axes: "Axes", result: ExplainResult, rows: list[ContributionRow]) -> None:
    """From the share with no cause to that with all of them, a step a cause."""
    end = result.ends[0]
    axes.barh(0, 100 * end.nothing, color=GREY, height=0.62)
    axes.barh(len(rows) + 1, 100 * end.everything, color=GREY, height=0.62)
    labels = [f"no cause: {100 * end.nothing:.0f} %"]
    reached = end.nothing
    for place, row in enumerate(rows, start=1):
        colour = ACCENT if row.value >= 0 else WARNING
        half = 100 * (row.high - row.value)
        after = reached + row.value
        axes.barh(place, 100 * row.value, left=100 * reached, color=colour, height=0.62)
        axes.errorbar(100 * after, place, xerr=half, color=INK, linewidth=0.9, capsize=2.5)
        axes.plot([100 * after] * 2, [place, place + 1], color=FAINT, linewidth=0.7, zorder=0)
        labels.append(f"{row.name} {points(row.value)}")
        reached = after
    labels.append(f"all causes: {100 * end.everything:.0f} %")
    axes.set_yticks(range(len(rows) + 2), labels, fontsize=9.5)
    axes.set_ylim(len(rows) + 1.6, -0.6)
    axes.set_xlabel("per cent of runs", fontsize=9, color=FAINT)
    axes.grid(visible=True, axis="x", color=GREY, linewidth=0.4, alpha=0.6)
    _plain(axes)


def _pairs(axes: "Axes", result: ExplainResult, rows: list[ContributionRow]) -> None:
    """Interactions by conduct; those that luck explains are pale."""
    order = [row.cause for row in rows]
    names = {row.cause: row.name for row in rows}
    found = [row for row in result.interactions if row.yardstick == "conduct"]
    most = max([abs(row.value) for row in found] + [1e-9])
    for row in found:
        low, high = sorted((order.index(row.one), order.index(row.other)))
        sure = row.low > 0 or row.high < 0
        colour = (ACCENT if row.value > 0 else WARNING) if sure else PALE
        size = 0.9 * (abs(row.value) / most) ** 0.5
        axes.add_patch(_square(low, high - 1, max(size, 0.08), colour))
        if sure:
            ink = "white" if size > 0.6 else INK
            axes.text(low, high - 1, points(row.value), color=ink, fontsize=8.5, ha="center", va="center")
    last = len(order) - 1
    axes.set_xlim(-0.6, last - 0.4)
    axes.set_ylim(last - 0.4, -0.6)
    axes.set_aspect("equal", anchor="NE")
    axes.set_xticks(range(last), [names[cause] for cause in order[:-1]], fontsize=8, rotation=35, ha="right")
    axes.set_yticks(range(last), [names[cause] for cause in order[1:]], fontsize=8)
    said = "together beyond each apart, in points (pale: no more than luck)"
    axes.set_title(said, fontsize=9, color=FAINT, loc="right")
    _plain(axes)


def _square(x: float, y: float, size: float, colour: str) -> "Rectangle":
    from matplotlib.patches import Rectangle

    return Rectangle((x - size / 2, y - size / 2), size, size, facecolor=colour, linewidth=0)


def _plain(axes: "Axes") -> None:
    axes.tick_params(length=0, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_axisbelow(True)


def _frame(figure: "Figure", result: ExplainResult) -> None:
    word = "calibrated" if result.calibrated else "uncalibrated"
    inch = 1 / figure.get_figheight()
    title = f"{result.title}: why {result.person}?"
    figure.text(0.02, 1 - 0.34 * inch, title, fontsize=13, fontweight="bold", color=INK)
    said = (
        f"Share of {result.runs:,} runs led in {month_name(result.end)}, judged by conduct: from no cause to "
        f"all, each with the same luck ({word})"
    )
    figure.text(0.02, 1 - 0.62 * inch, said, fontsize=10, color=FAINT)
    origin = (
        f"{result.scenario}, seed {result.seed}, {result.traits} traits, digest {result.digest[:16]}. {_FOOT}"
    )
    figure.text(0.02, 0.12 * inch, origin, fontsize=7.5, color=FAINT)
