"""A run played again: its full journal, and its state at the beginning of any month."""

import threading

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.engine.runs import Run
from apparat.world import codes
from apparat.world.state import copied, new_world, overwrite

_STRIDE = 12
"""Months between two states that are kept: any month is at most a year's play away."""
_LATELY = 16
"""States asked for lately that are kept beside."""


class Past:
    """One run of an engine whose journal is full."""

    def __init__(self, engine: Engine, run: int) -> None:
        self.engine = engine
        self.months: int = engine.compiled.scenario.months
        trunk = engine.open(run)
        self._kept: list[NDArray[np.void]] = []
        for month in range(0, self.months, _STRIDE):
            trunk.advance(month)
            self._kept.append(copied(trunk.world))
        trunk.advance(self.months)
        self._parameters = trunk.parameters
        self.digest = trunk.digest
        world = trunk.world
        self.events = np.concatenate([world["events"][0][:0], *trunk.events])
        self.rolls = np.concatenate([world["rolls"][0][:0], *trunk.rolls])
        self._lately: dict[tuple[int, int], Run] = {}
        self._lock = threading.Lock()
        self._threads = threading.local()
        self.leaders = world["leaders"][0][: self.months].copy()
        self.chiefs = world["chiefs"][0][: self.months].copy()

    def at(self, month: int, *, journal: int = codes.J_DECISIONS) -> Run:
        """The run at the beginning of a month, unwatched, its journal empty: fork it, never play it on."""
        key = (month, journal)
        with self._lock:
            if key not in self._lately:
                if len(self._lately) >= _LATELY:
                    del self._lately[next(iter(self._lately))]
                self._lately[key] = self._played(month, journal)
            return self._lately[key]

    def _played(self, month: int, journal: int) -> Run:
        kept = min(month // _STRIDE, len(self._kept) - 1)
        run = Run(copied(self._kept[kept]), self._parameters.copy(), observed=False)
        run.world["clock"]["journal"] = codes.J_DECISIONS
        run.advance(month)
        run.events.clear()
        run.written = 0
        run.world["clock"]["journal"] = journal
        return run

    def again(self, start: Run) -> Run:
        """A fork in this thread's workspace, gone with the next: new memory costs more than a month."""
        if not hasattr(self._threads, "world"):
            self._threads.world = new_world()
        overwrite(self._threads.world, start.world)
        return Run(self._threads.world, start.parameters, observed=False)


def told(run: Run) -> NDArray[np.void]:
    """The journal that a run has written so far."""
    return np.concatenate([run.world["events"][0][:0], *run.events])
