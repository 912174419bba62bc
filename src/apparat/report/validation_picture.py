"""The report card as a picture: how far the runs lie from each target, in tolerances."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apparat.report.drawing import ACCENT, FAINT, GREY, INK, STYLE, WARNING, write
from apparat.results.validation import TargetRow, ValidationResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Figures are drawn as far as this from the record, in tolerances; farther ones stand at the edge.
_REACH = 6.0
_LINE = 0.22


def save_validation_picture(result: ValidationResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    said = f"Apparat, report card of {', '.join(result.scenarios)}, seed {result.seed}, {result.runs} runs"
    write(draw(result), path, said)


def draw(result: ValidationResult) -> "Figure":
    """The picture as a matplotlib figure: a row for each struggle, quantities left, events right."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    panels = {name: _split(result, name) for name in result.scenarios}
    heights = [1.2 + _LINE * max(map(len, parts)) for parts in panels.values()]
    with rc_context(STYLE):
        figure = Figure(figsize=(11, 0.9 + sum(heights)), facecolor="white", layout="constrained")
        rows: Any = figure.subfigures(1 + len(panels), 1, height_ratios=(0.9, *heights))
        _title(rows[0], result)
        for row, (name, (quantities, events)) in zip(rows[1:], panels.items(), strict=True):
            left, right = row.subplots(1, 2)
            _quantities(left, quantities, name)
            _events(right, events)
    return figure


def _split(result: ValidationResult, name: str) -> tuple[list[TargetRow], list[TargetRow]]:
    rows = [row for row in result.targets if row.scenario == name and row.role != "shown"]
    return [row for row in rows if row.log_score is None], [row for row in rows if row.log_score is not None]


def _title(figure: "Figure", result: ValidationResult) -> None:
    figure.text(0.01, 0.6, "The model held to the record", fontsize=15, fontweight="bold", color=INK)
    word = "calibrated" if result.calibrated else "uncalibrated"
    said = f"{result.runs:,} runs of each struggle, {word}; blue: the record lies in nine tenths of the runs"
    figure.text(0.01, 0.15, said, fontsize=9.5, color=FAINT)


def _quantities(axes: "Axes", rows: Sequence[TargetRow], title: str) -> None:
    """How far nine tenths of the runs, and the median run, lie from the record, in tolerances."""
    axes.axvspan(-1, 1, color=GREY, alpha=0.5, linewidth=0)
    axes.axvline(0, color=INK, linewidth=0.8)
    for place, row in enumerate(reversed(rows)):
        if row.deviation is None:
            axes.text(0, place, "not measured", fontsize=7, color=WARNING, ha="center", va="center")
            continue
        ends = (row.deviation_low or 0.0, row.deviation, row.deviation_high or 0.0)
        low, middle, high = (max(-_REACH, min(_REACH, off)) for off in ends)
        axes.plot([low, high], [place, place], color=_colour(row), linewidth=4, solid_capstyle="butt")
        axes.plot([middle], [place], "o", color="white", markeredgecolor=INK, markersize=4.5)
    axes.set_xlim(-_REACH - 0.2, _REACH + 0.2)
    _frame(axes, rows, title, "distance of nine tenths of the runs from the record, in tolerances")


def _events(axes: "Axes", rows: Sequence[TargetRow]) -> None:
    """How likely the model finds what happened."""
    for place, row in enumerate(reversed(rows)):
        chance = math.exp(row.log_score or 0.0)
        axes.barh(place, chance, height=0.55, color=_colour(row))
    axes.set_xlim(0, 1)
    _frame(axes, rows, "", "probability of what happened")


def _frame(axes: "Axes", rows: Sequence[TargetRow], title: str, label: str) -> None:
    axes.set_yticks(range(len(rows)), [row.target for row in reversed(rows)], fontsize=7.5)
    axes.set_ylim(-0.8, len(rows) - 0.2)
    axes.set_title(title, fontsize=11, color=INK, loc="left")
    axes.set_xlabel(label, fontsize=8.5, color=FAINT)
    axes.tick_params(length=0, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _colour(row: TargetRow) -> str:
    return ACCENT if row.verdict == "inside" else WARNING
