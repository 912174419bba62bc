"""Branches on a page: how much was decided by each date, and who leads the endings of each past."""

from collections.abc import Iterator

from apparat.report.branch import cost, dates, outcomes
from apparat.report.page.charts import Bar, Bars, Stripe, Stripes, of_person
from apparat.report.page.told import Figure, Told
from apparat.results.branch import BranchResult, DateRow
from apparat.results.conclusion import percent, span
from apparat.results.words import month_name


def told(result: BranchResult) -> Told:
    """What branches say of themselves."""
    return Told(
        title=f"{result.title}: branches",
        question="How much of who leads in the end was decided by a date, and how much was still open?",
        method=tuple(_method(result)),
        figures=tuple(_figures(result)),
        tables=(dates(result), outcomes(result)),
        works=("LightMargolin1971",),
    )


def _method(result: BranchResult) -> Iterator[str]:
    yield (
        f"{result.pasts:,} runs were played to each date and copied {result.endings:,} times; every copy has "
        "luck of its own from that month on. What was drawn once a run stays: the parameter set, and how "
        "persons are."
    )
    yield (
        "Decided is the share of the variance of who leads in the last month that lies between pasts; what "
        "few endings add to it by luck is taken off. The interval is a jackknife over pasts."
    )
    yield cost(result)


def _figures(result: BranchResult) -> Iterator[Figure]:
    rows = [row for row in result.dates if row.yardstick == "conduct"]
    yield Figure(
        "How much was decided",
        "; ".join(f"by {month_name(row.date)} {percent(row.decided)}" for row in rows) + ".",
        Bars([_bar(row) for row in rows], "share of the variance", ("by", "decided"), (0, 1)),
        "Line: 95 % interval over pasts.",
    )
    for date in result.at:
        yield Figure(
            f"From {month_name(date)}",
            "Each row is a past, named after who led it then; its parts are those who lead its endings.",
            Stripes(
                _stripes(result, date),
                {row.person: of_person(row.key) for row in result.tree if row.date == date},
                ("led then", ""),
            ),
        )


def _bar(row: DateRow) -> Bar:
    said = f"{percent(row.decided)} ({span(row.low, row.high)})"
    return Bar(month_name(row.date), (0, row.decided), said, outer=(row.low, row.high))


def _stripes(result: BranchResult, date: str) -> list[Stripe]:
    """Pasts with like endings beside each other."""
    pasts: dict[int, Stripe] = {}
    for row in result.tree:
        if row.date == date:
            past = pasts.setdefault(row.run, Stripe(row.leads or "the opening", {}))
            pasts[row.run] = Stripe(past.label, {**past.parts, row.person: row.share})
    names = [r.person for r in result.outcomes if (r.date, r.yardstick) == (date, "conduct")]
    return sorted(pasts.values(), key=lambda each: [-each.parts.get(name, 0.0) for name in names])
