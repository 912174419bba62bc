"""Bodies of the record on a page: how large each was, how it voted, and what is said of it."""

from collections.abc import Iterator
from itertools import groupby

from rich.table import Table

from apparat import record
from apparat.report.page.charts import Bar, Bars
from apparat.report.page.recorded import METHOD, amount
from apparat.report.page.told import Figure, Told
from apparat.results.record import BodiesResult, BodyEntry


def told(result: BodiesResult) -> Told:
    """What the record says of one body; of several, a list."""
    if len(result.bodies) != 1:
        return Told(
            title="Bodies of the record",
            question="Which bodies does the record know?",
            method=(METHOD, "`apparat record bodies` gives the same."),
            tables=(_listed(result.bodies),),
            modelled=False,
        )
    (body,) = result.bodies
    return Told(
        title=body.name,
        question=f"What does the record hold of this body ({body.kind}): {body.name}?",
        answer=(_answer(body),),
        method=(METHOD,),
        figures=tuple(_sizes(body)),
        tables=(_votes(body),) if body.votes else (),
        facts=tuple(dict.fromkeys([*(size.reference for size in body.sizes), *body.votes, *body.facts])),
        modelled=False,
    )


def _answer(body: BodyEntry) -> str:
    return (
        f"Sizes on record: {len(body.sizes)}; recorded votes: {len(body.votes)}; "
        f"statements that name the body: {len(body.facts)}."
    )


def _sizes(body: BodyEntry) -> Iterator[Figure]:
    """How large it was, a figure for each unit in which that is told."""
    for unit, group in groupby(sorted(body.sizes, key=lambda size: size.unit), key=lambda size: size.unit):
        sizes = sorted(group, key=lambda size: size.date)
        rows = [
            Bar(
                size.date or "undated",
                (0, size.low),
                amount(size.low, size.high),
                outer=_up_to(size.low, size.high),
            )
            for size in sizes
        ]
        yield Figure(
            f"How large it was, in {unit}",
            f"Numbers on record: {len(sizes)}.",
            Bars(rows, unit, ("date", unit)),
            "A line goes on to the highest number where a range is told.",
        )


def _up_to(low: float, high: float | None) -> tuple[float, float] | None:
    return (low, high) if high is not None and high > low else None


def _votes(body: BodyEntry) -> Table:
    table = Table("vote", "what it says", title="Votes")
    for vote in body.votes:
        table.add_row(vote, record.cite(vote).text)
    return table


def _listed(bodies: tuple[BodyEntry, ...]) -> Table:
    table = Table("body", "kind", title="Bodies")
    for name in ("sizes", "votes", "statements"):
        table.add_column(name, justify="right")
    for one in bodies:
        table.add_row(one.name, one.kind, *map(str, (len(one.sizes), len(one.votes), len(one.facts))))
    return table
