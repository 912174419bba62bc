"""A picture of a contrast: the vote in every combination of causes, and what each of them does."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from apparat.ground.dates import Month
from apparat.report.drawing import ACCENT, FAINT, GREY, INK, PALE, STYLE, WARNING, write
from apparat.results.contrast import CombinationRow, ContrastResult, EffectRow, StagingRow
from apparat.results.words import month_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_FOOT = "Lines: 95 % intervals, from the runs; pale: no more than luck. Votes follow from the assumptions."
_ROW = 0.32
"""Inches for a combination."""
_BETWEEN, _HEAD, _BELOW = 0.95, 1.15, 0.75
"""Inches between two stagings, above the first, and below the last."""
_LETTERS = 40


def save_contrast_picture(result: ContrastResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    scenarios = ", ".join(dict.fromkeys(row.scenario for row in result.stagings))
    write(draw(result), path, f"Apparat, {scenarios}, contrast, seed {result.seed}, digest {result.digest}")


def draw(result: ContrastResult) -> "Figure":
    """The picture as a matplotlib figure: two panels for each staging."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    votes = [[row for row in result.combinations if _is_of(row, staging)] for staging in result.stagings]
    bodies = [_ROW * len(rows) for rows in votes]
    height = _HEAD + sum(bodies) + _BETWEEN * (len(bodies) - 1) + _BELOW
    reach = max(max(abs(row.low), abs(row.high)) for row in result.effects)
    with rc_context(STYLE):
        figure = Figure(figsize=(13, height), facecolor="white", layout=None)
        top = height - _HEAD
        for staging, rows, body in zip(result.stagings, votes, bodies, strict=True):
            bottom, tall = (top - body) / height, body / height
            _votes(figure.add_axes((0.22, bottom, 0.26, tall)), staging, rows)
            effects = [row for row in result.effects if _is_of(row, staging) and row.measure == "share for"]
            _effects(figure.add_axes((0.7, bottom, 0.28, tall)), effects, 100 * reach)
            top -= body + _BETWEEN
        _frame(figure, result)
    return figure


def _is_of(row: CombinationRow | EffectRow, staging: StagingRow) -> bool:
    return (row.scenario, row.motion) == (staging.scenario, staging.motion)


def _votes(axes: "Axes", staging: StagingRow, rows: Sequence[CombinationRow]) -> None:
    """Mean share of the votes for, in every combination; half of them carries a motion."""
    for place, row in enumerate(rows):
        axes.barh(place, 100 * row.share, height=0.62, color=GREY)
        axes.plot([100 * row.share_low, 100 * row.share_high], [place, place], color=INK, linewidth=0.9)
        axes.text(101, place, f"carried in {100 * row.carried:.0f} %", fontsize=8, color=FAINT, va="center")
    axes.axvline(50, color=INK, linewidth=0.8, dashes=(3, 2))
    axes.set_xlim(0, 100)
    _rows(axes, [", ".join(row.present) or "none of them" for row in rows])
    month = month_name(str(Month.parse(staging.date)))
    title = f"{month}: votes for, %, in {staging.asked:,} of {staging.runs:,} runs"
    axes.set_title(title, loc="left", fontsize=9.5, color=INK)


def _effects(axes: "Axes", rows: Sequence[EffectRow], reach: float) -> None:
    """What each cause does, and what they do together; those that luck explains are pale."""
    for place, row in enumerate(rows):
        sure = row.low > 0 or row.high < 0
        colour = (ACCENT if row.value > 0 else WARNING) if sure else PALE
        axes.barh(place, 100 * row.value, height=0.62, color=colour)
        axes.plot([100 * row.low, 100 * row.high], [place, place], color=INK, linewidth=0.9)
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.set_xlim(-1.05 * reach, 1.05 * reach)
    _rows(axes, [" x ".join(row.causes) for row in rows])
    axes.set_title("what they do, in points of the votes for", loc="left", fontsize=9.5, color=INK)


def _rows(axes: "Axes", labels: Sequence[str]) -> None:
    names = ["\n".join(wrap(label, _LETTERS)) for label in labels]
    axes.set_yticks(range(len(labels)), names, fontsize=8.5)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(length=0, labelsize=8.5, labelcolor=INK)
    axes.grid(visible=True, axis="x", color=GREY, linewidth=0.4, alpha=0.6)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _frame(figure: "Figure", result: ContrastResult) -> None:
    word = "calibrated" if result.calibrated else "uncalibrated"
    inch = 1 / figure.get_figheight()
    title = "Recorded motions, staged with causes and without"
    figure.text(0.02, 1 - 0.34 * inch, title, fontsize=13, fontweight="bold", color=INK)
    staged = "; ".join(f"{row.motion} ({row.scenario})" for row in result.stagings)
    figure.text(0.02, 1 - 0.62 * inch, f"{staged}; the same luck in all combinations ({word})", fontsize=10)
    origin = f"Seed {result.seed}, digest {result.digest[:16]}. {_FOOT}"
    figure.text(0.02, 0.12 * inch, origin, fontsize=7.5, color=FAINT)
