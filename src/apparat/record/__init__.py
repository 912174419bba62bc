"""The historical record: what the model answers to.

Every statement and every row has an id, a source, and says how far it can be trusted. Tables are
read from `data/` on first use and kept.

| module | holds |
| --- | --- |
| `rows` | the types: a fact, and one class per history table |
| `reading` | CSV files into those types, every fault located |
| `tables` | the facts and the history tables themselves |
| `references` | ids: finding, citing, and the nearest known one |
| `systems` | the inventory of systems, and which facts belong to each |
| `disagreements` | where the record contradicts itself, variant by variant |
| `people` | persons, joined across tables |
| `bodies` | bodies, with what is said of each and how large it was |
| `folding` | one spelling for Trotskii, Trotsky and TROTSKY |
| `searching` | all words, in facts and rows |
| `spans` | dates of unequal precision |
"""

from apparat.record.bodies import Body, Size, bodies
from apparat.record.disagreements import Disagreement, Variant, disagreements, disagreements_over
from apparat.record.people import Person, people, person
from apparat.record.references import Citation, cite, entry, known, nearest
from apparat.record.rows import (
    Appointment,
    CommitteeSeat,
    Composition,
    Congress,
    Fact,
    Flow,
    Membership,
    Office,
    Option,
    PolitburoSpell,
    Row,
    Vote,
    columns,
)
from apparat.record.searching import search, suggest
from apparat.record.spans import check_date, overlaps
from apparat.record.systems import System, systems, systems_of
from apparat.record.tables import (
    appointments,
    committee_seats,
    composition,
    congresses,
    fact,
    facts,
    flows,
    membership,
    offices,
    politburo,
    rows,
    votes,
)

__all__ = [
    "Appointment",
    "Body",
    "Citation",
    "CommitteeSeat",
    "Composition",
    "Congress",
    "Disagreement",
    "Fact",
    "Flow",
    "Membership",
    "Office",
    "Option",
    "Person",
    "PolitburoSpell",
    "Row",
    "Size",
    "System",
    "Variant",
    "Vote",
    "appointments",
    "bodies",
    "check_date",
    "cite",
    "columns",
    "committee_seats",
    "composition",
    "congresses",
    "disagreements",
    "disagreements_over",
    "entry",
    "fact",
    "facts",
    "flows",
    "known",
    "membership",
    "nearest",
    "offices",
    "overlaps",
    "people",
    "person",
    "politburo",
    "rows",
    "search",
    "suggest",
    "systems",
    "systems_of",
    "votes",
]
