"""What each cause contributed, as tables for the terminal."""

from collections.abc import Iterator, Sequence
from typing import get_args

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.results.conclusion import percent, points, span
from apparat.results.ensemble import Yardstick
from apparat.results.explain import ContributionRow, EndRow, ExplainResult, InteractionRow, SwitchRow
from apparat.results.words import month_name

_YARDSTICKS: tuple[Yardstick, ...] = get_args(Yardstick)
_PAIRS = 6


def report(result: ExplainResult) -> Iterator[RenderableType]:
    """Everything an explanation says, a renderable at a time; the JSON has every coalition."""
    yield Text(f"{result.title}: why {result.person}?", style="bold")
    yield Text()
    yield causes(result.causes, result.runs)
    yield ends(result.ends, result.end)
    yield contributions(result.contributions)
    yield interactions(result.interactions, result.contributions)
    yield Text(cost(result))
    yield Text(result.conclusion, style="bold")
    yield Text(f"Digest: {result.digest}\nSeed: {result.seed}")


def causes(rows: Sequence[SwitchRow], runs: int) -> RenderableType:
    """What is switched, and the level that stands for its absence."""
    table = _table("Causes, and how things stand without each", "cause", "from", "without it")
    table.add_column("acts", justify="right")
    for row in rows:
        table.add_row(row.cause, row.from_, row.neutral, percent(row.acted / runs))
    return table


def ends(rows: Sequence[EndRow], end: str) -> RenderableType:
    """How often he leads with all causes and with none."""
    table = _table(f"Share of runs led in {month_name(end)}", "judged by")
    for heading in ("all causes", "by luck", "none", "by luck", "all of it"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        everything = (percent(row.everything), span(row.everything_low, row.everything_high))
        nothing = (percent(row.nothing), span(row.nothing_low, row.nothing_high))
        table.add_row(row.yardstick, *everything, *nothing, points(row.difference))
    return table


def contributions(rows: Sequence[ContributionRow]) -> RenderableType:
    """Shapley values under each definition of leading, the largest by conduct first."""
    table = _table("What each contributed, in points of the share of runs (95 %)", "cause")
    for heading in (*_YARDSTICKS, "alone", "last"):
        table.add_column(heading, justify="right")
    found = {(row.cause, row.yardstick): row for row in rows}
    by_conduct = sorted((row for row in rows if row.yardstick == "conduct"), key=lambda row: -row.value)
    for row in by_conduct:
        values = [_value(found[row.cause, yardstick]) for yardstick in _YARDSTICKS]
        table.add_row(row.name, *values, _end(row.alone), _end(row.last))
    return table


def interactions(rows: Sequence[InteractionRow], named: Sequence[ContributionRow]) -> RenderableType:
    """The pairs that do most together, or stand in for each other most, by conduct."""
    table = _table("What two do together beyond each apart, in points, by conduct", "one", "other")
    table.add_column("points", justify="right")
    table.add_column("95 %", justify="right", no_wrap=True)
    names = {row.cause: row.name for row in named}
    for row in [row for row in rows if row.yardstick == "conduct"][:_PAIRS]:
        table.add_row(
            names[row.one],
            names[row.other],
            points(row.value),
            f"{points(row.low)} to {points(row.high)}",
        )
    return table


def cost(result: ExplainResult) -> str:
    """What was played, against every coalition alone."""
    how = "every coalition" if result.exact else "the coalitions of sampled orders"
    share = percent(result.months_played / result.months_full)
    fewer = f" (of {result.runs_asked:,} asked)" if result.runs < result.runs_asked else ""
    return (
        f"{result.runs:,} runs{fewer}, each in {how}: {result.histories:,} histories. Months played: "
        f"{result.months_played:,}, {share} of {result.months_full:,}. 'Alone' is what a cause adds to none, "
        "'last' what goes with it from all; both by conduct."
    )


def _value(row: ContributionRow) -> str:
    return f"{points(row.value)} ± {100 * (row.high - row.value):.0f}"


def _end(value: float | None) -> str:
    return "-" if value is None else points(value)


def _table(title: str, *left: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in left:
        table.add_column(heading)
    return table
