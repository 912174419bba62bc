"""Bodies of party and state, and what else the facts are attached to.

`data/bodies.csv` says under which written forms a body occurs in facts and votes, and which facts
give its size. Subjects and places that facts name in the same column are kept under those kinds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from apparat.record.reading import read_table
from apparat.record.tables import congresses, fact, facts, votes

BodyKind = Literal["party", "state", "police", "army", "subject", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a body was, and where that is said. `high` is None when only a lower bound is known."""

    date: str
    low: float
    high: float | None
    unit: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body with the ids of the facts and votes that name it, and its sizes."""

    id: str
    name: str
    kind: BodyKind
    written: tuple[str, ...]
    facts: tuple[str, ...]
    votes: tuple[str, ...]
    sizes: tuple[Size, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    body: str
    name: str
    kind: BodyKind
    written: tuple[str, ...]
    sizes: tuple[str, ...]


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, the party's first."""
    return tuple(_gather(name) for name in read_table(_Name, "bodies"))


def _gather(name: _Name) -> Body:
    written = set(name.written)
    return Body(
        id=name.body,
        name=name.name,
        kind=name.kind,
        written=name.written,
        facts=tuple(one.id for one in facts() if written.intersection(one.bodies)),
        votes=tuple(vote.id for vote in votes() if vote.body in written),
        sizes=(*_sizes_in_facts(name.sizes), *_sizes_in_congresses(name.body)),
    )


def _sizes_in_facts(references: Iterable[str]) -> Iterable[Size]:
    for one in map(fact, references):
        if one.value_low is not None:
            yield Size(
                date=one.date_from,
                low=one.value_low,
                high=one.value_high,
                unit=one.unit,
                reference=one.id,
            )


def _sizes_in_congresses(body: str) -> Iterable[Size]:
    for congress in congresses():
        counts = {
            "central-committee": (congress.cc_full, "full members"),
            "party-congress": (congress.voting_delegates, "voting delegates"),
        }
        number, unit = counts.get(body, (None, ""))
        if number is not None:
            yield Size(date=congress.end, low=number, high=number, unit=unit, reference=congress.id)
