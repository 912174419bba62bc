"""Warming: the kernels compiled, or loaded from the cache, before the first run.

Compilation takes half a minute. A lock makes any other program that starts meanwhile wait instead of
compiling the same again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from apparat.engine import play
from apparat.mechanisms.month import defaults
from apparat.world.compiler import Kernel
from apparat.world.kernel import cache_folder
from apparat.world.state import new_world

Progress = Callable[[str, int, int], None]


def warm(progress: Progress) -> None:
    """Compile what is not compiled yet; `progress` hears the kernel at hand, kernels done and all kernels."""
    finished = cache_folder() / "complete"
    if _is_there(finished):
        _start()
    else:
        with _alone():
            _compile(progress)
            with suppress(OSError):
                finished.touch()
    progress("ready", Kernel.made, Kernel.made)


def _is_there(path: Path) -> bool:
    """Whether a file is there; of a folder that may not be looked into nothing is expected."""
    try:
        return path.exists()
    except OSError:
        return False


def _compile(progress: Progress) -> None:
    """Compile the opening and the months, with a word for each kernel on the way."""
    translated: set[str] = set()

    def hear(name: str) -> None:
        translated.add(name)
        progress(name, min(len(translated), Kernel.made - 1), Kernel.made)

    before = Kernel.heard
    Kernel.heard = staticmethod(hear)
    try:
        _start()
    finally:
        Kernel.heard = before


def _start() -> None:
    """Run every compiled entry once, on an empty world."""
    worlds: Any = new_world()
    sets: Any = defaults()
    play.begin(worlds, sets)
    play.advance(worlds, sets, 0, 0)


@contextmanager
def _alone() -> Iterator[None]:
    """Hold a lock in the cache folder; without locks on this system, or a folder, just go on."""
    stream = _lock_file(cache_folder() / "compiling.lock")
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
