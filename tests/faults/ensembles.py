"""The ensemble that faults are done to, in child processes that are forked with the kernels in memory.

A process that starts from nothing takes a second or more; one that is forked from a warm parent takes
milliseconds, and dies as really. The parent itself opens no store and starts no thread.
"""

import os
import pickle
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from apparat.experiments import blocks
from apparat.experiments.crew.threads import Threads
from apparat.experiments.ensemble import ensemble
from apparat.experiments.seam import Engine, Journal, Request
from apparat.ground.errors import ApparatError
from apparat.store.blocks import PARTS
from apparat.store.files import TEMPORARY
from apparat.store.manifest import is_store
from apparat.store.store import Store

RUNS = 24
_BLOCK_SECONDS = 0.03
"""Seconds that a block shall take: short, so that many are written before a fault and after it."""


@dataclass(frozen=True, kw_only=True)
class Warmed(Request):
    """A request whose engine is there already."""

    engine: Engine

    def build(self, journal: Journal, sets: object = None) -> Engine:
        """The engine, as it is."""
        return self.engine


@dataclass(frozen=True)
class Ended:
    """How a child ended: what it gave back, the message of its refusal, or the signal that killed it."""

    value: Any = None
    refusal: str = ""
    fault: str = ""
    killed: int = 0


@dataclass(frozen=True)
class State:
    """What a store holds at a moment when nobody writes to it."""

    stored: int
    damaged: int
    digest: str
    complete: bool
    left_over: int
    """Temporary files, and parts that no block claims."""


def warmed(seed: int) -> Warmed:
    """A request with its engine compiled and loaded into this process."""
    request = Request(scenario="succession-1922", seed=seed, choice="uncalibrated")
    engine = request.build("decisions")
    engine.warm(lambda *_: None)
    # What is loaded at the first run only would otherwise be loaded by every child.
    engine.block(0, 1).tables()
    return Warmed(scenario=request.scenario, seed=seed, choice=request.choice, engine=engine)


def play(request: Warmed, folder: Path, *, threads: int = 2) -> str:
    """The ensemble, begun or gone on with; gives its digest."""
    blocks.SECONDS = _BLOCK_SECONDS
    return ensemble(request, runs=RUNS, out=folder, resume=True, crew=Threads(threads)).digest


def state(folder: Path) -> State:
    """What is stored."""
    if not is_store(folder):
        return State(0, 0, "", complete=False, left_over=0)
    store = Store.open(folder)
    claimed = sum(1 for _ in folder.glob("blocks/*.json"))
    tables = {path.name.partition("-")[0] for path in (folder / PARTS).iterdir()}
    parts = sum(1 for _ in (folder / PARTS).iterdir())
    strays = parts - claimed * len(tables) + sum(1 for _ in folder.rglob(f"*{TEMPORARY}"))
    digest = store.digest() if store.stored() == RUNS else ""
    whole = store.manifest.state == "complete"
    return State(store.stored(), len(store.verify()), digest, complete=whole, left_over=strays)


class Child:
    """A forked process that calls something. `wait` says how it ended."""

    def __init__(self, call: Callable[[], Any]) -> None:
        reading, writing = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(reading)
            _called(call, writing)
        os.close(writing)
        self._reading = reading

    def kill(self, number: int) -> None:
        """Send a signal, if the child still lives."""
        os.kill(self.process, number)

    def wait(self) -> Ended:
        """Its end, once it came."""
        with os.fdopen(self._reading, "rb") as pipe:
            said = pipe.read()
        _, status = os.waitpid(self.process, 0)
        if os.WIFSIGNALED(status):
            return Ended(killed=os.WTERMSIG(status))
        return Ended(**pickle.loads(said))  # noqa: S301 (from our own child)


def _called(call: Callable[[], Any], writing: int) -> None:
    """In the child: call, say what came of it, and end without whatever the parent would do at its end."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        said = {"value": call()}
    except ApparatError as error:
        said = {"refusal": str(error)}
    except KeyboardInterrupt:
        said = {"refusal": "Stopped."}
    except BaseException as error:  # noqa: BLE001 (told to the parent, which fails with it)
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        said = {"fault": f"{type(error).__name__}: {error} ({where})"}
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(pickle.dumps(said))
    os._exit(0)
