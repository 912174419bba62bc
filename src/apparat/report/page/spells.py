"""Who led and who sat in the highest body of one run, from when to when, as its journal tells it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from apparat import constitution
from apparat.ground.dates import Month
from apparat.report.page.charts import Bar, Bars, Span, of_person
from apparat.results.run import Happening, Told
from apparat.scenario import Scenario
from apparat.world import codes

_TOP = codes.BODY_IDS[codes.TOP]
_TAKEN_OUT = ("death", "expelled", "arrested")
_LEAST_YEARS = 3
"""Over fewer, the marks of an axis would fall between Januaries."""


@dataclass(frozen=True)
class Spell:
    """A stretch of a run's months, from `since` up to and without `until`, counted from its first."""

    name: str
    key: int
    since: int
    until: int


def in_turn(names: Sequence[str | None], keys: dict[str, int]) -> Iterator[Spell]:
    """Stretches of the same name; None is nobody, and has none."""
    at = 0
    for name, group in groupby(names):
        until = at + len(list(group))
        if name is not None:
            yield Spell(name, keys.get(name, 0), at, until)
        at = until


def top_body(written: Scenario) -> str:
    """The highest body's name when a scenario opens."""
    law = constitution.load(written.constitution, variants=written.answers).at(written.from_)
    return law.bodies[_TOP].name


def seats(result: Told, written: Scenario) -> list[Spell]:
    """Who sat in the highest body with a vote: the scenario's opening, and what the journal changed."""
    first, body = Month.parse(result.start), top_body(written)
    people = {person.key: person.short_name for person in written.persons.values()}
    sitting = {written.persons[seat.person].key: 0 for seat in written.bodies[_TOP].full}
    found: list[Spell] = []

    def leave(key: int, until: int) -> None:
        since = sitting.pop(key, until)
        if since < until:  # who is out before his first month has ended was never seen there
            found.append(Spell(people[key], key, since, until))

    for event in result.events:
        month = Month.parse(event.month) - first
        if event.kind == "elected" and event.body == body:
            people[event.target_key] = str(event.target)
            sitting.setdefault(event.target_key, month)
        elif (event.kind == "seat-lost" and event.body == body) or event.kind in _TAKEN_OUT:
            leave(_whom(event), month)
    for key in list(sitting):
        leave(key, len(result.months))
    return sorted(_joined(found), key=lambda spell: (spell.since, spell.until, spell.name))


def _whom(event: Happening) -> int:
    return event.actor_key if event.kind == "death" else event.target_key


def _joined(spells: Sequence[Spell]) -> Iterator[Spell]:
    """Whoever is put out and elected again within a month has sat all along."""
    for _, group in groupby(sorted(spells, key=lambda each: (each.key, each.since)), lambda each: each.key):
        last, *others = group
        for spell in others:
            if spell.since == last.until:
                last = Spell(last.name, last.key, last.since, spell.until)
            else:
                yield last
                last = spell
        yield last


def drawn(result: Told, groups: Mapping[str, Sequence[Spell]], heads: tuple[str, str]) -> Bars:
    """Spells as bars over the years, under the names of their groups."""
    first, last = Month.parse(result.start), Month.parse(result.end)
    ends = (first.year, max(last.year + 1, first.year + _LEAST_YEARS))
    rows = [
        Bar(spell.name, _years(spell, first), _said(spell, first), shade=of_person(spell.key), group=group)
        for group, spells in groups.items()
        for spell in spells
        if spell.until > spell.since
    ]
    return Bars(rows, "year", heads, ends)


def _years(spell: Spell, first: Month) -> Span:
    start = first.year + (first.month - 1) / 12
    return start + spell.since / 12, start + spell.until / 12


def _said(spell: Spell, first: Month) -> str:
    return f"{first + spell.since} to {first + (spell.until - 1)}"
