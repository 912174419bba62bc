"""Time: the timeline, documents, the calendar of assemblies, and recorded motions as probes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from apparat.ground.dates import Month
from apparat.ground.errors import UsageError
from apparat.scenario.events import Alarm, Happening, RuleChange
from apparat.scenario.schema import Scenario
from apparat.world import codes, state

ADDRESSED = {
    "politburo": codes.TOP,
    "central-committee": codes.COMMITTEE,
    "party-congress": codes.CONGRESS,
}
MOTIONS = ("condemn", "remove-post", "remove-body", "expel", "policy", "reveal")
PROBED = {**{name: kind for kind, name in enumerate(codes.BODY_IDS)}, "party-membership": codes.MEMBERSHIP}


def set_calendar(world: NDArray[np.void], scenario: Scenario, persons: Sequence[str]) -> None:
    """Everything of a scenario that has a date."""
    rows = {name: row for row, name in enumerate(persons)}
    papers = {name: k for k, name in enumerate(scenario.documents)}
    signals = [
        entry
        for happening in scenario.timeline.values()
        if not isinstance(happening, RuleChange)
        for entry in _signals(scenario, happening, rows, papers)
    ]
    if len(signals) > state.SIGNALS:
        raise UsageError(f"The timeline has {len(signals)} entries; a world has room for {state.SIGNALS}.")
    world["n"]["signals"] = len(signals)
    for k, entry in enumerate(signals):
        world["signals"][0][k] = entry
    _set_enrolment(world, scenario)
    _set_documents(world, scenario, rows)
    _set_sessions(world, scenario)
    _set_probes(world, scenario, rows, papers)


def signal_rows(scenario: Scenario) -> dict[str, range]:
    """Rows of the signal table that each event of the timeline takes; changes of rules take none."""
    found, first = {}, 0
    for name, happening in scenario.timeline.items():
        if not isinstance(happening, RuleChange):
            found[name] = range(first, first + 1 + _ends(happening))
            first = found[name].stop
    return found


def _ends(happening: Happening) -> bool:
    """Whether an event is followed by the signal of its end."""
    return isinstance(happening, Alarm) and happening.until is not None


Entry = tuple[int, int, int, int, float, int]


def _signals(
    scenario: Scenario, happening: Happening, rows: dict[str, int], papers: dict[str, int]
) -> list[Entry]:
    """(month, kind, figure, document, value, until); an alarm that ends becomes two signals."""
    kind = codes.SIGNAL_WORDS.index(happening.event)
    month = scenario.month(happening.date)
    who = getattr(happening, "person", None) or getattr(happening, "of", None)
    figure = rows[who] if who is not None else codes.NOBODY
    paper = getattr(happening, "document", None)
    document = papers[paper] if paper is not None else codes.NOBODY
    value = float(getattr(happening, "value", getattr(happening, "severity", 0.0)))
    until: Month | None = getattr(happening, "until", None)
    end = scenario.month(until) if until is not None else codes.NOBODY
    entries: list[Entry] = [(month, kind, figure, document, value, end)]
    if _ends(happening):
        entries.append((end, kind, codes.NOBODY, codes.NOBODY, 0.0, codes.NOBODY))
    return entries


def _set_enrolment(world: NDArray[np.void], scenario: Scenario) -> None:
    for happening in scenario.timeline.values():
        if happening.event == "enrolment-possible":
            world["rules"]["enrolment_size"] = happening.size
            world["rules"]["enrolment_months"] = happening.months


def _set_documents(world: NDArray[np.void], scenario: Scenario, rows: dict[str, int]) -> None:
    for k, paper in enumerate(scenario.documents.values()):
        document = world["documents"][0][k]
        document["author"] = rows[paper.author]
        document["handed"] = scenario.month(paper.handed_over)
        document["body"] = ADDRESSED[paper.addressed_to]
        document["clears"] = paper.clears_prisoners
        for name, shift in paper.about.items():
            world["effects"][0][k, rows[name]] = shift.value
        for name in (*paper.knows, paper.holder):
            world["knows"][0][k, rows[name]] = 1


def _set_sessions(world: NDArray[np.void], scenario: Scenario) -> None:
    for k, written in enumerate(scenario.congresses):
        session = world["sessions"][0][k]
        session["month"] = session["planned"] = scenario.month(written.date)
        session["body"] = codes.CONGRESS if written.body == "party-congress" else codes.CONFERENCE
        session["number"], session["delegates"] = written.number, written.delegates.value
        if written.committee is not None:
            session["committee"] = written.committee.full
            session["candidates"] = written.committee.candidate
            session["control"] = written.committee.control


def _set_probes(
    world: NDArray[np.void], scenario: Scenario, rows: dict[str, int], papers: dict[str, int]
) -> None:
    for k, motion in enumerate(scenario.motions.values()):
        probe = world["probes"][0][k]
        probe["month"] = scenario.month(motion.date)
        probe["body"] = PROBED[motion.body]
        probe["motion"] = MOTIONS.index(motion.motion)
        probe["mover"] = rows[motion.sponsors[0]] if motion.sponsors else codes.NOBODY
        probe["target"] = rows[motion.target] if motion.target is not None else codes.NOBODY
        probe["document"] = papers[motion.document] if motion.document is not None else codes.NOBODY
        for side, named in ((1, motion.sponsors), (-1, motion.opponents)):
            for name in named:
                world["camps"][0][k, rows[name]] = side
        probe["votes_for"] = probe["votes_against"] = probe["abstained"] = codes.NOBODY
