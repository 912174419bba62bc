"""The tests' own browser: gone, silent or unable to start, it neither fails what follows nor holds it up."""

import os
import signal
import time
from pathlib import Path

import pytest

import tests.browser
from tests.browser import PROGRAM, Browser, TooLongError, within

TITLE = "data:text/html,<title>there</title>"


def own(folder: Path, where: str = "environ") -> set[int]:
    """The processes whose arguments (`cmdline`: Chromium) or environment (its driver too) name a folder."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / where).read_bytes()
        except OSError:
            continue
        if str(folder).encode() in words:
            found.add(int(process.name))
    return found


@pytest.fixture
def chromium() -> str:
    if PROGRAM is None or not Path("/proc/self/cmdline").exists():
        pytest.skip("left out: there is no Chromium on this machine, or no list of processes")
    return PROGRAM


def program(folder: Path, text: str) -> str:
    path = folder / "chromium"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["cmdline", "environ"], ids=["chromium", "its driver too"])
def test_a_browser_that_was_killed_is_started_anew(tmp_path: Path, chromium: str, where: str) -> None:
    with Browser(tmp_path, chromium) as browser:
        browser.new_context().new_page().goto(TITLE)
        for process in (killed := own(tmp_path, where)):
            os.kill(process, signal.SIGKILL)
        page = browser.new_context().new_page()
        page.goto(TITLE)
        assert page.title() == "there"
        assert killed
        assert not killed & own(tmp_path)
    assert own(tmp_path) == set()


@pytest.mark.slow
def test_a_browser_that_cannot_start_is_tried_twice_and_quoted(tmp_path: Path) -> None:
    broken = Browser(
        tmp_path, program(tmp_path, f"echo >>{tmp_path}/tries; echo no room for a profile >&2; exit 3")
    )
    with pytest.raises(AssertionError, match=r"(?s)started 2 times, in vain.*no room for a profile"):
        broken.__enter__()
    assert (tmp_path / "tries").read_text() == "\n" * 2


# A limit that is over just where Python drops exceptions is told of as well as raised again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.slow
def test_a_browser_that_says_nothing_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tests.browser, "SECONDS", 0.5)
    silent = Browser(tmp_path, program(tmp_path, "exec sleep 600"))
    began = time.monotonic()
    with pytest.raises(AssertionError, match="in vain"):
        silent.__enter__()
    assert time.monotonic() - began < 20


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_limit_that_is_over_where_exceptions_are_dropped_is_raised_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Ends:
        def __del__(self) -> None:
            time.sleep(0.3)

    def after_an_end() -> None:
        with within(0.1, "an end"):
            del ended[:]
            time.sleep(5)

    ended = [Ends()]
    monkeypatch.setattr(tests.browser, "AGAIN", 0.2)
    with pytest.raises(TooLongError):
        after_an_end()


def test_what_takes_too_long_is_left_and_a_limit_around_it_stands() -> None:
    def parts() -> None:
        with pytest.raises(TooLongError, match=r"^a part took more than"), within(0.1, "a part"):
            time.sleep(5)
        with within(5, "another part"):
            pass
        time.sleep(5)

    with pytest.raises(TooLongError, match=r"^all of it took more than"), within(0.3, "all of it"):
        parts()
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
