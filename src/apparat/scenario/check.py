"""What a schema cannot see: names that refer to each other, dates, sums, sources. All problems at once."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from apparat import constitution
from apparat.ground.dates import Month
from apparat.ground.documents import Document
from apparat.ground.errors import ApparatError, Problem, nearest
from apparat.scenario.events import Alarm, Death, DocumentWritten, Funeral, Illness
from apparat.scenario.schema import Scenario
from apparat.scenario.sources import is_assumption, mistake

Path = tuple[str | int, ...]


def problems(scenario: Scenario, document: Document) -> list[Problem]:
    """Everything wrong with a scenario that its schema let pass."""
    found = [document.problem(message, *path) for path, message in _mistakes(scenario)]
    return found


def _mistakes(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    yield from _sources(scenario, scenario, ())
    yield from _person_names(scenario)
    yield from _keys(scenario)
    yield from _hindsight(scenario)
    yield from _seats(scenario)
    yield from _bonds(scenario)
    yield from _shares(scenario)
    yield from _dates(scenario)
    yield from _the_dead(scenario)
    yield from _papers(scenario)
    yield from _variants(scenario)
    yield from _constitution(scenario)


def _sources(scenario: Scenario, part: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(part, BaseModel):
        fields = type(part).model_fields
        for name, field in fields.items():
            if name != "options":
                yield from _sources(scenario, getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _sources(scenario, value, (*path, key))
    elif isinstance(part, tuple):
        for position, value in enumerate(part):
            if path[-1] == "because":
                wrong = mistake(value, scenario.assumptions)
                if wrong is not None:
                    yield (*path, position), wrong
            else:
                yield from _sources(scenario, value, (*path, position))


def _unknown(kind: str, name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = nearest(name, names)
    if close:
        return f"there is no {kind} '{name}': did you mean {' or '.join(repr(word) for word in close)}?"
    return f"there is no {kind} '{name}': known are {', '.join(names[:12])}"


def _person_references(scenario: Scenario) -> Iterator[tuple[Path, str]]:
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
            yield ("regions", region, "secretary"), land.secretary
    for position, lost in enumerate(scenario.recorded.seats_lost):
        yield ("recorded", "seats-lost", position, "person"), lost.person
    yield from _person_references_in_events(scenario)


def _person_references_in_events(scenario: Scenario) -> Iterator[tuple[Path, str]]:
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


def _person_names(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for path, person in _person_references(scenario):
        if person not in scenario.persons:
            yield path, _unknown("person", person, scenario.persons)


def _keys(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    holders: dict[int, str] = {}
    for name, person in scenario.persons.items():
        if person.key in holders:
            free = next(key for key in range(1, 1001) if key not in {p.key for p in scenario.persons.values()})
            first = holders[person.key]
            yield ("persons", name, "key"), f"the key {person.key} is also {first}'s: each person needs his own; {free} is free"
        holders.setdefault(person.key, name)
        if person.joined.value < person.born.value + 10:
            yield ("persons", name, "joined"), f"joined in {person.joined.value}, but was born in {person.born.value}"


def _hindsight(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for name, person in scenario.persons.items():
        for trait, departure in person.traits.stated().items():
            path = ("persons", name, "traits", trait)
            if departure.dated >= scenario.from_:
                yield (
                    (*path, "dated"),
                    f"hindsight is not evidence: a departure from the prior must rest on a fact dated before {scenario.from_}",
                )
            if all(is_assumption(reference) for reference in departure.because):
                yield (
                    (*path, "because"),
                    "a departure from the prior cannot be assumed: name a fact or a work, or leave the trait out",
                )


def _seats(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for body, bench in scenario.bodies.items():
        seen: set[str] = set()
        for rank, seats in (("full", bench.full), ("candidate", bench.candidate)):
            for position, seat in enumerate(seats):
                path = ("bodies", body, rank, position)
                if seat.person in seen:
                    yield path, f"'{seat.person}' already has a seat in '{body}'"
                seen.add(seat.person)
                if seat.since > scenario.from_:
                    yield (*path, "since"), f"{seat.since} is after the opening ({scenario.from_}): the model fills later seats"
    secretaries = Counter(region.secretary for region in scenario.regions.values() if region.secretary)
    for region, land in scenario.regions.items():
        if land.secretary is not None and secretaries[land.secretary] > 1:
            yield ("regions", region, "secretary"), f"'{land.secretary}' is secretary of more than one region"


def _bonds(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    patrons: dict[str, str] = {}
    for position, tie in enumerate(scenario.ties):
        if tie.client in patrons:
            yield (
                ("ties", position, "client"),
                f"'{tie.client}' already depends on '{patrons[tie.client]}': one patron each; use 'relations' for the other bond",
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
            yield ("relations", position), f"the relation of {' and '.join(relation.between)} is written twice"
        pairs.add(pair)


def _shares(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    total = sum(region.share.value for region in scenario.regions.values())
    if abs(total - 1) > 0.001:
        yield ("regions",), f"the regions' shares must sum to 1, not {total:.4f}"


def _inside(scenario: Scenario, moment: Month) -> str | None:
    if scenario.from_ <= moment <= scenario.until:
        return None
    return f"{moment} lies outside the scenario's months, {scenario.from_} to {scenario.until}"


def _dates(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    dated: list[tuple[Path, Month]] = [(("timeline", name, "date"), e.date) for name, e in scenario.timeline.items()]
    dated += [(("congresses", position, "date"), s.date) for position, s in enumerate(scenario.congresses)]
    dated += [(("documents", name, "handed-over"), p.handed_over) for name, p in scenario.documents.items()]
    dated += [(("motions", name, "date"), m.date) for name, m in scenario.motions.items()]
    for path, moment in dated:
        wrong = _inside(scenario, moment)
        if wrong is not None:
            yield path, wrong
    for name, event in scenario.timeline.items():
        if isinstance(event, Illness | Alarm) and event.until is not None and event.until <= event.date:
            yield ("timeline", name, "until"), f"ends in {event.until}, before or as it begins ({event.date})"
    for name, person in scenario.persons.items():
        for office, tenure in person.offices.items():
            if tenure.since > scenario.from_:
                yield (
                    ("persons", name, "offices", office, "since"),
                    f"{tenure.since} is after the opening ({scenario.from_}): the model makes later appointments",
                )


def _the_dead(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    deaths: dict[str, Month] = {}
    for name, event in scenario.timeline.items():
        if isinstance(event, Death):
            if event.person in deaths:
                yield ("timeline", name), f"'{event.person}' dies twice"
            deaths.setdefault(event.person, event.date)
    for name, event in scenario.timeline.items():
        if isinstance(event, Illness) and event.person in deaths and event.date > deaths[event.person]:
            yield ("timeline", name), f"'{event.person}' falls ill after his death in {deaths[event.person]}"
        if isinstance(event, Funeral) and event.date < deaths.get(event.of, scenario.until + 1):
            yield ("timeline", name), f"a funeral of '{event.of}' needs his death before it, or in the same month"
    for name, motion in scenario.motions.items():
        if motion.target in deaths and motion.date > deaths[motion.target]:
            yield ("motions", name, "target"), f"'{motion.target}' is dead by {motion.date}"


def _papers(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    written = {}
    for name, event in scenario.timeline.items():
        if isinstance(event, DocumentWritten):
            written[event.document] = event.date
            if event.document not in scenario.documents:
                yield ("timeline", name, "document"), _unknown("document", event.document, scenario.documents)
    for name, paper in scenario.documents.items():
        if name not in written:
            yield ("documents", name), f"'{name}' is never written: add a 'document-written' event to the timeline"
        elif paper.handed_over < written[name]:
            yield ("documents", name, "handed-over"), f"handed over before it is written ({written[name]})"
    for name, motion in scenario.motions.items():
        if motion.document is not None and motion.document not in scenario.documents:
            yield ("motions", name, "document"), _unknown("document", motion.document, scenario.documents)
        if motion.motion == "reveal" and motion.document is None:
            yield ("motions", name), "a motion to reveal needs its 'document'"


def _variants(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for name, variant in scenario.variants.items():
        if variant.default not in variant.options:
            yield ("variants", name, "default"), _unknown("option", variant.default, variant.options)
        elif variant.options[variant.default]:
            yield (
                ("variants", name, "options", variant.default),
                "the default option is the file as it stands: leave it empty, {}",
            )


def _constitution(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    try:
        state = constitution.load(scenario.constitution)
    except ApparatError as error:
        yield ("constitution",), str(error)
        return
    for body in scenario.bodies:
        if body not in state.bodies:
            yield ("bodies", body), _unknown("body", body, state.bodies)
    held: dict[str, str] = {}
    for name, person in scenario.persons.items():
        for office in person.offices:
            path = ("persons", name, "offices", office)
            if office not in state.offices:
                yield path, _unknown("office", office, state.offices)
                continue
            if office in held:
                yield path, f"'{office}' is already held by '{held[office]}': one person holds an office"
            held.setdefault(office, name)
