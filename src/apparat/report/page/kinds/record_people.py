"""People of the record on a page: when each sat in the Politburo or held an office, and what is said."""

from collections.abc import Iterator

from rich.table import Table

from apparat.report.page.charts import Bar, Bars
from apparat.report.page.recorded import METHOD, particulars, span, year_of
from apparat.report.page.told import Figure, Told
from apparat.results.record import PeopleResult, PersonEntry, SpellEntry

_LEAST_YEARS = 3
"""Over fewer, the marks of an axis would fall between Januaries."""


def told(result: PeopleResult) -> Told:
    """What the record says of one person; of several, a list."""
    if len(result.people) != 1:
        return Told(
            title="People of the record",
            question="Whom does the record know?",
            method=(METHOD, "`apparat record people` gives the same."),
            tables=(_listed(result.people),),
            modelled=False,
        )
    (person,) = result.people
    spells = [*person.politburo, *person.offices]
    return Told(
        title=person.name,
        question=f"What does the record hold of {person.name}?",
        answer=tuple(_answer(person)),
        method=(METHOD,),
        figures=(_spells(person),) if spells else (),
        tables=(particulars("The person", _particulars(person)), _table(spells)),
        facts=(*(spell.id for spell in spells), *person.facts),
        modelled=False,
    )


def _answer(person: PersonEntry) -> Iterator[str]:
    yield (
        f"Spells in the Politburo or its forerunners: {len(person.politburo)}; in leading offices: "
        f"{len(person.offices)}; statements that name the person: {len(person.facts)}."
    )


def _particulars(person: PersonEntry) -> Iterator[tuple[str, str]]:
    yield "id", person.id
    yield "born", str(person.born or "")
    yield "died", str(person.died or "")
    yield "elected to the Central Committee by congresses no.", ", ".join(map(str, person.committees))


def _spells(person: PersonEntry) -> Figure:
    groups = {"Politburo": person.politburo, "Offices": person.offices}
    rows = [
        Bar(
            _place(spell),
            (year_of(spell.start), year_of(spell.end)),
            span(spell.start, spell.end),
            group=group,
        )
        for group, spells in groups.items()
        for spell in spells
    ]
    ends = [year for row in rows if row.span for year in row.span]
    first, last = int(min(ends)), int(max(ends)) + 1
    return Figure(
        "In the Politburo and in leading offices",
        f"Spells on record: {len(rows)}.",
        Bars(rows, "year", ("", "from and to"), (first, max(last, first + _LEAST_YEARS))),
    )


def _place(spell: SpellEntry) -> str:
    """The spell without its holder's name and without its end."""
    return spell.summary.partition(", ")[2].partition(";")[0]


def _table(spells: list[SpellEntry]) -> Table:
    table = Table("from", "to", "what", "confidence", title="Spells")
    for spell in sorted(spells, key=lambda each: each.start):
        table.add_row(spell.start, spell.end, spell.summary, spell.confidence)
    return table


def _listed(people: tuple[PersonEntry, ...]) -> Table:
    table = Table("person", "born", "died", title="People")
    for name in ("Politburo", "offices", "statements"):
        table.add_column(name, justify="right")
    for one in people:
        counts = (len(one.politburo), len(one.offices), len(one.facts))
        table.add_row(one.name, str(one.born or ""), str(one.died or ""), *map(str, counts))
    return table
