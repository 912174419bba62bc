"""An ensemble's answer as tables and a chart for the terminal."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from apparat.report.bars import curve
from apparat.results.conclusion import percent, span
from apparat.results.ensemble import EnsembleResult, LeaderShare, Margin, MotionCompared, SeatLoss, Yardstick
from apparat.results.series import shares_over_time
from apparat.results.words import month_name

_CHART_LINES = 2
_WIDEST_CHART = 93
_LEAST_SHARE = 0.005
_MOST_LEADERS = 8
_YARDSTICKS: tuple[Yardstick, ...] = ("conduct", "power", "no alternative left")


def report(result: EnsembleResult, *, width: int, plain: bool) -> Iterator[RenderableType]:
    """Everything an ensemble says, a renderable at a time; `plain` keeps to ASCII."""
    yield Text(f"{result.title}: {result.runs:,} runs, {result.start} to {result.end}", style="bold")
    yield Text()
    yield chart(result, width=width, plain=plain)
    yield leaders(result)
    if result.losses:
        yield losses(result.losses)
    if result.motions:
        yield motions(result.motions)
    if result.margins:
        yield margins(result.margins)
    yield Text(result.conclusion, style="bold")
    yield Text(
        f"Digest: {result.digest}  seed: {result.seed}" + (f"  store: {result.store}" if result.store else "")
    )


def chart(result: EnsembleResult, *, width: int, plain: bool) -> RenderableType:
    """Share of runs led, judged by conduct, a curve a person; full height is all runs."""
    series = shares_over_time(result)
    names = max(len(name) for name in series)
    columns = min(width - names - 13, _WIDEST_CHART)
    lines = [Text("Share of runs led, judged by conduct (full height: all runs)", style="dim")]
    for name, shares in series.items():
        *above, last = curve(shares, columns, _CHART_LINES, plain=plain)
        lines += [Text(" " * (names + 1) + line) for line in above if line.strip()]
        lines.append(Text(f"{name:>{names}} {last} {percent(shares[-1])}"))
    axis = result.start + result.end.rjust(columns - len(result.start))
    return Group(*lines, Text(" " * (names + 1) + axis, style="dim"), Text())


def leaders(result: EnsembleResult) -> RenderableType:
    """Who leads in the last month under each yardstick, with both intervals."""
    table = _table(f"Who leads in {month_name(result.end)}", "judged by", "person")
    for heading in ("share", "by luck", "between sets"):
        table.add_column(heading, justify="right", no_wrap=True)
    for yardstick in _YARDSTICKS:
        rows = [row for row in result.leaders if row.yardstick == yardstick]
        shown = [row for row in rows[:_MOST_LEADERS] if row.share >= _LEAST_SHARE]
        for place, row in enumerate(shown):
            shares = (percent(row.share), span(row.low, row.high), _sets(row))
            table.add_row(yardstick if place == 0 else "", row.person, *shares)
        rest = rows[len(shown) :]
        if rest:
            table.add_row("", f"{len(rest)} others", percent(sum(row.share for row in rest)), "", "")
        table.add_section()
    return table


def losses(rows: Sequence[SeatLoss]) -> RenderableType:
    """When seats were lost, beside the record."""
    table = _table("Seats lost", "person", "body")
    for heading in ("runs", "5 %", "median", "95 %", "recorded"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        if row.share >= 0.01 or row.recorded:
            dates = (row.early, row.median, row.late, row.recorded)
            table.add_row(row.person, row.body, percent(row.share), *(date or "-" for date in dates))
    return table


def motions(rows: Sequence[MotionCompared]) -> RenderableType:
    """Recorded motions: the share for in the model and in the record."""
    table = _table("Recorded motions, share for (90 %: of runs)", "motion", "date")
    table.add_column("body", min_width=10)
    for heading in ("model", "90 %", "recorded"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            row.motion,
            row.month,
            row.body,
            "-" if row.median is None else percent(row.median),
            "-" if row.low is None or row.high is None else span(row.low, row.high),
            _recorded(row),
        )
    return table


def margins(rows: Sequence[Margin]) -> RenderableType:
    """How the model's own contests went, body by body."""
    table = _table("The model's own contests", "body")
    for heading in ("a run", "carried", "median for", "90 % of contests"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            row.body, f"{row.per_run:.1f}", percent(row.carried), percent(row.median), span(row.low, row.high)
        )
    return table


def _table(title: str, *left: str) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left", title_style="bold", pad_edge=False)
    for heading in left:
        table.add_column(heading)
    return table


def _sets(row: LeaderShare) -> str:
    if row.sets_low is None or row.sets_high is None:
        return "one set"
    # Sets whose shares differ by no more than luck explains have no range of their own.
    return span(row.sets_low, row.sets_high) if row.sets_high > row.sets_low else "as luck"


def _recorded(row: MotionCompared) -> str:
    if row.recorded_share is None:
        return "no count"
    return f"{percent(row.recorded_share)} ({row.recorded_for}:{row.recorded_against})"
