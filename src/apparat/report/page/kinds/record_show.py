"""One statement or row of the record on a page: what it says, on whose word, and who says otherwise."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table

from apparat.report.page.charts import Bar, Bars
from apparat.report.page.recorded import METHOD, amount, particulars, span
from apparat.report.page.told import Figure, Told
from apparat.results.record import DisagreementEntry, ShowResult

_BALLOTS = {"in_favour": "for", "against": "against", "abstained": "abstained"}


def told(result: ShowResult) -> Told:
    """What one entry says of itself."""
    disputes = result.disagreements
    references = [each for one in disputes for reading in one.variants for each in reading.references]
    return Told(
        title=f"The record: {result.id}",
        question="What does the record say here, on whose word, and who says otherwise?",
        answer=(_said(result), *(f"Disputed: {one.issue}." for one in disputes)),
        method=(METHOD, f"`apparat record show {result.id}` gives the same."),
        figures=(*_votes(result), *map(_readings, filter(_is_measured, disputes))),
        tables=(particulars("The entry", _particulars(result)), *map(_disputed, disputes)),
        facts=tuple(dict.fromkeys([result.id, *references])),
        modelled=False,
    )


def _said(result: ShowResult) -> str:
    return result.fact.claim if result.fact else result.row.summary if result.row else ""


def _particulars(result: ShowResult) -> Iterator[tuple[str, str]]:
    fact, row = result.fact, result.row
    if fact:
        yield "date", span(fact.date_from, fact.date_to) + (" (inferred)" if fact.dates_inferred else "")
        yield "kind", fact.kind
        if fact.value_low is not None:
            yield "figure", f"{amount(fact.value_low, fact.value_high)} {fact.unit}"
        yield "bodies", ", ".join(fact.bodies)
        yield "source", fact.source
        yield "remark", fact.remark
    elif row:
        yield "date", span(row.date_from, row.date_to)
        yield "table", row.table
        yield "source", row.source
        yield "confidence", f"{row.confidence}; {row.basis}"
        yield "note", row.note
    yield "systems", "; ".join(f"{one.id} {one.title}" for one in result.systems)
    for name, value in _columns(result).items():
        yield name.replace("_", " "), "" if value in (None, "", []) else str(value)


def _columns(result: ShowResult) -> dict[str, Any]:
    """A row's own columns, as in JSON."""
    found: dict[str, Any] = result.model_dump(mode="json")["values"]
    return found


def _votes(result: ShowResult) -> Iterator[Figure]:
    """How a vote ended, if the entry is one that was counted."""
    columns = _columns(result)
    cast = {one["answer"]: one["votes"] for one in columns.get("options") or []}
    cast |= {word: columns[name] for name, word in _BALLOTS.items() if columns.get(name) is not None}
    if not cast:
        return
    rows = [
        Bar(word, (0, count), f"{count:,}", shade=place) for place, (word, count) in enumerate(cast.items())
    ]
    yield Figure(
        "How it was voted", f"{result.headline().partition(': ')[2]}.", Bars(rows, "votes", ("", "votes"))
    )


def _is_measured(dispute: DisagreementEntry) -> bool:
    return any(reading.low is not None for reading in dispute.variants)


def _readings(dispute: DisagreementEntry) -> Figure:
    """Readings that give numbers, beside each other: a point where one number is given."""
    rows, ends = [], []
    for reading in dispute.variants:
        if reading.low is None:
            continue
        high = reading.low if reading.high is None else reading.high
        ends += [reading.low, high]
        inner = (reading.low, high) if high > reading.low else None
        said = f"{amount(reading.low, reading.high)} {reading.unit}".strip()
        rows.append(Bar(reading.reading, None, said, inner=inner, tick=None if inner else reading.low))
    low, high = min(ends), max(ends)
    room = (high - low) / 4 or 1.0
    unit = next((reading.unit for reading in dispute.variants if reading.unit), "")
    return Figure(
        f"Disputed: {dispute.issue}",
        "A mark is a number that a source gives, a line a range.",
        Bars(rows, unit, ("reading", "number"), (low - room, high + room)),
    )


def _disputed(dispute: DisagreementEntry) -> Table:
    table = Table(
        "reading", "taken unless another is chosen", "on the word of", title=f"Disputed: {dispute.issue}"
    )
    for reading in dispute.variants:
        table.add_row(reading.reading, "yes" if reading.default else "", ", ".join(reading.references))
    return table
