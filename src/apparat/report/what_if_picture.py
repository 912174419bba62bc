"""A picture of what an intervention changes: paired differences over time, or at the end for many of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from apparat.ground.dates import Month
from apparat.report.drawing import COLOURS, FAINT, GREY, INK, STYLE, write
from apparat.report.picture import spread
from apparat.results.conclusion import points
from apparat.results.ensemble import COLLECTIVE
from apparat.results.what_if import MonthRow, OutcomeRow, WhatIfResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DRAWN = 5
_GAP = 0.05
_BARS_OF = 3
_FOOT = "Bands: 95 % interval of the paired difference. Shares follow from the model's assumptions."


def save_what_if_picture(result: WhatIfResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    write(
        draw(result), path, f"Apparat, {result.scenario}, what if, seed {result.seed}, digest {result.digest}"
    )


def draw(result: WhatIfResult) -> "Figure":
    """The picture as a matplotlib figure: a fan for one intervention, bars for several."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    single = len(result.arms) == 1
    with rc_context(STYLE):
        height = 5.2 if single else 2.2 + 0.42 * len(result.arms)
        figure = Figure(figsize=(10, height), facecolor="white", layout=None)
        axes = figure.add_axes(
            (0.08, 0.14, 0.72, 0.66) if single else (0.36, 0.9 / height, 0.6, 1 - 2.0 / height)
        )
        if single:
            _fan(axes, result)
        else:
            _bars(axes, result)
        _frame(figure, result)
    return figure


def _fan(axes: "Axes", result: WhatIfResult) -> None:
    """Difference of each person's share, month by month, with its interval."""
    rows = [row for row in result.over_time if row.yardstick == "conduct"]
    peak = {row.person: 0.0 for row in rows}
    for row in rows:
        peak[row.person] = max(peak[row.person], abs(row.difference))
    people = [name for name in sorted(peak, key=lambda name: -peak[name])[:_DRAWN] if peak[name] > 0]
    ends = []
    for name, colour in zip(people, _colours(people), strict=True):
        mine = [row for row in rows if row.person == name]
        _band(axes, mine, colour)
        ends.append((mine[-1].difference, name, colour))
    _names(axes, sorted(ends))
    since = Month.parse(result.arms[0].from_).number / 12
    axes.axvline(since, color=INK, linewidth=0.8, dashes=(3, 2))
    axes.text(since, 1.02, " intervention", fontsize=8.5, color=FAINT, transform=axes.get_xaxis_transform())
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_ylabel("points of the share of runs, with less without", fontsize=9, color=FAINT)
    _plain(axes)


def _colours(people: Sequence[str]) -> list[str]:
    spare = iter(COLOURS)
    return [FAINT if name == COLLECTIVE else next(spare) for name in people]


def _band(axes: "Axes", rows: Sequence[MonthRow], colour: str) -> None:
    times = [Month.parse(row.month).number / 12 for row in rows]
    low, high = [100 * row.low for row in rows], [100 * row.high for row in rows]
    axes.fill_between(times, low, high, color=colour, alpha=0.18, linewidth=0)
    axes.plot(times, [100 * row.difference for row in rows], color=colour, linewidth=1.8)
    axes.set_xlim(times[0], times[-1])


def _names(axes: "Axes", ends: Sequence[tuple[float, str, str]]) -> None:
    """Names at the right edge beside the ends of their lines."""
    bottom, top = axes.get_ylim()
    wanted = [(100 * value - bottom) / (top - bottom) for value, _, _ in ends]
    for place, (value, name, colour) in zip(spread(wanted, _GAP), ends, strict=True):
        said = f"{name} {points(value)}"
        axes.text(1.015, place, said, color=INK, fontsize=9.5, va="center", transform=axes.transAxes)
        axes.plot(
            [1.0, 1.012], [place, place], color=colour, linewidth=2, clip_on=False, transform=axes.transAxes
        )


def _bars(axes: "Axes", result: WhatIfResult) -> None:
    """Differences at the end for those who lead most often, intervention by intervention."""
    rows = [row for row in result.outcomes if row.yardstick == "conduct"]
    weight: dict[str, float] = {}
    for row in rows:
        weight[row.person] = weight.get(row.person, 0.0) + max(row.without, row.with_)
    people = sorted(weight, key=lambda name: -weight[name])[:_BARS_OF]
    height = 0.8 / len(people)
    for k, (name, colour) in enumerate(zip(people, _colours(people), strict=True)):
        found = {row.arm: row for row in rows if row.person == name}
        places = [
            p + (k - (len(people) - 1) / 2) * height for p, arm in enumerate(result.arms) if arm.arm in found
        ]
        _row_of_bars(
            axes, places, [found[arm.arm] for arm in result.arms if arm.arm in found], height, colour, name
        )
    axes.set_yticks(range(len(result.arms)), [arm.arm for arm in result.arms], fontsize=8.5)
    axes.set_ylim(len(result.arms) - 0.4, -0.6)
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.legend(frameon=False, fontsize=8.5, ncols=_BARS_OF, loc="lower left", bbox_to_anchor=(0, 1))
    axes.set_xlabel("points of the share of runs, with less without", fontsize=9, color=FAINT)
    _plain(axes)


def _row_of_bars(
    axes: "Axes", places: Sequence[float], rows: Sequence[OutcomeRow], height: float, colour: str, name: str
) -> None:
    lengths = [100 * row.difference for row in rows]
    low = [max(100 * (row.difference - row.low), 0.0) for row in rows]
    high = [max(100 * (row.high - row.difference), 0.0) for row in rows]
    errors = {"ecolor": FAINT, "elinewidth": 0.8}
    axes.barh(
        places, lengths, height=height * 0.9, color=colour, xerr=[low, high], error_kw=errors, label=name
    )


def _plain(axes: "Axes") -> None:
    axes.tick_params(length=0, labelsize=9, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.grid(visible=True, color=GREY, linewidth=0.4, alpha=0.6)
    axes.set_axisbelow(True)


def _frame(figure: "Figure", result: WhatIfResult) -> None:
    word = "calibrated" if result.calibrated else "uncalibrated"
    what = result.arms[0].arm if len(result.arms) == 1 else f"{len(result.arms)} interventions"
    inch = 1 / figure.get_figheight()
    figure.text(0.03, 1 - 0.32 * inch, f"{result.title}: {what}", fontsize=13, fontweight="bold", color=INK)
    said = f"Who leads, judged by conduct: difference over {result.runs:,} pairs of runs, same luck ({word})"
    figure.text(0.03, 1 - 0.58 * inch, said, fontsize=10, color=FAINT)
    origin = (
        f"{result.scenario}, seed {result.seed}, {result.traits} traits, digest {result.digest[:16]}. {_FOOT}"
    )
    figure.text(0.03, 0.12 * inch, origin, fontsize=7.5, color=FAINT)
