"""Chromium for tests: started anew where it is found to be gone, and never waited for without end."""

import os
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, Self

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# No sandbox within a sandbox, nothing in memory that other programs share, and no word to anybody: tests run
# on machines without a network, and in containers whose shared memory is small.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-breakpad", "--no-first-run"),
    *("--disable-crash-reporter", "--disable-quic", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
TRIES = 2
SECONDS = 60
"""What a start, a window and an end may each take: many times what they need on a busy machine."""
AGAIN = 2
"""Seconds after which a limit that went unheard is raised again."""


class TooLongError(AssertionError):
    """Something was waited for in vain."""


@contextmanager
def within(seconds: float, what: str) -> Iterator[None]:
    """A limit for calls that have none of their own; raises TooLongError in the midst of them.

    For the main thread alone. Raised where Python drops exceptions, as in what follows the end of an object,
    it is raised again. A timer that ran before, as that of a limit for the whole test, goes on after.
    """

    def over(_: int, __: FrameType | None) -> NoReturn:
        raise TooLongError(f"{what} took more than {seconds:g} seconds")

    handler = signal.signal(signal.SIGALRM, over)
    began = time.monotonic()
    left, every = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        spent = time.monotonic() - began
        signal.signal(signal.SIGALRM, handler)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(left - spent, 0.001), every)


class Browser:
    """Chromium under Playwright; `folder` takes its profile and whatever else it writes.

    For as long as it runs, Playwright keeps the main thread's event loop to itself.
    """

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program
        self._playwright: Any = None
        self._browser: Any = None

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def new_context(self, **options: Any) -> Any:
        """A window of its own, of a browser that lives."""
        with within(SECONDS, "opening a window"):
            if self._browser.is_connected():
                with suppress(self._gone()):
                    return self._browser.new_context(**options)
        self._end()
        self._start()
        with within(SECONDS, "opening a window"):
            return self._browser.new_context(**options)

    def _start(self) -> None:
        said: list[str] = []
        for _ in range(TRIES):
            try:
                with within(2 * SECONDS, "starting Chromium"):
                    self._launch()
            except (self._gone(), TooLongError) as error:
                said.append(str(error))
                self._end()
            else:
                return
        raise AssertionError(f"Chromium was started {TRIES} times, in vain:\n" + "\n".join(said))

    def _launch(self) -> None:
        from playwright.sync_api import sync_playwright

        with _environment({"TMPDIR": str(self._folder)}) as before:
            self._playwright = sync_playwright().start()
        # Sockets have short paths only, so that what is temporary to Chromium stays where it was.
        own = before | {"HOME": str(self._folder), "XDG_CONFIG_HOME": str(self._folder / "config")}
        self._browser = self._playwright.chromium.launch(
            executable_path=self._program,
            args=FLAGS,
            env=own | {"XDG_CACHE_HOME": str(self._folder / "cache")},
            timeout=1000 * SECONDS,
        )

    def _end(self) -> None:
        """End both, whatever state they are in: what is gone already cannot be ended."""
        for end in (self._browser and self._browser.close, self._playwright and self._playwright.stop):
            if end:
                with suppress(self._gone(), TooLongError), within(SECONDS, "ending Chromium"):
                    end()
        self._browser = self._playwright = None

    @staticmethod
    def _gone() -> type[Exception]:
        from playwright.sync_api import Error

        return Error


@contextmanager
def _environment(changed: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Variables changed for what is started meanwhile; gives those from before."""
    before = dict(os.environ)
    os.environ.update(changed)
    try:
        yield before
    finally:
        os.environ.clear()
        os.environ.update(before)
