"""An intervention on a page: paired differences over time and at the end, decisions, one pair told."""

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from apparat.report.page.charts import Bar, Bars, Curve, Fan, of_person
from apparat.report.page.told import Figure, Told
from apparat.report.what_if import arms, cost, decisions, idle, outcomes
from apparat.results.conclusion import percent, points, signed
from apparat.results.ensemble import JUDGED, Yardstick
from apparat.results.what_if import ArmRow, MonthRow, OutcomeRow, WhatIfResult
from apparat.results.words import month_name

_DRAWN, _ROWS = 4, 8
_LEAST = 0.005
_OVER_TIME: tuple[Yardstick, ...] = ("conduct", "power")


def told(result: WhatIfResult) -> Told:
    """What an intervention says of itself."""
    single = len(result.arms) == 1
    named = Text("\n".join(f"{place}: {row.arm}" for place, row in enumerate(result.arms, start=1)))
    tables = [named, arms(result.arms, result.runs), outcomes(result.outcomes, result.end)]
    return Told(
        title=f"{result.title}: what if",
        question=result.question or f"What changes with {'; '.join(row.arm for row in result.arms)}?",
        method=tuple(_method(result)),
        figures=tuple(_fans(result) if single else _by_arm(result)) + tuple(_ends(result) if single else ()),
        tables=[*tables, decisions(result.decisions), *_pair(result)] if single else tables,
        story=(*idle(result.edits), cost(result)),
        works=("AgrestiMin2005", "Salmon2011"),
        levers=result.levers,
    )


def _method(result: WhatIfResult) -> Iterator[str]:
    yield (
        f"Each of {result.runs:,} runs is its own control. It is played to the month of the intervention, "
        "copied, changed, and both copies go on under the same luck: the same draw for the same person in "
        "the same month. Before that month the two are equal to the last byte; afterwards they differ by "
        "what the change brought about, and by the chaos that follows."
    )
    yield (
        "Differences are shares with less shares without, with the 95 % interval of matched pairs by "
        "Agresti and Min: what luck leaves open, not what the model leaves open. Variance is that of the "
        "paired difference over that of two independent ensembles of the same size: at 0.25 a fourth of the "
        "runs gives the same interval, at 1 pairing has won nothing."
    )
    for row in result.arms:
        yield _course(row, result.runs)


def _course(row: ArmRow, runs: int) -> str:
    since = "It begins from another opening" if row.opening else f"It acts from {month_name(row.from_)}"
    if row.first is None or row.median is None:
        parting = "no run parts from its baseline"
    else:
        parting = (
            f"{row.parted:,} runs part from their baselines, the first in {month_name(row.first)}, half of "
            f"them by {month_name(row.median)}"
        )
    return f"{row.arm}. {since} and changed the state in {row.applied:,} of {runs:,} runs; {parting}."


def _fans(result: WhatIfResult) -> Iterator[Figure]:
    """For one intervention, differences month by month."""
    for yardstick in _OVER_TIME:
        rows = [row for row in result.over_time if row.yardstick == yardstick]
        lines = _lines(rows)
        if not lines:
            continue
        said = ", ".join(f"{line.name} {signed(line.values[-1])}" for line in lines)
        yield Figure(
            f"What the intervention changes over time, {JUDGED[yardstick]}",
            f"Paired difference of the share of runs led, with less without, month by month; in "
            f"{month_name(result.end)}, in points: {said}.",
            Fan(result.start, lines, "points of the share of runs", _mark(result.arms[0])),
            "Bands: 95 % interval of the paired difference.",
        )


def _mark(row: ArmRow) -> tuple[str, str] | None:
    return None if row.opening else (row.from_, "intervention")


def _lines(rows: Sequence[MonthRow]) -> list[Curve]:
    """The persons with the largest difference in any month, largest first."""
    mine: dict[str, list[MonthRow]] = {}
    for row in rows:
        mine.setdefault(row.person, []).append(row)
    peak = {name: max(abs(row.difference) for row in found) for name, found in mine.items()}
    names = sorted((name for name in mine if peak[name] > 0), key=lambda name: -peak[name])[:_DRAWN]
    return [
        Curve(
            name,
            [100 * row.difference for row in mine[name]],
            [100 * row.low for row in mine[name]],
            [100 * row.high for row in mine[name]],
            of_person(mine[name][0].key),
        )
        for name in names
    ]


def _ends(result: WhatIfResult) -> Iterator[Figure]:
    """For one intervention, differences at the end under each definition of leading."""
    rows = [
        row
        for yardstick in dict.fromkeys(row.yardstick for row in result.outcomes)
        for row in _largest([row for row in result.outcomes if row.yardstick == yardstick])
    ]
    if not rows:
        return
    first = rows[0]
    yield Figure(
        f"What it changes in {month_name(result.end)}",
        f"Judged by conduct, {first.person}: {percent(first.with_)} with, {percent(first.without)} without, "
        f"{_apart(first)} points.",
        Bars(
            [_bar(row, row.person, JUDGED[row.yardstick].capitalize()) for row in rows],
            "points of the share of runs",
            ("", "change"),
        ),
        "Line: 95 % interval of the paired difference.",
    )


def _largest(rows: Sequence[OutcomeRow]) -> list[OutcomeRow]:
    seen = [row for row in rows if max(row.without, row.with_) >= _LEAST]
    return sorted(seen, key=lambda row: -abs(row.difference))[:_ROWS]


def _by_arm(result: WhatIfResult) -> Iterator[Figure]:
    """For several interventions, what each changes for whoever leads most often without them."""
    rows = [row for row in result.outcomes if row.yardstick == "conduct"]
    if not rows:
        return
    key, person = rows[0].key, rows[0].person
    mine = [row for row in rows if row.key == key]
    most = max(mine, key=lambda row: abs(row.difference))
    yield Figure(
        f"{person}: what each intervention changes in {month_name(result.end)}",
        f"Judged by conduct; without, {person} leads in {percent(mine[0].without)} of runs. Most is changed "
        f"by {most.arm}: {_apart(most)} points.",
        Bars([_bar(row, row.arm, "") for row in mine], "points of the share of runs", ("", "change")),
        "Line: 95 % interval of the paired difference.",
    )


def _bar(row: OutcomeRow, label: str, group: str) -> Bar:
    change = 100 * row.difference
    return Bar(
        label,
        (0, change),
        _apart(row),
        inner=(100 * row.low, 100 * row.high),
        shade=0 if change >= 0 else 1,
        group=group,
    )


def _apart(row: OutcomeRow) -> str:
    return f"{points(row.difference)} ({points(row.low)} to {points(row.high)})"


def _pair(result: WhatIfResult) -> Iterator[Table]:
    """One pair of runs, told where the two differ."""
    if result.pair:
        told_of = f"Run {result.pair[0].run}, told where its pair differs: decisions that only one side has"
        table = Table("month", "only", "what happened", title=told_of)
        for row in result.pair:
            table.add_row(row.month, row.only, row.said)
        yield table
