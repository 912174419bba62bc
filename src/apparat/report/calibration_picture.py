"""From prior to posterior: a panel for each fitted parameter, and one for the targets."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apparat.report.drawing import ACCENT, FAINT, GREY, INK, STYLE, WARNING, write
from apparat.results.calibration import CalibrationResult, ParameterFit, TargetFit

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLUMNS = 3
# Deviations are shown as far as this, in tolerances; farther ones stand at the edge.
_REACH = 6.0


def save_calibration_picture(result: CalibrationResult, path: Path) -> None:
    """Draw and write the joint fit's picture. Raises ApparatError if it cannot be written."""
    write(draw(result), path, f"Apparat, calibration on {', '.join(result.scenarios)}, seed {result.seed}")


def draw(result: CalibrationResult) -> "Figure":
    """The picture as a matplotlib figure."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    joint = result.fits[0].fit
    parameters = [row for row in result.parameters if row.fit == joint]
    targets = [row for row in result.targets if row.fit == joint]
    left, right = ceil(len(parameters) / COLUMNS) * 0.52, len(targets) * 0.3
    with rc_context(STYLE):
        figure = Figure(figsize=(10, 2.6 + left + right), facecolor="white", layout="constrained")
        parts: Any = figure.subfigures(3, 1, height_ratios=(0.7, 0.7 + left, 1.0 + right))
        title, above, below = parts
        _title(title, result)
        _parameters(above, parameters)
        _targets(below.subplots(), targets)
    return figure


def _title(figure: "Figure", result: CalibrationResult) -> None:
    row = result.fits[0]
    figure.text(0.01, 0.55, "From prior to posterior", fontsize=15, fontweight="bold", color=INK)
    reached = "the prior" if row.tolerances is None else f"tolerances {row.tolerances:.2g} x stated"
    said = f"{', '.join(row.scenarios)}: {row.distinct:,} sets accepted of {row.draws:,} tried, at {reached}"
    figure.text(0.01, 0.1, said, fontsize=10, color=FAINT)


def _parameters(figure: "Figure", rows: Sequence[ParameterFit]) -> None:
    """A strip each: the prior's range in grey, 5 to 95 % of accepted sets, their median, the default."""
    panels = list(figure.subplots(ceil(len(rows) / COLUMNS), COLUMNS, squeeze=False).flat)
    for axes in panels:
        axes.set_axis_off()
    for axes, row in zip(panels, rows, strict=False):
        width = row.high - row.low
        axes.set_xlim(row.low - 0.02 * width, row.high + 0.02 * width)
        axes.set_ylim(-0.6, 1.6)
        axes.plot([row.low, row.high], [0, 0], color=GREY, linewidth=6, solid_capstyle="butt")
        colour = ACCENT if row.identified else WARNING
        axes.plot([row.fitted_low, row.fitted_high], [0, 0], color=colour, linewidth=6, solid_capstyle="butt")
        axes.plot([row.fitted], [0], "o", color="white", markeredgecolor=INK, markersize=6)
        axes.plot([row.default], [0], "|", color=INK, markersize=13)
        said = "" if row.identified else "  not identified"
        axes.text(row.low, 0.65, row.parameter + said, fontsize=8.5, color=INK)
        axes.text(row.high, 0.65, f"{row.low:g} to {row.high:g}", fontsize=7.5, color=FAINT, ha="right")


def _targets(axes: "Axes", rows: Sequence[TargetFit]) -> None:
    """How far the accepted sets lie from each target, in tolerances."""
    axes.axvspan(-1, 1, color=GREY, alpha=0.5, linewidth=0)
    axes.axvline(0, color=INK, linewidth=0.8)
    for place, row in enumerate(reversed(rows)):
        colour = ACCENT if row.verdict == "met" else WARNING
        if row.deviation is None or row.deviation_low is None or row.deviation_high is None:
            axes.text(0, place, "not measured", fontsize=8, color=WARNING, ha="center", va="center")
            continue
        low, middle, high = (
            max(-_REACH, min(_REACH, value))
            for value in (row.deviation_low, row.deviation, row.deviation_high)
        )
        axes.plot([low, high], [place, place], color=colour, linewidth=4, solid_capstyle="butt")
        axes.plot([middle], [place], "o", color="white", markeredgecolor=INK, markersize=5)
    axes.set_yticks(range(len(rows)), [f"{row.target}  {row.month}" for row in reversed(rows)], fontsize=8)
    axes.set_xlim(-_REACH - 0.2, _REACH + 0.2)
    axes.set_ylim(-0.8, len(rows) - 0.2)
    axes.set_xlabel(
        "distance of accepted sets from the record, in tolerances; bar: 90 % of sets, under other luck",
        fontsize=8.5,
        color=FAINT,
    )
    axes.tick_params(length=0, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
