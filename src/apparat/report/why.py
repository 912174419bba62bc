"""Why, for the terminal: prose, the roll by reason, appointments, draws, and what was tried."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.results.conclusion import percent
from apparat.results.why import (
    ChangeRow,
    DrawRow,
    EventsResult,
    LinkRow,
    ReasonRow,
    TriedRow,
    VoteRow,
    WhyResult,
)

_LINES = 10
_WIDE = 44


def report(result: WhyResult) -> Iterator[RenderableType]:
    """Everything that a question answers, a renderable at a time; the JSON has all rows."""
    yield Text(f"{result.title}: why, run {result.run}, event {result.event}", style="bold")
    for paragraph in result.prose:
        yield Text(f"{paragraph}\n")
    for vote in result.votes:
        yield roll(vote, [row for row in result.reasons if row.event == vote.event])
    made = [row for row in result.links if row.appointed is not None]
    if made:
        yield appointments(made)
    mattered = [row for row in result.draws if row.reversed or row.by_another]
    if mattered:
        yield luck(mattered)
    yield tried(result.tried)
    undone = [row for row in result.changes if row.outcome != "stands"]
    if undone:
        yield changes(undone)
    yield Text(f"Digest: {result.digest}  seed: {result.seed}  store: {result.store}")


def events(result: EventsResult) -> Iterator[RenderableType]:
    """The events that can be asked about, with their numbers."""
    table = _table(
        f"Run {result.run}: events to ask about", ("event", "right"), ("month", "left"), ("", "left")
    )
    for row in result.events:
        table.add_row(f"{row.event}", row.month, row.said)
    yield table
    yield Text(f"Next: {result.command} EVENT")


def roll(vote: VoteRow, rows: Sequence[ReasonRow]) -> RenderableType:
    """A roll by reason: whom each moved most, its mean push, and who would have turned without it."""
    unit = "shares of the assembly" if vote.by_region else "ballots"
    table = _table(f"{vote.body}, {vote.month}: {unit} by what moved them most", ("reason", "left"))
    for heading in ("for", "against", "abstained", "push", "turn without"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        counts = [_amount(vote, count) for count in (row.votes_for, row.votes_against, row.abstained)]
        own = ("", "") if row.reason == "chance" else (f"{row.push:+.2f}", _amount(vote, row.turned))
        table.add_row(row.reason, *counts, *own)
    return table


def appointments(rows: Sequence[LinkRow]) -> RenderableType:
    """The ties that an appointment of this run made or renewed, those of most voters first."""
    table = _table("Appointments behind the roll", ("client", "left"), ("given by", "left"), ("post", "left"))
    table.add_column("month", no_wrap=True)
    table.add_column("voters", justify="right")
    for row in islice(rows, _LINES):
        table.add_row(row.client, row.patron, _short(row.post or ""), row.appointed, f"{row.voters}")
    _more(table, len(rows))
    return table


def luck(rows: Sequence[DrawRow]) -> RenderableType:
    """Draws that mattered: how often another draw undoes it, or leaves it to another to move."""
    table = _table("Luck, drawn anew", ("whose", "left"), ("what", "left"), ("month", "left"))
    table.add_column("undone", justify="right", no_wrap=True)
    table.add_column("by another", justify="right", no_wrap=True)
    for row in islice(rows, _LINES):
        counts = (f"{row.reversed} of {row.tries}", f"{row.by_another}")
        table.add_row(_short(row.whom), row.decision, row.month, *counts)
    _more(table, len(rows))
    return table


def tried(rows: Sequence[TriedRow]) -> RenderableType:
    """How many changes were tried, the smallest kind first."""
    table = _table("Single changes, the smallest first", ("change", "left"))
    for heading in ("tried", "idle", "undo it", "for good"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(row.size, f"{row.tried}", f"{row.idle}", f"{row.reversed}", f"{row.for_good}")
    return table


def changes(rows: Sequence[ChangeRow]) -> RenderableType:
    """The changes that undo it, in the order of their size; those of one path and month together."""
    table = _table("What undoes it", ("change", "left"), ("what", "left"), ("from", "left"))
    table.add_column("comes to the same", no_wrap=True)
    alike = [list(group) for _, group in groupby(rows, key=lambda row: (row.size, row.path, row.from_))]
    for group in islice(alike, _LINES):
        others = len(group) - 1
        what = group[0].what + (f", or {others} other{'s' if others > 1 else ''}" if others else "")
        never = sum(row.later is None for row in group)
        later = "never" if never == len(group) else min(row.later for row in group if row.later is not None)
        often = f" (never in {never})" if 0 < never < len(group) else ""
        table.add_row(group[0].size, what, group[0].from_, f"{later}{often}")
    _more(table, len(alike))
    return table


def _amount(vote: VoteRow, amount: float) -> str:
    return percent(amount) if vote.by_region else f"{amount:.0f}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDE else f"{text[: _WIDE - 3]}..."


def _more(table: Table, count: int) -> None:
    if count > _LINES:
        table.add_row(f"and {count - _LINES} more (--json)")


def _table(title: str, *columns: tuple[str, str]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading, side in columns:
        table.add_column(heading, justify="right" if side == "right" else "left")
    return table
