"""Amendments: the dated changes of a record, and the readings of disputed sources, applied to it."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, JsonValue, ValidationError

from apparat.ground.dates import Month

if TYPE_CHECKING:
    from apparat.constitution.parts import Dated, Reading

Record = TypeVar("Record", bound="Dated")
Model = TypeVar("Model", bound=BaseModel)


class AmendmentError(Exception):
    """A change that does not fit the record it is made to; `path` leads to it inside the record."""

    def __init__(self, path: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


def as_of(record: Record, month: Month) -> Record:
    """The record as it stands in a month: changes up to it applied, none left. Raises AmendmentError."""
    standing = record
    for since, version in record.versions:
        if since <= month:
            standing = version
    return standing


def as_read(record: Record, answers: Mapping[str, str]) -> Record:
    """The record under the chosen answers to disputed questions. Raises AmendmentError."""
    read = record
    for question, readings in record.variants.items():
        answer = answers.get(question, "")
        if answer in readings:
            path = ("variants", question, answer, "set")
            read = amended(read, _undisputed(readings[answer], record), path)
    return read


def _undisputed(reading: "Reading", record: "Dated") -> Mapping[str, JsonValue]:
    """What a reading sets, with the record's own changes from the month on in which readings agree again."""
    changes = reading.set.get("changes")
    if reading.until is None or not isinstance(changes, list):
        return reading.set
    later = [change.model_dump(mode="json") for change in record.changes if change.since >= reading.until]
    return {**reading.set, "changes": [*changes, *later]}


def versions(record: Record) -> tuple[tuple[Month, Record], ...]:
    """The record as it stood from each month in which it was changed. Raises AmendmentError."""
    now = record.model_copy(update={"changes": ()})
    found = [(Month(0), now)]
    for position, change in enumerate(record.changes):
        now = amended(now, change.set, ("changes", position, "set"))
        found.append((change.since, now))
    return tuple(found)


def amended(record: Model, changes: Mapping[str, JsonValue], path: tuple[str | int, ...]) -> Model:
    """The record with some keys replaced, checked as if it had been written so. Raises AmendmentError."""
    text = json.dumps({**record.model_dump(mode="json"), **changes})
    try:
        return type(record).model_validate_json(text, strict=True)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        where = [step for step in detail["loc"] if step in changes]
        message = detail["msg"].removeprefix("Value error, ")
        if detail["type"] == "extra_forbidden":
            message = "there is no such key to change here"
        raise AmendmentError((*path, *where[:1]), message[:1].lower() + message[1:]) from None
