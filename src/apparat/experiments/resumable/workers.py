"""Pieces of work on threads, within a budget of time."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event, Lock

from apparat.experiments.resumable.folder import Folder, Piece
from apparat.experiments.seam import Progress

LISTEN = 0.2
"""Seconds between looks at the clock."""


class OutOfTime(Exception):
    """The budget is spent; finished pieces are kept."""


class Halt(Exception):
    """A piece was given up because the work stops."""


class Workers:
    """Threads that compute pieces and store each as soon as it is done.

    `budget` is in seconds, None for none. `heard` is told how far it has come, in what is `counted`.
    """

    def __init__(
        self,
        folder: Folder,
        *,
        threads: int,
        budget: float | None,
        heard: Callable[[Progress], None],
        counted: str = "sets",
    ) -> None:
        self.folder = folder
        self._counted = counted
        self._threads = threads
        self._began = time.monotonic()
        self._ends = None if budget is None else self._began + budget
        self._heard = heard
        self._stop = Event()
        self._counting = Lock()
        self.draws = 0

    @property
    def left(self) -> float | None:
        """Seconds left of the budget."""
        return None if self._ends is None else self._ends - time.monotonic()

    @property
    def rate(self) -> float:
        """Sets tried a second so far; 0 while unknown."""
        spent = time.monotonic() - self._began
        return self.draws / spent if spent > 0 else 0.0

    def drawn(self) -> None:
        """To be called by a piece for each set (or what it counts). Raises Halt when the work stops."""
        with self._counting:
            self.draws += 1
        if self._stop.is_set():
            raise Halt

    def pieces(
        self, stage: str, count: int, compute: Callable[[int], Piece], *, reserve: float = 0.0
    ) -> list[Piece]:
        """Pieces 0 to `count - 1` of a stage: those on disk read, the others computed and stored.

        `reserve` is how many seconds of the budget shall be left to others. Raises OutOfTime when the rest is
        spent, KeyboardInterrupt on Ctrl-C; pieces in flight are then given up.
        """
        found = [self.folder.piece(stage, number) for number in range(count)]
        missing = [number for number, piece in enumerate(found) if piece is None]

        def one(number: int) -> None:
            piece = compute(number)
            self.folder.keep(stage, number, piece)
            found[number] = piece

        if missing:
            self._spend(reserve)
            with ThreadPoolExecutor(self._threads, thread_name_prefix="draws") as pool:
                running = [pool.submit(one, number) for number in missing]
                try:
                    self._listen(running, stage, count, reserve)
                except BaseException:
                    self._stop.set()
                    pool.shutdown(cancel_futures=True)
                    self._stop.clear()
                    raise
        return [piece for piece in found if piece is not None]

    def _listen(self, running: "list[Future[None]]", stage: str, count: int, reserve: float) -> None:
        there, began = count - len(running), time.monotonic()
        waiting = set(running)
        while waiting:
            done, waiting = wait(waiting, timeout=LISTEN)
            for future in done:
                future.result()
            finished = len(running) - len(waiting)
            still = (time.monotonic() - began) / finished * len(waiting) if finished else None
            told = (stage, there + finished, count, self.draws, self.rate, still, self.left, self._counted)
            self._heard(Progress(*told))
            if waiting:
                self._spend(reserve)

    def _spend(self, reserve: float) -> None:
        left = self.left
        if left is not None and left <= reserve:
            raise OutOfTime
