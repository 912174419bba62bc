"""Flows on a page: arrows between levels, how far they reach by year, and what was expected."""

from collections.abc import Iterator

from apparat.record import known
from apparat.report.flows import expected, index, matrix, sure
from apparat.report.page.charts import Arrow, Arrows, Curve, Fan, Level
from apparat.report.page.told import Figure, Told
from apparat.results.flows import ALL, FlowRow, FlowsResult, IndexRow, Powers

_WORDS: tuple[tuple[Powers, str], ...] = (("paper", "On paper"), ("practice", "In practice"))
_MONTHS = 12
_WAYS = {"rise": "rises", "fall": "falls", "across": "across"}
_SHADES = {"rises": 0, "falls": 1, "across": -1}


def told(result: FlowsResult) -> Told:
    """What flows say of themselves."""
    return Told(
        title=f"{result.title}: flows",
        question="Do wishes rise from below, as the theory has it, or do orders fall from above?",
        method=tuple(_method(result)),
        figures=tuple(_figures(result)),
        tables=(
            expected(result),
            *(matrix(result, powers, "votes") for powers, _ in _WORDS),
            index(result, "votes"),
            *(matrix(result, powers, "stands") for powers, _ in _WORDS),
            index(result, "stands"),
        ),
        facts=_facts(result),
    )


def _facts(result: FlowsResult) -> tuple[str, ...]:
    said = [row.because for row in result.expected] + [row.because for row in result.formal]
    return tuple(dict.fromkeys(each for text in said for each in text.split(", ") if known(each)))


def _method(result: FlowsResult) -> Iterator[str]:
    yield (
        f"In January of every year each level was moved by {result.shift:g} up an axis of policy in one copy "
        "of a run, and down in another, under the same luck; both were followed for "
        f"{result.months} months. What differs between them, for each unit of the move, is an arrow. Votes "
        "are on one question of policy that is put to all levels and moved by nobody. "
        f"{result.runs:,} runs, {result.months_played:,} months."
    )
    formal = "; ".join(each.what for each in result.formal)
    yield f"On paper means the same kernels and luck, and: {formal}."
    lacking = "; ".join(row.title for row in result.levels if not (row.shifted and row.votes))
    yield f"Not modelled, and so not drawn, are votes of or shifts by: {lacking}."


def _figures(result: FlowsResult) -> Iterator[Figure]:
    for powers, words in _WORDS:
        yield Figure(
            f"{words}: who moves whom",
            "Votes that follow a shift of another level, all years together.",
            Arrows(_levels(result), _arrows(result, powers), _SHADES),
            "Arrows whose interval holds nought, and those under two votes in a hundred, are left out.",
        )
    for powers, words in _WORDS:
        rows = [r for r in result.index if (r.powers, r.measure) == (powers, "votes") and r.year != ALL]
        if rows:
            yield Figure(
                f"{words}: how far wishes rise and orders fall",
                "Mean of all arrows that go up, and of all that go down, for the year after each January.",
                Fan(f"{rows[0].year}-01", _lines(rows), "votes in a hundred for a unit of policy"),
            )


def _levels(result: FlowsResult) -> list[Level]:
    return [Level(row.title, int(row.chain == "party"), row.height) for row in result.levels]


def _arrows(result: FlowsResult, powers: Powers) -> list[Arrow]:
    titles = {row.level: row.title for row in result.levels}
    return [
        Arrow(
            titles[row.source], titles[row.target], abs(row.votes), _said(row), _SHADES[_WAYS[row.direction]]
        )
        for row in sure(result, powers)
        if row.votes is not None
    ]


def _said(row: FlowRow) -> str:
    value, low, high = (100 * (each or 0.0) for each in (row.votes, row.votes_low, row.votes_high))
    return f"{value:.0f} votes in a hundred ({low:.0f} to {high:.0f})"


def _lines(rows: list[IndexRow]) -> list[Curve]:
    """Month by month, level through each year."""

    def line(name: str, said: str) -> Curve:
        value, low, high = (
            [100 * getattr(row, each) for row in rows for _ in range(_MONTHS)]
            for each in (name, f"{name}_low", f"{name}_high")
        )
        return Curve(said, value, low, high, _SHADES[_WAYS[name]])

    return [line("rise", "wishes rise"), line("fall", "orders fall")]
