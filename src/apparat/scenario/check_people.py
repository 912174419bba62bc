"""Checks of persons: names that refer to each other, keys, traits, seats, ties."""

from collections import Counter
from collections.abc import Iterator

from apparat.scenario.events import Death, Funeral, Illness
from apparat.scenario.mistakes import Mistake, unknown
from apparat.scenario.schema import Scenario
from apparat.scenario.sources import is_assumption, is_dated_from


def of_people(scenario: Scenario) -> Iterator[Mistake]:
    """All mistakes about persons."""
    for check in (_person_names, _keys, _hindsight, _seats, _bonds):
        yield from check(scenario)


def _person_references(scenario: Scenario) -> Iterator[Mistake]:
    for body, bench in scenario.bodies.items():
        for rank, seats in (("full", bench.full), ("candidate", bench.candidate)):
            for position, seat in enumerate(seats):
                yield ("bodies", body, rank, position, "person"), seat.person
    for position, tie in enumerate(scenario.ties):
        yield ("ties", position, "client"), tie.client
        yield ("ties", position, "patron"), tie.patron
    for position, relation in enumerate(scenario.relations):
        for side in (0, 1):
            yield ("relations", position, "between", side), relation.between[side]
    for region, land in scenario.regions.items():
        if land.secretary is not None:
            yield ("regions", region, "secretary", "person"), land.secretary.person
    for position, lost in enumerate(scenario.recorded.seats_lost):
        yield ("recorded", "seats-lost", position, "person"), lost.person
    yield from _person_references_in_events(scenario)


def _person_references_in_events(scenario: Scenario) -> Iterator[Mistake]:
    for name, event in scenario.timeline.items():
        if isinstance(event, Illness | Death):
            yield ("timeline", name, "person"), event.person
        elif isinstance(event, Funeral):
            yield ("timeline", name, "of"), event.of
    for name, paper in scenario.documents.items():
        yield ("documents", name, "author"), paper.author
        yield ("documents", name, "holder"), paper.holder
        for person in paper.about:
            yield ("documents", name, "about", person), person
        for position, person in enumerate(paper.knows):
            yield ("documents", name, "knows", position), person
    for name, motion in scenario.motions.items():
        if motion.target is not None:
            yield ("motions", name, "target"), motion.target
        for side, persons in (("sponsors", motion.sponsors), ("opponents", motion.opponents)):
            for position, person in enumerate(persons):
                yield ("motions", name, side, position), person


def _person_names(scenario: Scenario) -> Iterator[Mistake]:
    for path, person in _person_references(scenario):
        if person not in scenario.persons:
            yield path, unknown("person", person, scenario.persons)


def _keys(scenario: Scenario) -> Iterator[Mistake]:
    holders: dict[int, str] = {}
    for name, person in scenario.persons.items():
        if person.key in holders:
            free = next(
                key for key in range(1, 1001) if key not in {p.key for p in scenario.persons.values()}
            )
            first = holders[person.key]
            yield (
                ("persons", name, "key"),
                f"the key {person.key} is also {first}'s: each person needs his own; {free} is free",
            )
        holders.setdefault(person.key, name)
        if person.joined.value < person.born.value + 10:
            yield (
                ("persons", name, "joined"),
                f"joined in {person.joined.value}, but was born in {person.born.value}",
            )


def _hindsight(scenario: Scenario) -> Iterator[Mistake]:
    for name, person in scenario.persons.items():
        for trait, departure in person.traits.stated().items():
            path = ("persons", name, "traits", trait)
            if departure.dated >= scenario.from_:
                yield (
                    (*path, "dated"),
                    f"hindsight is not evidence: the fact must be dated before the opening, {scenario.from_}",
                )
            if any(is_dated_from(reference, scenario.from_) for reference in departure.because):
                yield (
                    (*path, "because"),
                    f"hindsight is not evidence: a source here is dated {scenario.from_} or later",
                )
            if all(is_assumption(reference) for reference in departure.because):
                yield (
                    (*path, "because"),
                    "a departure from the prior cannot be assumed: name a fact or a work, or leave it out",
                )


def _seats(scenario: Scenario) -> Iterator[Mistake]:
    for body, bench in scenario.bodies.items():
        seen: set[str] = set()
        for rank, seats in (("full", bench.full), ("candidate", bench.candidate)):
            for position, seat in enumerate(seats):
                path = ("bodies", body, rank, position)
                if seat.person in seen:
                    yield path, f"'{seat.person}' already has a seat in '{body}'"
                seen.add(seat.person)
                if seat.since > scenario.from_:
                    yield (
                        (*path, "since"),
                        f"{seat.since} is after the opening ({scenario.from_}): the model fills later seats",
                    )
    secretaries = Counter(land.secretary.person for land in scenario.regions.values() if land.secretary)
    for region, land in scenario.regions.items():
        if land.secretary is not None and secretaries[land.secretary.person] > 1:
            yield (
                ("regions", region, "secretary"),
                f"'{land.secretary.person}' is secretary of more than one region",
            )


def _bonds(scenario: Scenario) -> Iterator[Mistake]:
    patrons: dict[str, str] = {}
    for position, tie in enumerate(scenario.ties):
        if tie.client in patrons:
            yield (
                ("ties", position, "client"),
                f"'{tie.client}' already depends on '{patrons[tie.client]}': make the other a relation",
            )
        patrons.setdefault(tie.client, tie.patron)
    for client in patrons:
        chain, here = [client], patrons.get(client)
        while here is not None and here not in chain:
            chain.append(here)
            here = patrons.get(here)
        if here == client and client == min(chain):
            yield ("ties",), f"ties run in a circle: {' -> '.join([*chain, client])}"
    pairs: set[frozenset[str]] = set()
    for position, relation in enumerate(scenario.relations):
        pair = frozenset(relation.between)
        if pair in pairs:
            yield (
                ("relations", position),
                f"the relation of {' and '.join(relation.between)} is written twice",
            )
        pairs.add(pair)
