"""Persons, joined across tables by one id each (`stalin`, `kuznetsov-a-a`).

`data/people.csv` says under which written forms a person occurs in the tables and facts; everything
else is gathered from them.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from apparat.ground.errors import unknown_name
from apparat.record.folding import fold
from apparat.record.reading import read_table
from apparat.record.rows import Office, PolitburoSpell
from apparat.record.tables import committee_seats, facts, offices, politburo


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person: spells in the Politburo and in offices, committees elected to, facts about them.

    Years of birth and death are known only for members of the Politburo.
    """

    id: str
    name: str
    written: tuple[str, ...]
    born: int | None
    died: int | None
    politburo: tuple[PolitburoSpell, ...]
    offices: tuple[Office, ...]
    committees: tuple[int, ...]
    facts: tuple[str, ...]

    @property
    def spans(self) -> tuple[tuple[str, str], ...]:
        """The spells in the Politburo and in offices."""
        return tuple(spell.span for spell in (*self.politburo, *self.offices))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    person: str
    name: str
    written: tuple[str, ...]


@cache
def people() -> tuple[Person, ...]:
    """Everyone in the tables, and the persons facts are about, by id."""
    return tuple(_gather(name) for name in read_table(_Name, "people"))


def person(name: str) -> Person:
    """One person by id, or by a name as written, in any transliteration.

    Raises UsageError with the nearest ids when nobody, or more than one, is meant.
    """
    by_id = {one.id: one for one in people()}
    if name in by_id:
        return by_id[name]
    wanted = fold(name)
    meant = [one for one in people() if wanted in {fold(form) for form in (one.id, one.name, *one.written)}]
    if len(meant) != 1:
        raise unknown_name("person", name, by_id)
    return meant[0]


def _gather(name: _Name) -> Person:
    spells = tuple(spell for spell in politburo() if spell.person == name.person)
    about = (fact_id for form in name.written for fact_id in _facts_by_subject().get(form, ()))
    return Person(
        id=name.person,
        name=name.name,
        written=name.written,
        born=next((spell.born for spell in spells), None),
        died=next((spell.died for spell in spells), None),
        politburo=spells,
        offices=tuple(spell for spell in offices() if spell.person == name.person),
        committees=tuple(seat.congress for seat in committee_seats() if seat.person == name.person),
        facts=tuple(dict.fromkeys(about)),
    )


@cache
def _facts_by_subject() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for fact in facts():
        for subject in fact.subjects:
            found[subject].append(fact.id)
    return dict(found)
