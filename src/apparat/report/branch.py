"""Branches as text: how much was decided by each date, and the tree of outcomes."""

from collections import Counter
from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from apparat.report.bars import bar
from apparat.results.branch import BranchResult, TreeRow
from apparat.results.conclusion import percent, span
from apparat.results.words import month_name

_PEOPLE = 8
_BAR = 20


def report(result: BranchResult, *, plain: bool = False) -> Iterator[RenderableType]:
    """Everything branches say, a renderable at a time. `plain`: no block characters."""
    yield Text(f"{result.title}: branches", style="bold")
    yield Text(f"{result.pasts:,} pasts, {result.endings:,} endings of each from each date")
    yield Text()
    yield dates(result)
    yield outcomes(result)
    for date in result.at:
        yield tree(result, date, plain=plain)
        yield Text()
    yield Text(cost(result))
    yield Text(result.conclusion, style="bold")
    yield Text(f"Digest: {result.digest}\nSeed: {result.seed}")


def dates(result: BranchResult) -> RenderableType:
    """How much of who leads in the end was decided, by each definition of leading."""
    table = _table(f"How much of who leads in {month_name(result.end)} was decided", "by", "judged by")
    for heading in ("decided", "95 %", "led already"):
        table.add_column(heading, justify="right", no_wrap=True)
    last = ""
    for row in result.dates:
        led = "-" if row.led is None else percent(row.led)
        date = month_name(row.date) if row.date != last else ""
        table.add_row(date, row.yardstick, percent(row.decided), span(row.low, row.high), led)
        last = row.date
    return table


def outcomes(result: BranchResult) -> RenderableType:
    """Who leads in the end, by conduct, and how far pasts differ over him."""
    table = _table(
        "Who leads in the end, by conduct, in all pasts and in those with least and most of it",
        "from",
        "person",
    )
    for heading in ("share", "least", "most", "decided"):
        table.add_column(heading, justify="right", no_wrap=True)
    for date in result.at:
        rows = [row for row in result.outcomes if (row.date, row.yardstick) == (date, "conduct")]
        first = month_name(date)
        for row in rows[:_PEOPLE]:
            shares = (row.share, row.least, row.most, row.decided)
            table.add_row(first, row.person, *(percent(share) for share in shares))
            first = ""
        if rest := rows[_PEOPLE:]:
            table.add_row("", _others(len(rest)), percent(sum(row.share for row in rest)), "", "", "")
    return table


def tree(result: BranchResult, date: str, *, plain: bool) -> RenderableType:
    """One date: who led then, and who leads in the end, with shares of all endings from there."""
    rows = [row for row in result.tree if row.date == date]
    root = Tree(Text(f"{month_name(date)}: who led then, by conduct, and who leads in the end", style="bold"))
    for leads in _by_pasts(rows):
        mine = [row for row in rows if row.leads == leads]
        pasts = len({row.run for row in mine})
        limb = root.add(Text(f"{leads or 'the opening'} ({_pasts(pasts)} of {result.pasts:,})"))
        ends: Counter[str] = Counter()
        for row in mine:
            ends[row.person] += row.endings
        told = ends.most_common(_PEOPLE)
        if rest := ends.total() - sum(count for _, count in told):
            told.append((_others(len(ends) - _PEOPLE), rest))
        for person, count in told:
            share = count / (pasts * result.endings)
            limb.add(Text(f"{bar(share, _BAR, plain=plain)} {percent(share):>5} {person}"))
    return root


def cost(result: BranchResult) -> str:
    """What was played, against runs that share nothing."""
    share = percent(result.months_played / result.months_full)
    said = (
        f"Months: {result.months_played:,}, {share} of the {result.months_full:,} that as many runs would "
        f"take from the first month on; played now: {result.months_now:,}."
    )
    return f"{said} Kept in {result.store}." if result.store else said


def _by_pasts(rows: list[TreeRow]) -> list[str | None]:
    """Who led when the date came, whoever led most pasts first."""
    pasts = {row.run: row.leads for row in rows}
    return [leads for leads, _ in Counter(pasts.values()).most_common()]


def _others(count: int) -> str:
    return f"{count} other{'s' if count > 1 else ''}"


def _pasts(count: int) -> str:
    return f"{count:,} past{'s' if count != 1 else ''}"


def _table(title: str, *left: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in left:
        table.add_column(heading, no_wrap=True)
    return table
