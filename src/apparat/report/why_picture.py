"""A picture of why: the roll by reason, and how many changes of each size were tried and undo it."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from apparat.report.drawing import ACCENT, FAINT, GREY, INK, PALE, STYLE, WARNING, write
from apparat.results.why import REASONS, ReasonRow, TriedRow, VoteRow, WhyResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_FOOT = "One run of many; ties and weights follow from the model's assumptions."
_ROW = 0.34
"""Inches of a bar."""
_TITLE, _LINE = 0.24, 0.2
"""Inches of a line of the title, and of what stands below it."""
_LETTERS_TITLE, _LETTERS_LINE, _LETTERS_FOOT = 82, 112, 130
"""Letters that fit into such a line, and into one of the foot."""


def save_why_picture(result: WhyResult, path: Path) -> None:
    """Draw and write the picture. Raises ApparatError if it cannot be written."""
    said = f"Apparat, {result.scenario}, why, run {result.run}, event {result.event}, digest {result.digest}"
    write(draw(result), path, said)


def draw(result: WhyResult) -> "Figure":
    """The picture as a matplotlib figure: a panel for each vote, and one for the changes."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    rows = [len(REASONS) + 1] * len(result.votes) + [len(result.tried)]
    title, below = _heading(result)
    head = 0.65 + _TITLE * len(title) + _LINE * len(below)
    height = head + 0.45 + sum(count * _ROW + 0.9 for count in rows)
    with rc_context(STYLE):
        figure = Figure(figsize=(9, height), facecolor="white", layout=None)
        top = height - head
        for place, count in enumerate(rows):
            inches = count * _ROW
            axes = figure.add_axes((0.2, (top - 0.3 - inches) / height, 0.74, inches / height))
            if place < len(result.votes):
                vote = result.votes[place]
                _roll(axes, vote, [row for row in result.reasons if row.event == vote.event])
            else:
                _tried(axes, result.tried)
            top -= inches + 0.9
        _frame(figure, result, title, below)
    return figure


def _roll(axes: "Axes", vote: VoteRow, rows: Sequence[ReasonRow]) -> None:
    """Ballots by what moved them most: against to the left, for to the right."""
    from matplotlib.ticker import MaxNLocator

    scale = 100.0 if vote.by_region else 1.0
    places = range(len(rows))
    for values, colour, side in (
        ([row.votes_for * scale for row in rows], ACCENT, 1),
        ([row.votes_against * scale for row in rows], WARNING, -1),
    ):
        axes.barh(places, [side * value for value in values], height=0.7, color=colour)
        for place, value in enumerate(values):
            if value >= 0.5:
                align = "left" if side > 0 else "right"
                axes.text(
                    side * value, place, f" {value:.0f} ", ha=align, va="center", fontsize=8.5, color=INK
                )
    unit = "% of the assembly" if vote.by_region else "ballots"
    result = f"{vote.votes_for} for, {vote.votes_against} against"
    axes.set_title(
        f"{vote.body}, {vote.month}: {result}; {unit} by what moved them most (against | for)",
        loc="left",
        fontsize=9.5,
        color=INK,
    )
    axes.set_yticks(places, [row.reason for row in rows])
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    _plain(axes)


def _tried(axes: "Axes", rows: Sequence[TriedRow]) -> None:
    """Share of the changes of each size that undo it, with the numbers."""
    for place, row in enumerate(rows):
        share = row.reversed / row.tried if row.tried else 0.0
        axes.barh(place, 100, height=0.7, color=PALE)
        axes.barh(place, 100 * share, height=0.7, color=ACCENT)
        said = f" {row.reversed:,} of {row.tried:,} undo it" + (
            f", {row.for_good:,} for good" if row.reversed else ""
        )
        axes.text(100 * share, place, said, va="center", fontsize=8.5, color=INK)
    axes.set_xlim(0, 100)
    axes.set_title(
        "Single changes tried, the smallest first: share that undoes it, %", loc="left", fontsize=9.5
    )
    axes.set_yticks(range(len(rows)), [row.size for row in rows])
    _plain(axes)


def _plain(axes: "Axes") -> None:
    axes.invert_yaxis()
    axes.margins(x=0.08)
    axes.tick_params(length=0, labelsize=9, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.grid(visible=True, axis="x", color=GREY, linewidth=0.4, alpha=0.6)
    axes.set_axisbelow(True)


def _heading(result: WhyResult) -> tuple[list[str], list[str]]:
    """The event, and the smallest change that undoes it, each in lines that fit."""
    small = result.smallest
    change = f"{small.what}, from {small.from_}" if small else "none found"
    said = f"Smallest change that undoes it: {change}"
    return wrap(result.said, _LETTERS_TITLE), wrap(said, _LETTERS_LINE)


def _frame(figure: "Figure", result: WhyResult, title: Sequence[str], below: Sequence[str]) -> None:
    inch = 1 / figure.get_figheight()
    down = 0.14
    for line in title:
        down += _TITLE
        figure.text(0.03, 1 - down * inch, line, fontsize=12.5, fontweight="bold", color=INK)
    down += 0.06
    for line in below:
        down += _LINE
        figure.text(0.03, 1 - down * inch, line, fontsize=10, color=FAINT)
    word = "calibrated" if result.calibrated else "uncalibrated"
    origin = (
        f"{result.scenario}, seed {result.seed}, run {result.run}, event {result.event} ({word}), "
        f"digest {result.digest}. {_FOOT}"
    )
    foot = "\n".join(wrap(origin, _LETTERS_FOOT))
    figure.text(0.03, 0.1 * inch, foot, fontsize=7.5, color=FAINT, va="bottom")
