"""Items worked through by a crew, as they finish or in order."""

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeAlias, TypeVar

from apparat.experiments.seam import Watcher

AHEAD = 2
"""Items given out for each hand: one that it works on, and one that waits for it."""
LISTEN = 0.2
"""Seconds between looks at the clock."""

I = TypeVar("I")  # noqa: E741 (an item)
T = TypeVar("T")

Job: TypeAlias = Callable[[I], T]
"""What is done to an item. To be sent to other processes, it must hold nothing that belongs to this one."""


class Future(Protocol):
    """An item that was given out."""

    def add_done_callback(self, heard: Callable[[Any], Any], /) -> Any:
        """Tell `heard` once it is finished, or has failed."""


class Crew(Protocol):
    """Hands that do a job."""

    @property
    def hands(self) -> int:
        """Items that it works on at once, now. Raises ApparatError if that is none for long."""

    @property
    def halted(self) -> Callable[[], bool]:
        """To be asked by a long job now and then, wherever it runs: whether nobody waits for it any more."""

    def at(self, job: Job[I, Any], folder: Path | None) -> AbstractContextManager[Callable[[I], Future]]:
        """Set to work on a job: what is given takes items. `folder` is where the job writes, if anywhere."""

    def result(self, future: Any) -> Any:
        """What came of an item; waits for it. Raises what the job raised, or ApparatError for a lost one."""

    def recall(self, futures: Iterable[Any], *, finish: bool) -> list[Any]:
        """Give up the items that nobody works on yet, and unless `finish` all that are not done.

        Returns those of which something may still come.
        """


def each(
    crew: Crew,
    job: Job[I, T],
    items: Iterable[I],
    *,
    folder: Path | None = None,
    keep: Callable[[T], None] | None = None,
    look: Callable[[], None] = lambda: None,
) -> Generator[tuple[I, T], None, None]:
    """Items with what `job` made of them, as they finish. Close it, or use it up.

    `keep` hears of each before it is yielded, and also of items in flight when it ends early, which are then
    finished; without one they are given up. `look` is called several times a second.
    """
    left = iter(items)
    done: SimpleQueue[Future] = SimpleQueue()
    waiting: dict[Future, I] = {}
    with crew.at(job, folder) as give:
        try:
            while True:
                room = AHEAD * crew.hands - len(waiting)
                for item in islice(left, max(room, 0)):
                    future = give(item)
                    waiting[future] = item
                    future.add_done_callback(done.put)
                if not waiting and room > 0:
                    return
                with suppress(Empty):
                    future = done.get(timeout=LISTEN)
                    found: T = crew.result(future)
                    if keep is not None:
                        keep(found)
                    yield waiting.pop(future), found
                look()
        finally:
            _end(crew, waiting, keep)


def _end(crew: Crew, waiting: Iterable[Future], keep: Callable[[T], None] | None) -> None:
    """Give up what is left; where results are kept, wait for what is in flight, and keep it if it can be."""
    for future in crew.recall(waiting, finish=keep is not None):
        if keep is not None:
            with suppress(Exception):  # what is told is why it ends
                keep(crew.result(future))


def in_order(
    crew: Crew, job: Job[int, T], count: int, folder: Path | None = None
) -> Generator[T, None, None]:
    """What `job` makes of 0 to `count - 1`, in that order; what is early waits. Close it, or use it up."""
    early: dict[int, T] = {}
    wanted = 0
    with closing(each(crew, job, range(count), folder=folder)) as found:
        for number, one in found:
            early[number] = one
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1


def watched(found: Iterable[T], runs: int, watcher: Watcher, each: int = 1) -> Iterator[T]:
    """The same, telling a watcher how many of `runs` are done; each thing found stands for `each` runs."""
    began = time.monotonic()
    watcher.running(0, runs, 0.0)
    for done, one in enumerate(found, start=1):
        yield one
        watcher.running(done * each, runs, done * each / max(time.monotonic() - began, 1e-9))
