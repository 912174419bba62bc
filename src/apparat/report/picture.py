"""A picture of who leads over time: stacked shares of runs, with recorded losses of seats as dated marks."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from apparat.ground.dates import Month
from apparat.report.drawing import COLOURS, FAINT, GREY, INK, PALE, STYLE, write
from apparat.results.ensemble import COLLECTIVE, EnsembleResult, SeatLoss
from apparat.results.series import OTHERS, shares_over_time

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Labels nearer to each other than this share of the height would touch.
_LABEL_GAP = 0.055
# Bands thinner than this at the end get no label there; thicker than that at their peak, one inside.
_ENDS, _ROOM = 0.005, 0.08
# Width that the name beside a mark takes, as a share of the axis.
_MARK_ROOM = 0.1


def save_picture(result: EnsembleResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    said = f"Apparat, {result.scenario}, seed {result.seed}, {result.runs} runs, digest {result.digest}"
    write(draw(result), path, said)


def draw(result: EnsembleResult) -> "Figure":
    """The picture as a matplotlib figure."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(STYLE):
        figure = Figure(figsize=(10, 5.6), facecolor="white", layout=None)
        axes = figure.add_axes((0.06, 0.13, 0.73, 0.62))
        series = shares_over_time(result)
        start = Month.parse(result.start)
        times = [(start.number + month) / 12 for month in range(len(next(iter(series.values()))))]
        colours = _colours(series)
        axes.stackplot(times, list(series.values()), colors=colours, linewidth=0.6, edgecolor="white")
        _frame(axes, times)
        _label(axes, times, series, colours)
        _mark_losses(axes, times, [row for row in result.losses if row.recorded])
        _title(figure, result)
    return figure


def _colours(series: dict[str, list[float]]) -> list[str]:
    special = {COLLECTIVE: GREY, OTHERS: PALE}
    spare = iter(COLOURS)
    return [special.get(name) or next(spare) for name in series]


def _frame(axes: "Axes", times: Sequence[float]) -> None:
    axes.set_xlim(times[0], times[-1])
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    first, last = int(times[0]) + (times[0] % 1 > 0), int(times[-1])
    axes.set_xticks(range(first, last + 1), [str(year) for year in range(first, last + 1)])
    axes.tick_params(length=0, labelsize=9.5, labelcolor=FAINT, pad=6)
    for spine in axes.spines.values():
        spine.set_visible(False)
    for height in (0.25, 0.5, 0.75):
        axes.axhline(height, color="white", linewidth=0.7, alpha=0.55)
    for year in range(first, last + 1):
        axes.axvline(year, color="white", linewidth=0.7, alpha=0.35)


def _label(
    axes: "Axes", times: Sequence[float], series: dict[str, list[float]], colours: Sequence[str]
) -> None:
    """Names at the right edge beside their bands; those whose bands end before it, where they peak."""
    beside: list[tuple[float, str, str]] = []
    base = [0.0] * len(times)
    for (name, shares), colour in zip(series.items(), colours, strict=True):
        peak = max(range(len(shares)), key=shares.__getitem__)
        if shares[-1] >= _ENDS:
            beside.append((base[-1] + shares[-1] / 2, f"{name} {100 * shares[-1]:.0f} %", colour))
        elif shares[peak] >= _ROOM:
            middle = base[peak] + shares[peak] / 2
            axes.text(times[peak], middle, name, color=INK, fontsize=9.5, ha="center", va="center")
        base = [low + share for low, share in zip(base, shares, strict=True)]
    reach = times[-1] - times[0]
    for height, (middle, text, colour) in zip(
        spread([middle for middle, _, _ in beside], _LABEL_GAP), beside, strict=True
    ):
        ends = [times[-1] + 0.002 * reach, times[-1] + 0.014 * reach]
        axes.plot(ends, [middle, height], color=colour, linewidth=1.4, clip_on=False)
        axes.text(times[-1] + 0.02 * reach, height, text, color=INK, fontsize=9.5, va="center")


def spread(wanted: Sequence[float], gap: float) -> list[float]:
    """Heights near the wanted ones (ascending), at least `gap` apart, within 0..1 as far as there is room."""
    heights = list(wanted)
    for i in range(1, len(heights)):
        heights[i] = max(heights[i], heights[i - 1] + gap)
    if heights and heights[-1] > 1:
        heights[-1] = 1.0
        for i in reversed(range(len(heights) - 1)):
            heights[i] = min(heights[i], heights[i + 1] - gap)
    return heights


def _mark_losses(axes: "Axes", times: Sequence[float], losses: Sequence[SeatLoss]) -> None:
    """A dated mark above the frame for each seat lost in the record; one date shares a label."""
    together: dict[float, list[str]] = {}
    for row in sorted(losses, key=lambda row: row.recorded or ""):
        at = Month.parse(row.recorded or "").number / 12
        if times[0] <= at <= times[-1] and row.person not in together.setdefault(at, []):
            together[at].append(row.person)
    reach = times[-1] - times[0]
    dates = sorted(together)
    for at, level in zip(dates, levels(dates, _MARK_ROOM * reach), strict=True):
        top = 1.03 + 0.052 * level
        axes.plot(
            [at, at], [0, top + 0.03], color=INK, linewidth=0.8, alpha=0.7, clip_on=False, dashes=(3, 2)
        )
        axes.text(at + 0.006 * reach, top, ", ".join(together[at]), fontsize=8.5, color=INK, va="bottom")


def levels(dates: Sequence[float], room: float) -> list[int]:
    """How high each mark's label stands: above the next one's when that begins within `room`.

    The line of a later mark then ends below the label of an earlier one, and none crosses a name.
    """
    found = [0] * len(dates)
    for i in reversed(range(len(dates) - 1)):
        found[i] = found[i + 1] + 1 if dates[i + 1] - dates[i] < room else 0
    return found


def _title(figure: "Figure", result: EnsembleResult) -> None:
    word = "calibrated" if result.calibrated else "uncalibrated"
    figure.text(0.06, 0.945, result.title, fontsize=15, fontweight="bold", color=INK)
    figure.text(
        0.06,
        0.9,
        f"Who leads, judged by conduct: share of {result.runs:,} simulated histories ({word})",
        fontsize=10.5,
        color=FAINT,
    )
    if any(row.recorded for row in result.losses):
        said = "dashed: seat lost in the record"
        figure.text(0.98, 0.9, said, fontsize=9, color=FAINT, style="italic", ha="right")
    origin = f"{result.scenario}, seed {result.seed}, {result.traits} traits, digest {result.digest[:16]}"
    said = f"{origin}. Shares follow from the model's assumptions; they are no forecast."
    figure.text(0.06, 0.03, said, fontsize=8, color=FAINT)
