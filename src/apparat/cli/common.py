"""What the commands share: options, output, progress."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from apparat.ground.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import Progress, TaskID

    from apparat.experiments.calibration.work import Progress as Stage
    from apparat.experiments.sets import Choice
    from apparat.results.base import Result

# Lines of progress where there is no terminal to draw a bar on.
_SECONDS_BETWEEN_LINES = 10.0
_PREPARING = "Preparing the model (compiled on first use)"
# Seconds after which silence there would look like a halt.
_PATIENCE = 4.0


class Traits(StrEnum):
    """Where named persons' traits come from."""

    recorded = "recorded"
    exchangeable = "exchangeable"


class Journal(StrEnum):
    """How much of every run an ensemble keeps."""

    none = "none"
    decisions = "decisions"


Scenario = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="Name of a shipped scenario, or the path of a file.")
]
Seed = Annotated[int | None, typer.Option(help="Seed of all luck.", show_default="drawn and shown")]
TraitsOption = Annotated[
    Traits,
    typer.Option(help="recorded: as older facts support; exchangeable: all from one prior."),
]
Variants = Annotated[
    list[str] | None,
    typer.Option(
        "--variant", metavar="ID=OPTION", help="Where sources disagree, take this option. Repeatable."
    ),
]
Parameters = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A table of parameter sets, a posterior's folder, or its name."),
]
Theory = Annotated[
    str | None, typer.Option(metavar="NAME", help="Play it under a rival theory: circular-flow, ...")
]
Threads = Annotated[
    int | None, typer.Option(help="Threads to use; they change no result.", show_default="all cores")
]
Point = Annotated[
    bool, typer.Option("--point", help="Use the centre of the posterior alone, not all its sets.")
]
Uncalibrated = Annotated[
    bool, typer.Option("--uncalibrated", help="Use the assumed sets even where a posterior holds.")
]
Detail = Annotated[bool, typer.Option("--detail", help="Tell every appointment; JSON also has every ballot.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def read_variants(given: list[str] | None) -> dict[str, str]:
    """`["a=b"]` as `{"a": "b"}`. Raises UsageError for what has another form."""
    found: dict[str, str] = {}
    for text in given or []:
        question, equals, option = text.partition("=")
        if not (question and equals and option):
            raise UsageError(f"--variant {text}: write ID=OPTION. `apparat scenario show NAME` lists both.")
        if question in found:
            raise UsageError(f"--variant {question} is given twice. Choose one option.")
        found[question] = option
    return found


def read_sets(*, point: bool, uncalibrated: bool) -> "Choice":
    """Which parameter sets two options ask for. Raises UsageError for both at once."""
    if point and uncalibrated:
        raise UsageError("--point and --uncalibrated exclude each other: choose one.")
    return "point" if point else "uncalibrated" if uncalibrated else "posterior"


def check_picture(path: Path | None) -> None:
    """Raises UsageError, before any work is done, for a file that no picture can be written to."""
    if path is not None:
        from apparat.report import drawing

        drawing.check_picture(path)


def print_json(result: "Result") -> None:
    """A result as JSON on standard output."""
    sys.stdout.write(result.to_json())


def is_plain(console: "Console") -> bool:
    """Whether a console cannot show block characters."""
    try:
        "█▁·".encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def output() -> "Console":
    """Standard output: plain text where it is no terminal; NO_COLOR is heeded."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def show(console: "Console", parts: "Iterable[RenderableType]") -> None:
    """Print renderables one after another, so that a long text begins at once."""
    for part in parts:
        console.print(part)


def deliver(
    result: "Result",
    say: "Callable[[Console], Iterable[RenderableType]]",
    *,
    as_json: bool,
    draw: "Callable[[Path], None] | None" = None,
    picture: Path | None = None,
) -> None:
    """Give out an answer: its picture, if one was asked for, and JSON, or what `say` makes of it."""
    if picture is not None and draw is not None:
        draw(picture)
    if as_json:
        print_json(result)
        return
    console = output()
    show(console, say(console))
    if picture is not None:
        console.print(f"Picture: {picture}")


@contextmanager
def progress() -> "Iterator[_Bars | _Lines]":
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


@contextmanager
def budgeted() -> "Iterator[BudgetWatcher]":
    """A watcher of long work in stages, as bars on a terminal and as lines elsewhere."""
    with progress() as watcher:
        yield BudgetWatcher(watcher)


class BudgetWatcher:
    """Passes compilation on, and tells of stages, sets (or what else) a second and the time left."""

    def __init__(self, watcher: "_Bars | _Lines") -> None:
        self._watcher = watcher
        self.compiling = watcher.compiling

    def heard(self, progress: "Stage") -> None:
        """Say how far a stage has come."""
        rate = f", {progress.rate:.1f} {progress.counted} a second" if progress.rate else ""
        still = "" if progress.stage_left is None else f", {progress.stage_left:,.0f} s to go"
        left = "" if progress.left is None else f", {max(progress.left, 0) / 60:.0f} min of the budget left"
        self._watcher.stage(progress.stage, progress.done, progress.total, rate + still + left)


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

    def stage(self, name: str, done: int, total: int, said: str) -> None:
        """Show the bar of a stage; that of the stage before goes."""
        for other in [task for task in self._tasks if task != name]:
            self._bars.remove_task(self._tasks.pop(other))
        self._move(name, done, total, said)

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

    def stage(self, name: str, done: int, total: int, said: str) -> None:
        """Say how far a stage has come."""
        self._say(f"{name}: {done:,} of {total:,} pieces{said}")

    def _say(self, text: str) -> None:
        if time.monotonic() - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = time.monotonic()
            _print(text)


def _print(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 (the command line speaks)
