"""What an answer hangs on, as tables for the terminal."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.results.conclusion import percent, points, span
from apparat.results.sensitivity import Effect, Index, OutcomeSpread, SensitivityResult, SourceEffect

_MOST = 12
_CHANGE = 0.005
Told = TypeVar("Told", Effect, Index, SourceEffect)


def report(result: SensitivityResult) -> Iterator[RenderableType]:
    """Everything an analysis says, a renderable at a time; the strongest effects only."""
    yield Text(f"{result.title}: what the answer hangs on", style="bold")
    yield Text()
    yield outcomes(result.outcomes)
    yield effects(result.effects)
    yield indices(result.indices)
    if result.sources:
        yield sources(result.sources)
    yield Text(result.conclusion, style="bold")
    yield Text(f"Seed: {result.seed}  sets played: {result.draws:,}  runs of each: {result.runs}")


def outcomes(rows: Sequence[OutcomeSpread]) -> RenderableType:
    """How far the outcomes move at all."""
    table = _table("Who leads at the end, over the whole ranges of all parameters", "leads")
    for heading in ("mean", "90 % of sets", "by luck"):
        table.add_column(heading, justify="right")
    for row in rows:
        table.add_row(row.outcome, percent(row.mean), span(row.low, row.high), percent(row.by_luck))
    return table


def effects(rows: Sequence[Effect]) -> RenderableType:
    """The strongest effects on each outcome."""
    table = _table("Effect of a move across the whole range, in points of the share of runs", "leads")
    table.add_column("parameter")
    for heading in ("strength", "direction", "by luck"):
        table.add_column(heading, justify="right")
    for outcome, mine in _by_outcome(rows).items():
        for place, row in enumerate([row for row in mine if row.noticeable][:_MOST]):
            shares = (f"{100 * row.strength:.0f}", points(row.direction), f"{100 * row.by_luck:.0f}")
            table.add_row(outcome if place == 0 else "", row.parameter, *shares)
        table.add_section()
    return table


def indices(rows: Sequence[Index]) -> RenderableType:
    """Sobol indices of the strongest parameters."""
    table = _table("Sobol indices: share of the variance between sets", "leads")
    table.add_column("parameter")
    for heading in ("alone", "with others"):
        table.add_column(heading, justify="right")
    for outcome, mine in _by_outcome(rows).items():
        for place, row in enumerate(mine):
            alone = f"{row.first:.2f} ± {row.first_half:.2f}"
            table.add_row(
                outcome if place == 0 else "", row.parameter, alone, f"{row.total:.2f} ± {row.total_half:.2f}"
            )
        table.add_section()
    return table


def sources(rows: Sequence[SourceEffect]) -> RenderableType:
    """What becomes of each outcome without one figure of the record."""
    table = _table("Without one figure of the record, the calibrated answer would be", "leads")
    table.add_column("without")
    for heading in ("fitted", "then", "sets left"):
        table.add_column(heading, justify="right")
    for outcome, mine in _by_outcome([row for row in rows if abs(row.change) >= _CHANGE]).items():
        for place, row in enumerate(mine[:_MOST]):
            shares = (percent(row.fitted), percent(row.without), percent(row.effective))
            table.add_row(outcome if place == 0 else "", row.target, *shares)
        table.add_section()
    return table


def _by_outcome(rows: Sequence[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for row in rows:
        found.setdefault(row.outcome, []).append(row)
    return found


def _table(title: str, first: str) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(first)
    return table
