"""Checks of time: dates inside the scenario, ends after beginnings, the dead, documents in their order."""

from collections.abc import Iterator

from apparat.ground.dates import Month
from apparat.scenario.events import Alarm, Death, DocumentWritten, Funeral, Illness
from apparat.scenario.mistakes import Mistake, Path, unknown
from apparat.scenario.schema import Scenario


def of_time(scenario: Scenario) -> Iterator[Mistake]:
    """All mistakes about months and what happens in them."""
    for check in (_dates, _the_dead, _papers):
        yield from check(scenario)


def _inside(scenario: Scenario, moment: Month) -> str | None:
    if scenario.from_ <= moment <= scenario.until:
        return None
    return f"{moment} lies outside the scenario's months, {scenario.from_} to {scenario.until}"


def _dates(scenario: Scenario) -> Iterator[Mistake]:
    dated: list[tuple[Path, Month]] = [
        (("timeline", name, "date"), e.date) for name, e in scenario.timeline.items()
    ]
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
                message = f"{tenure.since} is after the opening, {scenario.from_}: the model appoints"
                yield ("persons", name, "offices", office, "since"), message


def _the_dead(scenario: Scenario) -> Iterator[Mistake]:
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
            yield (
                ("timeline", name),
                f"a funeral of '{event.of}' needs his death before it, or in the same month",
            )
    for name, paper in scenario.documents.items():
        if paper.holder in deaths and paper.handed_over > deaths[paper.holder]:
            yield (
                ("documents", name, "holder"),
                f"'{paper.holder}' is dead by {paper.handed_over}, when it is handed over",
            )
    for name, motion in scenario.motions.items():
        if motion.target in deaths and motion.date > deaths[motion.target]:
            yield ("motions", name, "target"), f"'{motion.target}' is dead by {motion.date}"


def _papers(scenario: Scenario) -> Iterator[Mistake]:
    written = {}
    for name, event in scenario.timeline.items():
        if isinstance(event, DocumentWritten):
            written[event.document] = event.date
            if event.document not in scenario.documents:
                yield ("timeline", name, "document"), unknown("document", event.document, scenario.documents)
    for name, paper in scenario.documents.items():
        if name not in written:
            yield (
                ("documents", name),
                f"'{name}' is never written: add a 'document-written' event to the timeline",
            )
        elif paper.handed_over < written[name]:
            yield ("documents", name, "handed-over"), f"handed over before it is written ({written[name]})"
    for name, motion in scenario.motions.items():
        if motion.document is not None and motion.document not in scenario.documents:
            yield ("motions", name, "document"), unknown("document", motion.document, scenario.documents)
        if motion.motion == "reveal" and motion.document is None:
            yield ("motions", name), "a motion to reveal needs its 'document'"
