"""A contrast as tables for the terminal."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.results.conclusion import percent, points
from apparat.results.contrast import ContrastResult, EffectRow, SeparationRow, StagingRow


def report(result: ContrastResult) -> Iterator[RenderableType]:
    """Everything a contrast says, a renderable at a time."""
    yield factors(result)
    for staging in result.stagings:
        yield combinations(result, staging)
        yield effects(result, staging)
    if result.separations:
        yield separations(result)
    yield Text(result.conclusion, style="bold")
    yield Text(f"Digest: {result.digest}\nSeed: {result.seed}")


def factors(result: ContrastResult) -> RenderableType:
    """What is switched, and the level that stands for its absence; once, though several scenarios have it."""
    table = _table("Causes, and how things stand without each", "cause", "without it")
    for name, neutral in dict.fromkeys((row.name, row.neutral) for row in result.factors):
        table.add_row(name, neutral)
    return table


def combinations(result: ContrastResult, staging: StagingRow) -> RenderableType:
    """The vote in every combination of the causes."""
    said = (
        f"{staging.scenario}: {staging.motion}, {staging.date}, in {staging.asked:,} of {staging.runs:,} runs"
    )
    table = _table(said, "with")
    for heading in ("votes for", "95 %", "carried", "95 %"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in result.combinations:
        if (row.scenario, row.motion) == (staging.scenario, staging.motion):
            share = (percent(row.share), _span(row.share_low, row.share_high))
            carried = (percent(row.carried), _span(row.carried_low, row.carried_high))
            table.add_row(", ".join(row.present) or "none of them", *share, *carried)
    return table


def effects(result: ContrastResult, staging: StagingRow) -> RenderableType:
    """What each cause does, and what they do together, over all combinations of the others."""
    table = _table("What they do, in points (95 %)", "causes")
    for heading in ("votes for", "carried"):
        table.add_column(heading, justify="right")
    found = {
        (row.causes, row.measure): _points(row)
        for row in result.effects
        if (row.scenario, row.motion) == (staging.scenario, staging.motion)
    }
    for causes in dict.fromkeys(causes for causes, _ in found):
        table.add_row(" x ".join(causes), found[causes, "share for"], found[causes, "carried"])
    return table


def separations(result: ContrastResult) -> RenderableType:
    """How far effects differ between stagings."""
    table = _table("The second struggle less the first, in points (95 %)", "cause", "stagings")
    for heading in ("votes for", "carried"):
        table.add_column(heading, justify="right")
    found = {(row.cause, row.one, row.other, row.measure): _points(row) for row in result.separations}
    for cause, one, other in dict.fromkeys(key[:3] for key in found):
        cells = (found[cause, one, other, measure] for measure in ("share for", "carried"))
        table.add_row(cause, f"{one.split(':')[0]}, {other.split(':')[0]}", *cells)
    return table


def _points(row: EffectRow | SeparationRow) -> str:
    """A difference with its interval; effects are small, so with a decimal."""
    return f"{points(row.value, 1)} ({points(row.low, 1)} to {points(row.high, 1)})"


def _span(low: float, high: float) -> str:
    return f"{percent(max(low, 0.0))}-{percent(min(high, 1.0))}"


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading)
    return table
