"""Warming: every kernel compiled, or loaded from the cache, before the first run.

Compilation takes a minute or more on one core and is single-threaded, so a second process compiles the rules
of the summit while this one compiles those of the apparatus; both write to the same cache. A lock makes any
other program that starts meanwhile wait instead of compiling the same again, and a second one makes the two
take turns in writing, since the compiler's cache does not expect two writers.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from numba.core.caching import IndexDataCacheFile

from apparat.engine import play
from apparat.mechanisms import (
    agenda,
    calendar,
    coalition,
    congress,
    demography,
    discipline,
    doctrine,
    documents,
    membership,
    nomenklatura,
    opening,
    patronage,
    venue,
)
from apparat.mechanisms.month import defaults
from apparat.observers import probes, yardsticks
from apparat.world.kernel import cache_folder
from apparat.world.state import new_world, record

Progress = Callable[[str, int, int], None]
Kernel = Callable[[Any, Any], None]

APPARATUS: dict[str, Kernel] = {
    "opening": opening.open_run,
    "demography": demography.step,
    "membership": membership.step,
    "nomenklatura": nomenklatura.step,
    "patronage": patronage.step,
    "doctrine": doctrine.step,
    "coalition": coalition.step,
    "discipline": discipline.step,
    "venue": venue.step,
}
SUMMIT: dict[str, Kernel] = {
    "calendar": calendar.step,
    "documents": documents.step,
    "agenda": agenda.step,
    "congress": congress.step,
    "yardsticks": yardsticks.watch,
    "probes": probes.watch,
}
WHOLE: dict[str, Kernel] = {
    "begin": play.begin,
    "advance": lambda world, parameters: play.advance(world, parameters, 0, 0),
}
TOTAL = len(APPARATUS) + len(SUMMIT) + len(WHOLE)


def warm(progress: Progress) -> None:
    """Compile what is not compiled yet; `progress` hears kernel, done and total."""
    done_before = cache_folder() / "complete"
    if done_before.exists():
        for k, (name, kernel) in enumerate(WHOLE.items(), start=TOTAL - len(WHOLE)):
            progress(name, k, TOTAL)
            kernel(*_nothing())
    else:
        with _alone("compiling"):
            _compile(progress)
            with suppress(OSError):
                done_before.touch()
    progress("ready", TOTAL, TOTAL)


def _compile(progress: Progress) -> None:
    """Compile on two cores, then what joins both halves."""
    _take_turns()
    helper = subprocess.Popen(
        [sys.executable, "-m", "apparat.engine.warm"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    done = 0
    try:
        for name, kernel in APPARATUS.items():
            progress(name, done, TOTAL)
            kernel(*_nothing())
            done += 1
        for line in helper.stdout or ():
            progress(line.strip(), done, TOTAL)
            done += 1
        helper.wait()
    finally:
        helper.kill()
    # Whatever the helper could not do is compiled here: its failure costs time, nothing else.
    for name, kernel in (SUMMIT | WHOLE).items():
        if name in WHOLE:
            progress(name, TOTAL - len(WHOLE), TOTAL)
        kernel(*_nothing())


def _nothing() -> tuple[Any, Any]:
    """An empty world and a parameter set, to compile with."""
    return record(new_world()), defaults()[0]


def _take_turns() -> None:
    """Let one process at a time write to the compiler's cache."""
    cache: Any = IndexDataCacheFile
    save = cache.save

    def save_alone(self: Any, key: Any, data: Any) -> None:
        with _alone("saving"):
            save(self, key, data)

    cache.save = save_alone


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Hold a lock of this name in the cache folder; without locks on this system, or a folder, just go on."""
    stream = _lock_file(cache_folder() / f"{name}.lock")
    try:
        yield
    finally:
        if stream is not None:
            stream.close()


def _lock_file(path: Path) -> "IO[str] | None":
    try:
        import fcntl

        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("w", encoding="utf-8")
        fcntl.flock(stream, fcntl.LOCK_EX)
    except (ImportError, OSError):
        return None
    return stream


if __name__ == "__main__":
    _take_turns()
    for _name, _kernel in SUMMIT.items():
        _kernel(*_nothing())
        sys.stdout.write(f"{_name}\n")
        sys.stdout.flush()
