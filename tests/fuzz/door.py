"""A door: a way in for what somebody outside has written, and what may come out of it."""

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis.strategies import SearchStrategy

import apparat
from apparat.ground.errors import LONGEST, ApparatError

PATIENCE = 5.0
"""Seconds of processor time after which an input counts as a hang. Usual ones take milliseconds."""
_PACKAGE = str(Path(apparat.__file__).parent)


@dataclass(frozen=True)
class Door:
    """A way in. `enter` takes what somebody wrote; it returns, or raises an ApparatError."""

    name: str
    enter: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    """Inputs that are in order, for the fuzzer to start from."""
    spoiled: SearchStrategy[bytes]
    """Inputs of the right form with hostile parts."""


@dataclass(frozen=True)
class Fault:
    """What should not have come out; two faults with the same `mark` are one."""

    mark: str
    said: str


def fault_of(door: Door, data: bytes) -> Fault | None:
    """Knock: what an input brings out that it should not. None is a result, or a clear message."""
    began = time.process_time()
    try:
        door.enter(data)
    except ApparatError as error:
        return _unclear(str(error)) or _slow(began)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is a finding)
        return Fault(_place(error), "".join(traceback.format_exception(error)))
    return _slow(began)


def _slow(began: float) -> Fault | None:
    taken = time.process_time() - began
    return Fault("slow", f"took {taken:.1f} s") if taken > PATIENCE else None


def _unclear(message: str) -> Fault | None:
    if not message.strip():
        return Fault("silent", "the message is empty")
    if max(map(len, message.splitlines())) > LONGEST:
        return Fault("long", f"a line of the message is too long: {message[:LONGEST]}")
    if not message.replace("\n", "").replace("\t", "").isprintable():
        return Fault("control", f"the message holds what a terminal might obey: {message!r}")
    return None


def _place(error: Exception) -> str:
    """The kind of an error and the last line of ours that it passed through."""
    ours = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(_PACKAGE)]
    where = f"{Path(ours[-1].filename).relative_to(_PACKAGE)}:{ours[-1].lineno}" if ours else "outside"
    return f"{type(error).__name__} at {where}"
