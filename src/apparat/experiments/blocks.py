"""Blocks of runs: computed and written by whoever is at hand, and entered into the store here.

Block sizes follow the clock, which is safe because they decide no result. Only the process that holds the
store enters blocks, so that a worker believed dead, which writes its parts after all, doubles nothing.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from apparat.experiments.crew.crew import Crew, each
from apparat.experiments.seam import Engine
from apparat.store.blocks import BlockRecord, write_parts
from apparat.store.store import Store

FIRST = 4
LARGEST = 1024
SECONDS = 0.5

Range = tuple[int, int]
"""First run, and how many."""


class Work:
    """Ranges of runs still to be computed, handed out in order."""

    def __init__(self, gaps: Iterable[Range]) -> None:
        self._gaps = deque(gaps)
        self.left = sum(count for _, count in self._gaps)

    def take(self, wanted: int, hands: int) -> Range | None:
        """The next range: `wanted` runs or fewer, so that all hands finish together; None at the end."""
        if not self._gaps:
            return None
        first, free = self._gaps.popleft()
        count = min(wanted, free, ceil(self.left / hands))
        if count < free:
            self._gaps.appendleft((first + count, free - count))
        self.left -= count
        return first, count


@dataclass(frozen=True)
class Written:
    """A block that is on disk, and the seconds it took."""

    record: BlockRecord
    seconds: float


@dataclass(frozen=True)
class Compute:
    """The job: a block computed and written, to be entered by others."""

    engine: Engine
    folder: Path

    def __call__(self, runs: Range) -> Written:
        """A range of runs, stored in the folder."""
        began = time.monotonic()
        block = self.engine.block(*runs)
        record = write_parts(self.folder, runs[0], block.tables(), block.digests)
        return Written(record, time.monotonic() - began)


class _Pace:
    """Ranges sized so that each takes about as long as it should."""

    def __init__(self, work: Work, crew: Crew) -> None:
        self._work, self._crew = work, crew
        self._size = FIRST

    def __iter__(self) -> Iterator[Range]:
        while (taken := self._work.take(self._size, max(self._crew.hands, 1))) is not None:
            yield taken

    def took(self, runs: int, seconds: float) -> None:
        """Learn from a block that is done."""
        self._size = min(max(int(runs * SECONDS / max(seconds, 1e-3)), 1), LARGEST)


def run_blocks(engine: Engine, store: Store, *, crew: Crew, heard: Callable[[int, float], None]) -> None:
    """Compute and store what the store lacks; `heard` is told runs finished and runs a second.

    On KeyboardInterrupt the blocks in flight are finished and kept, then it is raised again.
    """
    pace = _Pace(Work(store.missing()), crew)
    job, began, finished = Compute(engine, store.folder.resolve()), time.monotonic(), 0

    def keep(done: Written) -> None:
        store.enter(done.record)

    with closing(each(crew, job, pace, folder=store.folder, keep=keep)) as blocks:
        for (_, count), done in blocks:
            pace.took(count, done.seconds)
            finished += count
            heard(finished, finished / max(time.monotonic() - began, 1e-9))
