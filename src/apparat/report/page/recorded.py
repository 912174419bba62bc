"""What pages of the record share: nothing of it is computed, so that no mechanism stands behind it."""

from collections.abc import Iterable

from rich.table import Table

METHOD = (
    "The record is what the model answers to: statements of sources, and rows of history tables, each with "
    "its source and, for a row, with how far it can be trusted. Nothing on this page is computed by the "
    "model. Where sources contradict each other, every reading stands here."
)
_MONTHS, _DAYS = 12, 365.25


def year_of(date: str) -> float:
    """A year, month or day on an axis of years: `1922-07` is 1922.5."""
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return year + (month - 1) / _MONTHS + (day - 1) / _DAYS


def span(start: str, end: str) -> str:
    """From when to when, in words; empty where neither is known."""
    return start if start == end else f"{start or 'unknown'} to {end or 'unknown'}"


def amount(low: float, high: float | None) -> str:
    """A number or a range; no upper end means that none is known."""
    if high is None:
        return f"at least {low:,g}"
    return f"{low:,g}" if low == high else f"{low:,g} to {high:,g}"


def particulars(title: str, said: Iterable[tuple[str, str]]) -> Table:
    """Words and what stands under them; what is empty is left out."""
    table = Table("what", "said", title=title)
    for word, text in said:
        if text:
            table.add_row(word, text)
    return table


def used(places: Iterable[tuple[str, str, str]]) -> Table:
    """Which part of the model takes something from which entry, and where."""
    table = Table("entry", "part of the model", "where in it", title="Where the model uses it")
    for place in places:
        table.add_row(*place)
    return table
