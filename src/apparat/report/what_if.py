"""What an intervention changes, as tables for the terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.report.names import Name
from apparat.results.conclusion import percent, points, signed
from apparat.results.what_if import ArmRow, DecisionRow, EditRow, OutcomeRow, PairRow, WhatIfResult
from apparat.results.words import decision, month_name

_LEAST = 0.005
_PEOPLE, _KINDS, _LINES = 6, 10, 16
_NEVER = "never"


def report(result: WhatIfResult) -> Iterator[RenderableType]:
    """Everything an intervention says, a renderable at a time; the JSON has all of it."""
    yield Text(f"{result.title}: what if", style="bold")
    if result.question:
        yield Text(result.question)
    for place, row in enumerate(result.arms, start=1):
        yield Text(f"{place}: {row.arm}")
    yield Text()
    yield arms(result.arms, result.runs)
    for line in idle(result.edits):
        yield Text(line)
    yield outcomes(result.outcomes, result.end)
    if len(result.arms) == 1:
        yield decisions(result.decisions)
        yield from pair(result.pair)
    yield Text(cost(result))
    yield Text(result.conclusion, style="bold")
    yield Text(f"Digest: {result.digest}\nSeed: {result.seed}")


def arms(rows: Sequence[ArmRow], runs: int) -> RenderableType:
    """How often each intervention took hold, and when runs part."""
    table = _table(f"{runs:,} pairs of runs", "", "from")
    for heading in ("applied", "part", "first", "half by", "other leader"):
        table.add_column(heading, justify="right", no_wrap=True)
    for place, row in enumerate(rows, start=1):
        since = "opening" if row.opening else row.from_
        dates = (row.first or _NEVER, row.median or _NEVER)
        table.add_row(f"{place}", since, f"{row.applied:,}", f"{row.parted:,}", *dates, f"{row.changed:,}")
    return table


def idle(rows: Sequence[EditRow]) -> Iterator[str]:
    """Settings that changed nothing in any run."""
    for row in rows:
        if row.applied == 0:
            yield f"No run was changed by {row.path} = {row.value} ({row.arm})."


def outcomes(rows: Sequence[OutcomeRow], end: str) -> RenderableType:
    """Who leads in the last month, with and without, under each definition of leading."""
    table = _table(f"Who leads in {month_name(end)}, in points of the share of runs", "judged by", "person")
    for heading in ("without", "with", "change", "95 %", "variance"):
        table.add_column(heading, justify="right", no_wrap=True)
    places = {arm: place for place, arm in enumerate(dict.fromkeys(row.arm for row in rows), start=1)}
    for (arm, yardstick), group in groupby(rows, key=lambda row: (row.arm, row.yardstick)):
        seen = [row for row in group if max(row.without, row.with_) >= _LEAST]
        told = sorted(seen, key=lambda row: -max(row.without, row.with_))[:_PEOPLE]
        first = f"{places[arm]}: {yardstick}" if len(places) > 1 else yardstick
        for row in seen:
            if row in told:
                table.add_row(first, Name(row.person), *_compared(row))
                first = ""
        if rest := [row for row in seen if row not in told]:
            table.add_row("", f"{len(rest)} other{'s' if len(rest) > 1 else ''}", *_summed(rest))
    return table


def _compared(row: OutcomeRow) -> tuple[str, ...]:
    """The numbers of one person."""
    ratio = "-" if row.variance_ratio is None else f"{row.variance_ratio:.2f}"
    apart = (points(row.difference), f"{points(row.low)} to {points(row.high)}", ratio)
    return (percent(row.without), percent(row.with_), *apart)


def _summed(rows: Sequence[OutcomeRow]) -> tuple[str, ...]:
    """What the seldom leaders have together."""
    without, with_ = sum(row.without for row in rows), sum(row.with_ for row in rows)
    return percent(without), percent(with_), points(with_ - without), "", ""


def decisions(rows: Sequence[DecisionRow]) -> RenderableType:
    """The kinds of decision that change in most runs."""
    table = _table("Decisions that change, a run", "what")
    for heading in ("without", "with", "change", "95 %", "of runs"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows[:_KINDS]:
        span = (
            "-" if row.low is None or row.high is None else f"{signed(row.low, 2)} to {signed(row.high, 2)}"
        )
        numbers = (f"{row.without:.2f}", f"{row.with_:.2f}", signed(row.difference, 2), span)
        table.add_row(decision(row.kind, row.motion, row.body), *numbers, percent(row.changed))
    return table


def pair(rows: Sequence[PairRow]) -> Iterator[RenderableType]:
    """One pair of runs, told where the two differ."""
    if not rows:
        return
    yield Text(f"Run {rows[0].run}, where its pair differs", style="bold")
    lines = Table.grid(padding=(0, 2, 0, 0))
    for row in islice(rows, _LINES):
        lines.add_row(f"  {row.month}", row.only, row.said)
    yield lines
    if len(rows) > _LINES:
        yield Text(f"  and {len(rows) - _LINES} more (--json has all)")
    yield Text()


def cost(result: WhatIfResult) -> str:
    """What was played, against full ensembles."""
    share = percent(result.months_played / result.months_full)
    return (
        f"Months played: {result.months_played:,}, {share} of the {result.months_full:,} that a full "
        "ensemble for each side would take. Variance: of paired against unpaired runs; below 1 pairing "
        "saves runs."
    )


def _table(title: str, *left: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in left:
        table.add_column(heading)
    return table
