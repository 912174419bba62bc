"""The record in the terminal: readable at 80 columns, plain where there is no terminal."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from apparat import record


def entries(found: list[record.Fact | record.Row]) -> None:
    """Search results: each its id, dates and what it says; the counts last."""
    console = _console()
    for one in found:
        console.print(_heading(one.id, _span(one.span)))
        console.print(Padding(Text(one.summary), (0, 0, 0, 2), expand=False))
    facts = sum(isinstance(one, record.Fact) for one in found)
    console.print(Text(f"\n{_count(facts, 'fact')}, {_count(len(found) - facts, 'row')}"))


def entry(found: record.Fact | record.Row) -> None:
    """One fact or row, line by line, with its systems and the disagreements it belongs to."""
    console = _console()
    console.print(_heading(found.id, _span(found.span)))
    console.print(Padding(Text(found.summary), (0, 0, 1, 2), expand=False))
    lines = Table.grid(padding=(0, 2))
    lines.add_column(no_wrap=True, style="dim")
    lines.add_column()
    for label, value in _lines(found):
        if value:
            lines.add_row(label, Text(value))
    console.print(Padding(lines, (0, 0, 0, 2), expand=False))
    for dispute in record.disagreements_over(found.id):
        _print_dispute(console, dispute)


def people_table(people: Iterable[record.Person]) -> None:
    """One line a person."""
    table = _table("name", "lived", "Politburo", "offices", "CC of", "facts")
    table.columns[-1].justify = "right"
    for one in people:
        table.add_row(
            one.name,
            f"{one.born or ''}-{one.died or ''}" if one.born else "",
            _years(spell.span for spell in one.politburo),
            ", ".join(dict.fromkeys(spell.role.replace("_", " ") for spell in one.offices)),
            _ranges(one.committees),
            str(len(one.facts) or ""),
        )
    _console().print(table)


def bodies_table(bodies: Iterable[record.Body]) -> None:
    """One line a body."""
    table = _table("id", "kind", "facts", "votes", "size")
    for column in table.columns[2:4]:
        column.justify = "right"
    for one in bodies:
        facts, votes = str(len(one.facts) or ""), str(len(one.votes) or "")
        table.add_row(one.id, one.kind, facts, votes, _sizes(one.sizes))
    _console().print(table)


def congresses_table(congresses: Iterable[record.Congress]) -> None:
    """One line a congress."""
    table = _table("no.", "from", "to", "voting", "advisory", "members", "CC", "trust")
    for column in table.columns[1:3]:
        column.no_wrap = True
    for column in (table.columns[0], *table.columns[3:7]):
        column.justify = "right"
    for one in congresses:
        counts = (one.voting_delegates, one.consultative_delegates, one.members_represented)
        committee = f"{one.cc_full}+{one.cc_candidate}" if one.cc_full else ""
        table.add_row(str(one.number), one.start, one.end, *map(_number, counts), committee, one.confidence)
    table.caption = "CC: full members + candidates elected"
    _console().print(table)


def votes_table(votes: Iterable[record.Vote]) -> None:
    """One line a vote."""
    table = _table("date", "body", "question", "count", "trust")
    for one in votes:
        table.add_row(one.date, one.body, one.question, one.result, one.confidence)
    _console().print(table)


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), collapse_padding=True)
    for index, column in enumerate(columns):
        table.add_column(column, no_wrap=index == 0, overflow="fold")
    return table


def _heading(id_: str, dates: str) -> Text:
    return Text.assemble((id_, "bold cyan"), (f"  {dates}" if dates else "", "dim"))


def _lines(found: record.Fact | record.Row) -> list[tuple[str, str]]:
    systems = [(f"system {one.id}", one.title) for one in record.systems_of(found.id)]
    if isinstance(found, record.Fact):
        dates = _span(found.span)
        figure = _figure(found.value_low, found.value_high, found.unit)
        return [
            ("kind", found.kind),
            ("figure", figure),
            ("dates", f"{dates} (inferred, no evidence)" if dates and found.dates_inferred else dates),
            ("about", ", ".join(found.subjects)),
            ("bodies", ", ".join(found.bodies)),
            ("source", found.source),
            ("remark", found.remark),
            *systems,
        ]
    columns = ((name.replace("_", " "), _shown(value)) for name, value in record.columns(found).items())
    trust = f"{found.confidence} ({found.basis})"
    return [*columns, ("source", found.source), ("confidence", trust), ("note", found.note)]


def _print_dispute(console: Console, dispute: record.Disagreement) -> None:
    console.print(Text(f"\nDisputed: {dispute.issue}", style="bold"))
    for variant in dispute.variants:
        mark = " (default)" if variant.default else ""
        console.print(Padding(Text(f"{variant.id}{mark}: {variant.reading}"), (0, 0, 0, 2), expand=False))
        console.print(Padding(Text(", ".join(variant.references), style="dim"), (0, 0, 0, 4), expand=False))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(f"{one.answer} {one.votes}{'+' if one.at_least else ''}" for one in value)
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return "" if value is None else str(value)


def _figure(low: float | None, high: float | None, unit: str) -> str:
    if low is None:
        return ""
    if high is None:
        return f"at least {low:,g} {unit}"
    return f"{low:,.12g} {unit}" if low == high else f"{low:,.12g} to {high:,.12g} {unit}"


def _span(span: tuple[str, str]) -> str:
    start, end = span
    if start == end or not end:
        return start
    return f"{start} to {end}" if start else f"until {end}"


def _years(spans: Iterable[tuple[str, str]]) -> str:
    """Spells by year, those that meet within a year joined: `1919-26`."""
    joined: list[list[str]] = []
    for start, end in sorted(spans):
        if joined and start[:4] <= joined[-1][1][:4]:
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    return ", ".join(start[:4] + (f"-{end[2:4]}" if end[:4] > start[:4] else "") for start, end in joined)


def _ranges(numbers: Iterable[int]) -> str:
    """`6, 8-12` for 6, 8, 9, 10, 11, 12."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in runs)


def _sizes(sizes: tuple[record.Size, ...]) -> str:
    shown = [f"{_figure(s.low, s.high, s.unit)}{f' ({s.date[:4]})' if s.date else ''}" for s in sizes]
    if len(shown) > 4:
        shown = [*shown[:3], f"... {len(shown) - 4} more", shown[-1]]
    return "; ".join(shown)


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
