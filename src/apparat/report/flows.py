"""Flows as tables for the terminal."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.results.flows import ALL, FlowRow, FlowsResult, Measure, Powers

_POWERS: tuple[tuple[Powers, str], ...] = (("paper", "on paper"), ("practice", "in practice"))
_MEASURES: tuple[tuple[Measure, str], ...] = (
    ("votes", "votes in a hundred"),
    ("stands", "hundredths of a unit of policy in what levels stand for"),
)
_SHORT = {"Sovnarkom": "SNK", "Party members": "M", "Local secretaries": "LS", "Politburo": "PB"}
"""Abbreviations that are not the capitals of a name."""
LEAST = 0.02
"""Arrows of fewer votes than two in a hundred are not drawn."""


def report(result: FlowsResult) -> Iterator[RenderableType]:
    """Everything flows say, a renderable at a time; the JSON has all of it."""
    yield Text(f"{result.title}: flows", style="bold")
    yield Text(
        f"{result.runs:,} runs; levels shifted by {result.shift:g} either way in January of "
        f"{result.years[0]} to {result.years[-1]} and followed for {result.months} months."
    )
    yield Text()
    for measure, _ in _MEASURES:
        for powers, _ in _POWERS:
            yield matrix(result, powers, measure)
    yield Text("'-': not modelled. *: the interval over runs holds nought. P: for a unit of unrest.")
    yield Text(", ".join(f"{short(row.title)} {row.title}" for row in result.levels) + ".")
    yield from missing(result)
    yield Text()
    for measure, _ in _MEASURES:
        yield index(result, measure)
    yield expected(result)
    yield Text("On paper means, the same kernels and luck with:")
    lines = Table.grid(padding=(0, 1, 0, 0))
    for formal in result.formal:
        lines.add_row("  -", formal.what)
    yield lines
    yield Text()
    yield Text(f"Months played: {result.months_played:,}.")
    yield Text(result.conclusion, style="bold")
    yield Text(f"Digest: {result.digest}\nSeed: {result.seed}")


def short(title: str) -> str:
    """A level's name for narrow tables."""
    return _SHORT.get(title) or "".join(letter for letter in title if letter.isupper())


def matrix(result: FlowsResult, powers: Powers, measure: Measure) -> RenderableType:
    """Level shifted by level watched, all years together."""
    words, units = dict(_POWERS)[powers], dict(_MEASURES)[measure]
    table = _table(f"A unit's shift of a level moves others, {words} ({units})", "shifted")
    for level in result.levels:
        table.add_column(short(level.title), justify="right", no_wrap=True)
    found = {
        (row.source, row.target): row for row in result.flows if row.powers == powers and row.year == ALL
    }
    for source in result.levels:
        if source.shifted is None:
            table.add_row(source.title, *["-"] * len(result.levels))
        elif any(key[0] == source.level for key in found):
            cells = (
                _cell(found[source.level, target.level], measure)
                if (source.level, target.level) in found
                else "-"
                for target in result.levels
            )
            table.add_row(source.title, *cells)
    return table


def missing(result: FlowsResult) -> Iterator[RenderableType]:
    """What of a level the model does not have."""
    for row in result.levels:
        lacks = [
            what
            for what, there in (
                ("nothing to shift", row.shifted is not None),
                ("no votes", row.votes is not None),
                ("nobody who stands for anything", row.stands),
            )
            if not there
        ]
        if lacks:
            yield Text(f"Not modelled of {row.title}: {', '.join(lacks)}.")


def index(result: FlowsResult, measure: Measure) -> RenderableType:
    """How far wishes rise and orders fall, year by year."""
    table = _table(f"How far wishes rise and orders fall, by year ({dict(_MEASURES)[measure]}, 95 %)", "year")
    for _, words in _POWERS:
        for what in ("rise", "fall"):
            table.add_column(f"{what}, {words.split()[-1]}", justify="right", no_wrap=True)
    rows = {(row.year, row.powers): row for row in result.index if row.measure == measure}
    for year in (*result.years, ALL):
        cells = []
        for powers, _ in _POWERS:
            row = rows.get((year, powers))
            if row is not None:
                cells += [_span(row.rise, row.rise_high), _span(row.fall, row.fall_high)]
        if cells:
            table.add_row(year, *cells)
    return table


def expected(result: FlowsResult) -> RenderableType:
    """What sources expect, and what is measured."""
    table = _table("What sources expect, and what is measured (95 %)", "expected", "of")
    table.add_column("measured", no_wrap=True)
    table.add_column("as expected by", justify="right", no_wrap=True)
    for row in result.expected:
        table.add_row(row.expected, row.measure, row.verdict, _span(row.difference, row.high))
    return table


def sure(result: FlowsResult, powers: Powers) -> list[FlowRow]:
    """Arrows of votes between levels whose interval leaves out nought, and that are more than nothing."""
    return [
        row
        for row in result.flows
        if (row.powers, row.year) == (powers, ALL)
        and row.direction in ("rise", "fall", "across")
        and row.votes is not None
        and row.votes_low is not None
        and row.votes_high is not None
        and abs(row.votes) >= LEAST
        and not row.votes_low <= 0 <= row.votes_high
    ]


def _cell(row: FlowRow, measure: Measure) -> str:
    value = getattr(row, measure)
    low, high = getattr(row, f"{measure}_low"), getattr(row, f"{measure}_high")
    if value is None or low is None or high is None:
        return "-"
    return f"{100 * value:z.0f}{'*' if low <= 0 <= high else ''}"


def _span(value: float, high: float) -> str:
    """In a hundred, with half of the 95 % interval."""
    return f"{100 * value:z.1f} ± {100 * (high - value):.1f}"


def _table(title: str, *left: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in left:
        table.add_column(heading)
    return table
