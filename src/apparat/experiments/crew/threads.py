"""A crew of threads. Compiled code lets go of the interpreter, so that they share the work truly."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from apparat.experiments.crew.crew import Job
from apparat.ground.errors import UsageError

MOST_THREADS = 1024

I = TypeVar("I")  # noqa: E741 (an item)
T = TypeVar("T")


def cores() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Threads:
    """As many threads as asked for, else one a core. Raises UsageError for a number that cannot be."""

    def __init__(self, asked: int | None = None) -> None:
        if asked is not None and not 1 <= asked <= MOST_THREADS:
            raise UsageError(f"Threads must be a whole number from 1 to {MOST_THREADS}, not {asked}.")
        self.hands = cores() if asked is None else asked
        self._halt = Event()
        self.halted = self._halt.is_set

    @contextmanager
    def at(self, job: Job[I, T], folder: Path | None) -> Iterator[Callable[[I], Future[T]]]:  # noqa: ARG002
        """Threads that take items until this is left; those still working then are waited for."""
        try:
            with ThreadPoolExecutor(self.hands, thread_name_prefix="runs") as pool:
                yield lambda item: pool.submit(job, item)
        finally:
            self._halt.clear()

    def result(self, future: Future[T]) -> T:
        """What came of an item. Raises what the job raised."""
        return future.result()

    def recall(self, futures: Iterable[Future[Any]], *, finish: bool) -> list[Future[Any]]:
        """Give up items that are not begun; unless `finish`, tell the others' jobs so as well."""
        if not finish:
            self._halt.set()
        return [future for future in futures if not future.cancel()]
