"""A calibration's answer as tables for the terminal."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.report.names import Name
from apparat.results.calibration import (
    CalibrationResult,
    FitSummary,
    OutcomeFit,
    ParameterFit,
    TargetFit,
    Verdict,
)
from apparat.results.conclusion import percent, span

_STYLES: dict[Verdict, str] = {"met": "", "strained": "yellow", "not met": "red", "not measured": "red"}
_LEADERS = 0.02


def report(result: CalibrationResult) -> Iterator[RenderableType]:
    """Everything a calibration says, a renderable at a time. Of several fits, the joint one in full."""
    joint = result.fits[0].fit
    yield Text(f"Calibration on {', '.join(result.scenarios)}", style="bold")
    yield Text()
    yield fits(result.fits)
    yield parameters([row for row in result.parameters if row.fit == joint])
    yield freed([row for row in result.parameters if row.fit == joint])
    yield targets([row for row in result.targets if row.fit == joint])
    yield outcomes(result.outcomes)
    yield Text(result.conclusion, style="bold")
    yield Text(f"Rules: {result.rules}  seed: {result.seed}  runs of each set: {result.runs}")
    for row in result.fits:
        yield Text(f"Posterior ({row.fit}): {row.folder}")


def fits(rows: Sequence[FitSummary]) -> RenderableType:
    """The fits, one beside the other."""
    table = _table("Fits", "fit")
    table.add_column("struggles")
    for heading in ("tried", "different", "tolerances", "state"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            Name(row.fit),
            Name(", ".join(row.scenarios) + (f"; given {', '.join(row.given)}" if row.given else "")),
            f"{row.draws:,}",
            f"{row.distinct:,}",
            "-" if row.tolerances is None else f"{row.tolerances:.2g} x",
            "finished" if row.complete else "unfinished",
        )
    return table


def parameters(rows: Sequence[ParameterFit]) -> RenderableType:
    """What was fitted, strongest first, and how far the record narrows it."""
    table = _table("Fitted parameters: uniform before; 5 to 95 % of sets and median after", "parameter")
    for heading in ("before", "after"):
        table.add_column(heading, justify="right")
    for heading in ("median", "width left"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("identified", no_wrap=True)
    for row in rows:
        table.add_row(
            Name(row.parameter),
            f"{row.low:g} to {row.high:g}",
            f"{row.fitted_low:.2g} to {row.fitted_high:.2g}",
            f"{row.fitted:.2g}",
            percent(row.narrowed),
            "yes" if row.identified else "no",
        )
    return table


def freed(rows: Sequence[ParameterFit]) -> RenderableType:
    """Why these parameters were freed and no others."""
    table = _table("Freed, since a move across the range shifts targets by so many tolerances", "parameter")
    table.add_column("shift", justify="right")
    table.add_column("most of all")
    for row in rows:
        table.add_row(Name(row.parameter), f"{row.strength:.1f}", Name(row.moves))
    return table


def targets(rows: Sequence[TargetFit]) -> RenderableType:
    """How the accepted sets stand to each target, under luck that they were not fitted to."""
    table = _table("Targets: the median accepted set; off by, in tolerances (90 % of sets)", "target")
    for heading in ("recorded", "fitted", "off by"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("")
    for row in rows:
        verdict = Text(row.verdict, style=_STYLES[row.verdict])
        table.add_row(Name(row.target), _recorded(row), figure(row.fitted), _off(row), verdict)
    return table


def outcomes(rows: Sequence[OutcomeFit]) -> RenderableType:
    """Who leads at the end of each struggle; 90 % is between sets."""
    table = _table("Who leads at the end: mean over sets, 90 % of sets. Nobody is fitted to it")
    for heading in ("fit", "struggle", "person"):
        table.add_column(heading)
    for heading in ("before", "after", "90 %"):
        table.add_column(heading, justify="right", no_wrap=True)
    shown = ("", "")
    for row in rows:
        if max(row.fitted, row.prior) >= _LEADERS:
            place = (row.fit, row.scenario)
            first = place if place != shown else ("", "")
            shown = place
            between = span(row.fitted_low, row.fitted_high)
            table.add_row(*map(Name, first), row.person, percent(row.prior), percent(row.fitted), between)
    return table


def figure(value: float | None) -> str:
    """A number as tables show it: three digits, none after the point for large ones."""
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _off(row: TargetFit) -> str:
    if row.deviation is None or row.deviation_low is None or row.deviation_high is None:
        return "-"
    return f"{row.deviation:+.1f} ({row.deviation_low:+.1f} to {row.deviation_high:+.1f})"


def _recorded(row: TargetFit) -> str:
    if row.recorded_low == row.recorded_high:
        return figure(row.recorded_low)
    if row.recorded_high is None:
        return f"{figure(row.recorded_low)} or over"
    if row.recorded_low is None:
        return f"up to {figure(row.recorded_high)}"
    return f"{figure(row.recorded_low)} to {figure(row.recorded_high)}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column)
    return table
