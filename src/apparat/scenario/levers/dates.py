"""Paths of what has a date: the timeline's events, and documents."""

from collections.abc import Iterator, Sequence

from apparat.ground.errors import UsageError, unknown_name
from apparat.mechanisms.documents import shift
from apparat.scenario.compile import Compiled
from apparat.scenario.compile_time import ADDRESSED, signal_rows
from apparat.scenario.events import Alarm, Event, Illness, Reading
from apparat.scenario.levers.edits import (
    Array,
    Edit,
    assign,
    handed,
    month_of,
    number,
    rows,
    switch,
    written,
)
from apparat.scenario.levers.schema import Value
from apparat.world import codes
from apparat.world.state import record

NEVER = "never"
_DOCUMENT = ("public", "handed-over", "addressed-to")


def of_event(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`timeline.EVENT.date` (a month, or `never`) and `timeline.EVENT.value`, of an event still to come."""
    scenario = compiled.scenario
    known = signal_rows(scenario)
    if len(parts) != 2 or parts[1] not in ("date", "value"):
        raise UsageError(f"'timeline.{'.'.join(parts)}' is no path: write timeline.EVENT.date or .value.")
    if parts[0] not in known:
        raise unknown_name("event of the timeline", parts[0], known)
    path = ".".join(("timeline", *parts))
    happens = scenario.timeline[parts[0]].date
    if scenario.month(happens) < month:
        raise UsageError(
            f"{path} cannot be changed from {scenario.from_ + month} on: it happens in {happens}, "
            "before that."
        )
    if parts[1] == "date":
        yield _dated(compiled, path, known[parts[0]], value, month)
    else:
        yield _valued(compiled, path, parts[0], known[parts[0]], value, month)


def _dated(compiled: Compiled, path: str, signals: range, value: Value, month: int) -> Edit:
    scenario = compiled.scenario
    wanted = codes.NOBODY if value == NEVER else month_of(path, value, scenario.from_, scenario.months)
    if 0 <= wanted < month:
        raise UsageError(f"{path} is set to {value}, before {scenario.from_ + month}, when it is to be set.")

    def change(world: Array, _: Array) -> bool:
        events = rows(world, "signals")
        later = wanted - int(events[signals[0]]["month"])
        for k in signals:
            if wanted < 0:
                events[k]["month"] = codes.NOBODY
                continue
            events[k]["month"] += later
            if events[k]["until"] >= 0:
                events[k]["until"] += later
        return bool(later)

    return Edit(path, written(value), month, change, "it has this date already")


def _valued(compiled: Compiled, path: str, name: str, signals: range, value: Value, month: int) -> Edit:
    event = compiled.scenario.timeline[name]
    most = most_of(event)
    if most is None:
        raise UsageError(f"{path}: {event.event} has no value; set its date.")
    wanted = number(path, value, 0.0, most)

    def change(world: Array, _: Array) -> bool:
        return assign(rows(world, "signals")[signals[0]], "value", wanted)

    return Edit(path, written(wanted), month, change, "it has this value already")


def most_of(event: Event) -> float | None:
    """The highest value that an event of the timeline can have; the lowest is 0. None for one without."""
    if isinstance(event, Reading):
        return 3.0
    return 1.0 if isinstance(event, Alarm | Illness) else None


def of_document(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`documents.NAME.public` (on), `.handed-over` (a month) and `.addressed-to` (a body)."""
    scenario = compiled.scenario
    if len(parts) != 2 or parts[1] not in _DOCUMENT:
        raise unknown_name("path of a document", ".".join(parts), [f"NAME.{name}" for name in _DOCUMENT])
    if parts[0] not in scenario.documents:
        raise unknown_name("document", parts[0], scenario.documents)
    d, path = list(scenario.documents).index(parts[0]), ".".join(("documents", *parts))
    if parts[1] == "public":
        if not switch(path, value):
            raise UsageError(f"{path} can only be set on: what is known cannot be made unknown.")
        yield Edit(
            path, "on", month, lambda w, p: _publish(w, p, d), "it is public, or not yet written, then"
        )
        return
    if parts[1] == "addressed-to" and value not in ADDRESSED:
        raise unknown_name("body for a document", written(value), ADDRESSED)
    column, wanted = (
        ("body", ADDRESSED[str(value)])
        if parts[1] == "addressed-to"
        else ("handed", month_of(path, value, scenario.from_, scenario.months))
    )

    def change(world: Array, _: Array) -> bool:
        document = rows(world, "documents")[d]
        return int(document["settled"]) == 0 and assign(document, column, wanted)

    yield Edit(path, written(value), month, change, "it is so already, or the body has decided by then")


def _publish(world: Array, parameters: Array, d: int) -> bool:
    """Contents become known to all, with the effect that the model gives to publication."""
    document = rows(world, "documents")[d]
    if document["public"] >= 0 or document["written"] < 0:
        return False
    document["public"], document["settled"] = world["clock"]["month"][0], 1
    shift(handed(world), record(parameters), d, float(parameters["documents"]["weight"][0]))  # type: ignore[arg-type]
    return True
