"""A run told month by month."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import fmean

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from apparat.experiments.seam import Request
from apparat.ground.dates import Month
from apparat.report.bars import bar
from apparat.results.ensemble import Yardstick
from apparat.results.replay import ReplayResult
from apparat.results.run import Control, Happening, LeaderOfMonth, Told
from apparat.results.story import sentences
from apparat.results.why import ASKABLE_WORDS
from apparat.results.words import month_name

TURNING = "*"
_QUARTER_ENDS = (3, 6, 9, 12)
_SHOWN = 4
_BAR = 8
_ASK = ", with the number by which `apparat why` can be asked about it"


def narration(told: Told, *, plain: bool) -> Iterator[RenderableType]:
    """The run's story, a renderable at a time; `plain` keeps to ASCII."""
    numbered = isinstance(told, ReplayResult)
    yield Text(f"{told.title}", style="bold")
    yield Text(
        f"{told.scenario}, seed {told.seed}, run {told.run}. {TURNING} marks a turning point; "
        f"the mechanism that caused an event stands at the right{_ASK if numbered else ''}.\n"
    )
    events = {month: list(group) for month, group in groupby(told.events, key=lambda event: event.month)}
    control = {month: list(group) for month, group in groupby(told.control, key=lambda row: row.month)}
    for month in told.months:
        if month.month in events:
            yield _month(month.month, events[month.month], numbered=numbered)
        if month.month in control and _due(month.month, told.end):
            yield _control(month, control[month.month], plain=plain)
    yield _end(told)


def _month(month: str, events: Sequence[Happening], *, numbered: bool) -> RenderableType:
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=1)
    grid.add_column(ratio=1)
    grid.add_column(style="dim", justify="right", no_wrap=True)
    for said, event in sentences(events):
        mark, style = (TURNING, "bold") if event.turning_point else ("", "")
        number = f"#{event.number} " if numbered and event.kind in ASKABLE_WORDS else ""
        grid.add_row(mark, Text(said, style=style), f"{number}{event.rule}")
    return Group(Text(month_name(month), style="bold underline"), grid, Text())


def _due(month: str, end: str) -> bool:
    return Month.parse(month).month in _QUARTER_ENDS or month == end


def _control(month: LeaderOfMonth, rows: Sequence[Control], *, plain: bool) -> RenderableType:
    """Bars of control over each body: the chief secretary first, then the strongest others."""
    bodies = list(dict.fromkeys(row.body for row in rows))
    shares = {(row.person, row.body): row.share for row in rows}
    strength = {person: fmean(shares.get((person, b), 0.0) for b in bodies) for person, _ in shares}
    order = sorted(strength, key=lambda person: (person != month.chief, -strength[person], person))
    grid = Table.grid(padding=(0, 2))
    for _ in range(len(bodies) + 1):
        grid.add_column(no_wrap=True)
    grid.add_row(Text("would follow", style="dim"), *(Text(b, style="dim") for b in bodies))
    for person in order[:_SHOWN]:
        cells = [f"{bar(share, _BAR, plain=plain)} {share:4.0%}" for share in _along(shares, person, bodies)]
        grid.add_row(person + (", chief secretary" if person == month.chief else ""), *cells)
    return Group(Padding(grid, (0, 0, 0, 2), expand=False), Text())


def _along(shares: dict[tuple[str, str], float], person: str, bodies: Sequence[str]) -> list[float]:
    return [shares.get((person, body), 0.0) for body in bodies]


_BY: dict[Yardstick, str] = {
    "conduct": "judged by conduct",
    "power": "judged by power",
    "no alternative left": "the only one left",
}


def _end(told: Told) -> RenderableType:
    lines = [Text(f"Who leads in {month_name(told.end)}", style="bold underline")]
    lines += [Text(f"  {_BY[row.yardstick]}: {row.person}") for row in told.leaders]
    again = Request(
        scenario=told.scenario, seed=told.seed, variants=told.variants, traits=told.traits
    ).command("run", "--run", str(told.run))
    word = "Calibrated" if told.calibrated else "Uncalibrated"
    lines += [
        Text(f"  chief secretary: {told.chief or 'nobody'}"),
        Text(f"Posts filled: {told.appointments:,}."),
        Text(f"Digest: {told.digest}. The same again: {again}", overflow="fold"),
        Text(
            f"{word}, {told.traits} traits. This is one of many histories that the model can draw, not a "
            "forecast. Sources of its facts stand in the scenario, those of its mechanisms in docs/model.md."
        ),
    ]
    return Group(*lines)
