"""Dates: changes in order, spells apart, edges inside the lives of their ends."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from apparat.constitution.constitution import Constitution
from apparat.constitution.parts import Dated
from apparat.ground.dates import Month
from apparat.ground.errors import Problem

Spell = tuple[Month, Month | None]


def dates(constitution: Constitution) -> Iterator[Problem]:
    """Changes out of order or outside a life, rules and edges written twice for the same time."""
    for path, record in constitution.records():
        yield from _changes(path, record)
    yield from _overlapping_rules(constitution)
    for k in range(len(constitution.edges)):
        yield from _edge_inside_lives(constitution, k)
    yield from _overlapping_edges(constitution)


def _changes(path: str, record: Dated) -> Iterator[Problem]:
    before = record.since
    for k, change in enumerate(record.changes):
        if change.since <= before:
            yield Problem(
                f"this change ({change.since}) must come after {before}: put changes in order",
                path=f"{path}.changes[{k}].since",
            )
        if not record.in_force(change.since) and change.since > record.since:
            yield Problem(
                f"this change ({change.since}) comes after the end", path=f"{path}.changes[{k}].since"
            )
        before = max(before, change.since)


def _overlapping_rules(constitution: Constitution) -> Iterator[Problem]:
    spells: dict[str, list[tuple[str, Spell]]] = {}
    for k, rule in enumerate(constitution.rules):
        spells.setdefault(rule.id, []).append((f"rules[{k}]", (rule.since, rule.until)))
    yield from _overlaps(spells, "the rule '{}'")


def _overlapping_edges(constitution: Constitution) -> Iterator[Problem]:
    spells: dict[str, list[tuple[str, Spell]]] = {}
    for k, edge in enumerate(constitution.edges):
        spell = (edge.since or Month(0), edge.until)
        spells.setdefault(f"{edge.who} {edge.does} {edge.whom}", []).append((f"edges[{k}]", spell))
    yield from _overlaps(spells, "'{}'")


def _overlaps(spells: Mapping[str, Sequence[tuple[str, Spell]]], words: str) -> Iterator[Problem]:
    for name, found in spells.items():
        ordered = sorted(found, key=lambda entry: entry[1][0])
        for (_, earlier), (path, later) in pairwise(ordered):
            if earlier[1] is None or later[0] < earlier[1]:
                twice = f"{words.format(name)} is in force twice: end the earlier entry with 'until'"
                yield Problem(twice, path=path)


def _edge_inside_lives(constitution: Constitution, k: int) -> Iterator[Problem]:
    edge = constitution.edges[k]
    if edge.since and edge.until and edge.until <= edge.since:
        yield Problem(
            f"'until' ({edge.until}) must be later than 'since' ({edge.since})", path=f"edges[{k}].until"
        )
    for node in (edge.who, edge.whom):
        if node not in constitution:
            continue
        life = constitution.named(node)
        if edge.since and edge.since < life.since:
            yield Problem(f"'{node}' exists only since {life.since}", path=f"edges[{k}].since")
        end = edge.until or edge.since
        if end and life.until and end > life.until:
            yield Problem(f"'{node}' exists only until {life.until}", path=f"edges[{k}]")
