"""The inventory of systems: every rule and mechanism of the record, and the facts that belong to it.

A1 to P5 are systems, by section; S1 to S23 are arguments of historians that an experiment can test.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from apparat.record.reading import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A system of the party-state, or an argument about it, with the ids of its facts."""

    id: str
    section: str
    title: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    id: str
    section: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Belonging:
    system: str
    fact: str


@cache
def systems() -> tuple[System, ...]:
    """All systems, in the order of the inventory."""
    members: dict[str, list[str]] = defaultdict(list)
    for belonging in read_table(_Belonging, "system_facts"):
        members[belonging.system].append(belonging.fact)
    return tuple(
        System(id=head.id, section=head.section, title=head.title, facts=tuple(members[head.id]))
        for head in read_table(_Heading, "systems")
    )


def systems_of(fact_id: str) -> tuple[System, ...]:
    """The systems a fact belongs to."""
    return tuple(system for system in systems() if fact_id in system.facts)
