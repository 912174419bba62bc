"""What an answer hangs on: parameters by elementary effect and Sobol index, and figures of the record."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from apparat.report.drawing import ACCENT, COLOURS, FAINT, GREY, INK, STYLE, write
from apparat.results.sensitivity import SensitivityResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MOST = 12


def save_sensitivity_picture(result: SensitivityResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    write(draw(result), path, f"Apparat, {result.scenario}, sensitivity, seed {result.seed}")


def draw(result: SensitivityResult) -> "Figure":
    """The most frequent outcome's panels as a matplotlib figure."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    outcome = result.outcomes[0].outcome
    with rc_context(STYLE):
        figure = Figure(figsize=(12 if result.sources else 9, 5.2), facecolor="white", layout="constrained")
        panels = figure.subplots(1, 3 if result.sources else 2, squeeze=False)[0]
        _effects(panels[0], result, outcome)
        _indices(panels[1], result, outcome)
        if result.sources:
            _sources(panels[2], result, outcome)
        figure.suptitle(
            f"What it hangs on whether {outcome} leads at the end: {result.title}",
            x=0.01,
            ha="left",
            fontsize=13,
            fontweight="bold",
            color=INK,
        )
    return figure


def _effects(axes: "Axes", result: SensitivityResult, outcome: str) -> None:
    rows = [row for row in result.effects if row.outcome == outcome][:_MOST]
    _bars(axes, [row.parameter for row in rows], [row.strength for row in rows])
    axes.axvspan(0, rows[0].by_luck, color=GREY, alpha=0.6, linewidth=0)
    axes.set_title("Effect of a move across the range\n(grey: luck)", fontsize=9.5, color=FAINT)


def _indices(axes: "Axes", result: SensitivityResult, outcome: str) -> None:
    rows = [row for row in result.indices if row.outcome == outcome]
    places = range(len(rows))
    _bars(axes, [row.parameter for row in rows], [row.total for row in rows], colour=COLOURS[4])
    axes.barh(places, [row.first for row in reversed(rows)], height=0.35, color=ACCENT)
    axes.set_title("Sobol indices\n(dark: alone; light: with others and luck)", fontsize=9.5, color=FAINT)


def _sources(axes: "Axes", result: SensitivityResult, outcome: str) -> None:
    rows = [row for row in result.sources if row.outcome == outcome][:_MOST]
    _bars(axes, [row.target for row in rows], [row.change for row in rows])
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.set_title("Change without one figure\n(share of runs)", fontsize=9.5, color=FAINT)


def _bars(axes: "Axes", names: Sequence[str], lengths: Sequence[float], colour: str = ACCENT) -> None:
    """Bars with the first at the top."""
    axes.barh(range(len(names)), list(reversed(lengths)), height=0.7, color=colour)
    axes.set_yticks(range(len(names)), list(reversed(names)), fontsize=8.5)
    axes.tick_params(length=0, labelcolor=INK, labelsize=8.5)
    for spine in axes.spines.values():
        spine.set_visible(False)
