"""What tests of several rooms share: a browser, and a keyboard that can interrupt."""

import signal
from collections.abc import Iterator

import pytest

from tests.browser import PROGRAM, Browser


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """A shell lets what it starts in the background ignore Ctrl-C; here it interrupts, as in a terminal."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium for the tests of a file; those of another may need the event loop that it occupies."""
    if PROGRAM is None:
        pytest.skip("left out: there is no Chromium on this machine")
    with Browser(tmp_path_factory.mktemp("chromium"), PROGRAM) as started:
        yield started
