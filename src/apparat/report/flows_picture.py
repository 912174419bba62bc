"""A picture of flows: arrows between levels, on paper and in practice, and how far they reach by year."""

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from apparat.report.drawing import ACCENT, FAINT, GREY, INK, PALE, STYLE, WARNING, write
from apparat.report.flows import sure
from apparat.results.flows import ALL, FlowsResult, LevelRow, Powers

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_COLOURS = {"rise": ACCENT, "fall": WARNING, "across": GREY}
_WIDEST = 14.0
"""Points of width for a vote that follows wholly."""
_LETTERS = 26
"""Letters of a level's name in a line."""
_WORDS: dict[Powers, str] = {"paper": "On paper", "practice": "In practice"}
_FOOT = "Width: votes that follow a shift, all years; arrows under 2 in a hundred are left out."


def save_flows_picture(result: FlowsResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    write(
        draw(result), path, f"Apparat, {result.scenario}, flows, seed {result.seed}, digest {result.digest}"
    )


def draw(result: FlowsResult) -> "Figure":
    """The picture as a matplotlib figure."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(STYLE):
        figure = Figure(figsize=(10, 9.6), facecolor="white", layout=None)
        for place, powers in enumerate(_WORDS):
            _arrows(figure.add_axes((0.02 + 0.49 * place, 0.36, 0.47, 0.52)), result, powers)
            _years(figure.add_axes((0.07 + 0.49 * place, 0.07, 0.4, 0.22)), result, powers)
        _frame(figure, result)
    return figure


def _arrows(axes: "Axes", result: FlowsResult, powers: Powers) -> None:
    """Levels by height, the state's on the left, and an arrow for every flow of votes that is sure."""
    from matplotlib.patches import FancyArrowPatch

    where = {level.level: _place(level) for level in result.levels}
    for row in sorted(sure(result, powers), key=lambda row: -(row.votes or 0.0)):
        size = abs(row.votes or 0.0)
        (x, y), (u, v) = where[row.source], where[row.target]
        bend = min(0.2 + 0.08 * abs(v - y), 0.6) if x == u else 0.12
        axes.add_patch(
            FancyArrowPatch(
                (x, y),
                (u, v),
                connectionstyle=f"arc3,rad={bend}",
                arrowstyle="-|>",
                mutation_scale=5 + 8 * size,
                linewidth=max(_WIDEST * size, 0.4),
                color=_COLOURS[row.direction],
                alpha=0.55,
                shrinkA=16,
                shrinkB=16,
            )
        )
    for level in result.levels:
        _name(axes, level)
    axes.set_title(_WORDS[powers], fontsize=11.5, color=INK, loc="left")
    axes.set_xlim(-0.25, 1.25)
    axes.set_ylim(-0.6, 6.6)
    axes.set_axis_off()


def _place(level: LevelRow) -> tuple[float, float]:
    return (0.0 if level.chain == "state" else 1.0), float(level.height)


def _name(axes: "Axes", level: LevelRow) -> None:
    x, y = _place(level)
    said = "\n".join(wrap(level.title, _LETTERS))
    said = said if level.votes is not None else f"{said}\n(votes not modelled)"
    box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": PALE}
    axes.text(x, y, said, fontsize=8.5, color=INK, ha="center", va="center", bbox=box, zorder=5)


def _years(axes: "Axes", result: FlowsResult, powers: Powers) -> None:
    """How far votes rise and fall, year by year, with intervals."""
    rows = [r for r in result.index if (r.powers, r.measure) == (powers, "votes") and r.year != ALL]
    years = [int(row.year) for row in rows]
    top = max(
        (100 * max(r.rise_high, r.fall_high) for r in result.index if r.measure == "votes"), default=1.0
    )
    for name, colour in (("rise", ACCENT), ("fall", WARNING)):
        values = [100 * getattr(row, name) for row in rows]
        low = [100 * getattr(row, f"{name}_low") for row in rows]
        high = [100 * getattr(row, f"{name}_high") for row in rows]
        axes.fill_between(years, low, high, color=colour, alpha=0.18, linewidth=0)
        axes.plot(
            years,
            values,
            color=colour,
            linewidth=1.8,
            label="wishes rise" if name == "rise" else "orders fall",
        )
    if years:
        axes.set_xticks(years)
        axes.legend(frameon=False, fontsize=8.5, ncols=2, loc="lower left", bbox_to_anchor=(0, 1))
    axes.set_ylim(min(0.0, *(100 * r.rise_low for r in rows)) if rows else 0.0, 1.05 * top)
    axes.set_ylabel("votes in a hundred", fontsize=9, color=FAINT)
    axes.tick_params(length=0, labelsize=9, labelcolor=INK)
    axes.grid(visible=True, color=GREY, linewidth=0.4, alpha=0.6)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _frame(figure: "Figure", result: FlowsResult) -> None:
    word = "calibrated" if result.calibrated else "uncalibrated"
    figure.text(0.03, 0.965, f"{result.title}: flows", fontsize=13, fontweight="bold", color=INK)
    said = f"How far votes follow when another level is shifted: {result.runs:,} runs ({word}); "
    said += "blue rises, orange falls, grey goes across"
    figure.text(0.03, 0.938, said, fontsize=10, color=FAINT)
    origin = f"{result.scenario}, seed {result.seed}, {result.traits} traits, digest {result.digest[:16]}."
    figure.text(0.03, 0.012, f"{origin} {_FOOT}", fontsize=7.5, color=FAINT)
