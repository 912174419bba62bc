"""Work on threads: blocks of runs, each stored as soon as it is done; and tasks taken in order.

Workers store what they computed, so the main thread is free to hear Ctrl-C and no stored block is ever
half written by an interrupt. Block sizes follow the clock, which is safe because they decide no result.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from math import ceil
from queue import Empty, SimpleQueue
from threading import Event, Lock
from typing import TypeVar

from apparat.experiments.seam import Engine, Watcher
from apparat.ground.errors import UsageError
from apparat.store.store import Store

FIRST = 4
LARGEST = 1024
SECONDS = 0.5
MOST_THREADS = 1024
AHEAD = 4
"""Tasks given to each thread in advance, so that finished ones never pile up."""

T = TypeVar("T")


def cores() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workers(threads: int | None) -> int:
    """Threads to use: as many as asked for, else all cores. Raises UsageError for a number that cannot be."""
    if threads is None:
        return cores()
    if not 1 <= threads <= MOST_THREADS:
        raise UsageError(f"Threads must be a whole number from 1 to {MOST_THREADS}, not {threads}.")
    return threads


class Work:
    """Ranges of runs still to be computed, handed out in order from several threads."""

    def __init__(self, gaps: Iterable[tuple[int, int]], threads: int) -> None:
        self._gaps = deque(gaps)
        self._threads = threads
        self._lock = Lock()
        self.left = sum(count for _, count in self._gaps)

    def take(self, wanted: int) -> tuple[int, int] | None:
        """The next range: `wanted` runs or fewer, so that all threads finish together; None at the end."""
        with self._lock:
            if not self._gaps:
                return None
            first, free = self._gaps.popleft()
            count = min(wanted, free, ceil(self.left / self._threads))
            if count < free:
                self._gaps.appendleft((first + count, free - count))
            self.left -= count
            return first, count


def run_blocks(engine: Engine, store: Store, *, threads: int, heard: Callable[[int, float], None]) -> None:
    """Compute and store what the store lacks; `heard` is told runs finished and runs a second.

    On KeyboardInterrupt the blocks in flight are finished and kept, then it is raised again.
    """
    work, done, stop = Work(store.missing(), threads), SimpleQueue[int](), Event()
    with ThreadPoolExecutor(threads, thread_name_prefix="runs") as pool:
        workers = [pool.submit(_compute, engine, store, work, done, stop) for _ in range(threads)]
        try:
            _listen(workers, done, heard)
        finally:
            stop.set()
    for worker in workers:
        worker.result()


def _listen(workers: list[Future[None]], done: SimpleQueue[int], heard: Callable[[int, float], None]) -> None:
    began, finished = time.monotonic(), 0
    while True:
        over = any(w.done() and w.exception() for w in workers) or all(w.done() for w in workers)
        try:
            finished += done.get(timeout=0.1)
        except Empty:
            if over:
                return
            continue
        heard(finished, finished / max(time.monotonic() - began, 1e-9))


def _compute(engine: Engine, store: Store, work: Work, done: SimpleQueue[int], stop: Event) -> None:
    size = FIRST
    while not stop.is_set():
        taken = work.take(size)
        if taken is None:
            return
        began = time.monotonic()
        block = engine.block(*taken)
        store.write_block(taken[0], block.tables(), block.digests)
        done.put(taken[1])
        pace = taken[1] * SECONDS / max(time.monotonic() - began, 1e-3)
        size = min(max(int(pace), 1), LARGEST)


def in_order(task: Callable[[int], T], count: int, threads: int) -> Iterator[T]:
    """What `task` makes of 0 to `count - 1`, in that order, a few ahead of whoever takes them."""
    numbers = iter(range(count))
    with ThreadPoolExecutor(threads, thread_name_prefix="tasks") as pool:
        waiting = deque(pool.submit(task, number) for number in islice(numbers, threads * AHEAD))
        try:
            while waiting:
                found = waiting.popleft().result()
                waiting.extend(pool.submit(task, number) for number in islice(numbers, 1))
                yield found
        finally:
            for future in waiting:
                future.cancel()


def watched(found: Iterable[T], runs: int, watcher: Watcher, each: int = 1) -> Iterator[T]:
    """The same, telling a watcher how many of `runs` are done; each thing found stands for `each` runs."""
    began = time.monotonic()
    watcher.running(0, runs, 0.0)
    for done, one in enumerate(found, start=1):
        yield one
        watcher.running(done * each, runs, done * each / max(time.monotonic() - began, 1e-9))
