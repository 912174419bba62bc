"""How the commands show that they get on."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from apparat.experiments.seam import Progress as Stage

# Lines of progress where there is no terminal to draw a bar on.
_SECONDS_BETWEEN_LINES = 10.0
_PREPARING = "Preparing the model (compiled on first use)"
# Seconds after which silence there would look like a halt.
_PATIENCE = 4.0


@contextmanager
def shown() -> "Iterator[_Bars | _Lines]":
    """A watcher that shows progress on standard error, as bars on a terminal and as lines elsewhere."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield _Lines()
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    words = TextColumn("{task.description}")
    counts = TextColumn("{task.completed:.0f} of {task.total:.0f}{task.fields[rate]}")
    with Progress(words, BarColumn(), counts, TimeRemainingColumn(), console=console, transient=True) as bars:
        yield _Bars(bars)


class _Bars:
    """Progress as bars."""

    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def compiling(self, kernel: str, done: int, total: int) -> None:
        """Advance the bar of compilation, which is needed once."""
        self._move(_PREPARING, done, total, f" ({kernel})")
        if done == total:
            self._bars.remove_task(self._tasks.popitem()[1])

    def running(self, done: int, total: int, rate: float) -> None:
        """Advance the bar of runs."""
        self._move("Runs", done, total, f", {rate:,.0f} a second" if rate else "")

    def staged(self, progress: "Stage") -> None:
        """Show the bar of a stage; that of the stage before goes."""
        for other in [task for task in self._tasks if task != progress.stage]:
            self._bars.remove_task(self._tasks.pop(other))
        self._move(progress.stage, progress.done, progress.total, _pace(progress))

    def _move(self, what: str, done: int, total: int, rate: str) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(what, total=total, rate="")
        self._bars.update(self._tasks[what], completed=done, rate=rate)


class _Lines:
    """Progress as a line now and then."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._announce = Timer(_PATIENCE, _print, [f"{_PREPARING}, which may take a minute ..."])
        self._announce.daemon = True

    def compiling(self, kernel: str, done: int, total: int) -> None:  # noqa: ARG002 (a watcher's arguments)
        """Say that compilation takes its time, if it does: from the cache it is there at once."""
        if done == 0:
            self._announce.start()
        elif done == total:
            self._announce.cancel()

    def running(self, done: int, total: int, rate: float) -> None:
        """Say how many runs are done, with the time left."""
        left = f", {rate:,.0f} a second, {(total - done) / rate:,.0f} s left" if rate else ""
        self._say(f"{done:,} of {total:,} runs{left}")

    def staged(self, progress: "Stage") -> None:
        """Say how far a stage has come."""
        self._say(f"{progress.stage}: {progress.done:,} of {progress.total:,} pieces{_pace(progress)}")

    def _say(self, text: str) -> None:
        if time.monotonic() - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = time.monotonic()
            _print(text)


def _pace(progress: "Stage") -> str:
    """What is counted in a second, and the time that is left."""
    rate = f", {progress.rate:.1f} {progress.counted} a second" if progress.rate else ""
    still = "" if progress.stage_left is None else f", {progress.stage_left:,.0f} s to go"
    left = "" if progress.left is None else f", {max(progress.left, 0) / 60:.0f} min of the budget left"
    return rate + still + left


def _print(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 (the command line speaks)
