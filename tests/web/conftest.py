"""The Explorer over the toy engine: on a socket for a browser, without one for everything else.

Tests of one file share a server and a browser: each has a window of its own.
"""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from apparat.web import pages
from apparat.web.application import create
from apparat.web.serve import listen
from apparat.web.work.answers import answer
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import Answering, Workshop
from tests.browser import SECONDS, Browser, within
from tests.web.barriers import left_out

sys.path.insert(0, str(Path(__file__).parents[1] / "experiments"))
# Enough for a machine that is busy with something else.
_MOST_MS = 60_000


@pytest.fixture(scope="module")
def toy() -> Iterator[Any]:
    """The toy engine in the place of every scenario's; gives its class."""
    from toy import ToyEngine, build, toy_watched

    import apparat.engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apparat.engine, "build", lambda _, **rest: build("toy", **rest), raising=False)
        patch.setattr("apparat.experiments.single.watched", toy_watched)
        yield ToyEngine


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    made = Workshop(Shelf(tmp_path, "tested"))
    yield made
    made.close()


@pytest.fixture
def client(toy: Any, workshop: Workshop) -> TestClient:
    return TestClient(create(workshop), base_url="http://localhost")


class Served:
    """An Explorer that listens on this machine; stopped, it can be started again at the same address."""

    def __init__(self, folder: Path, answering: Answering = answer) -> None:
        self._folder = folder
        self._answering = answering
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        listening = listen(self._port)
        self._port = listening.getsockname()[1]
        app = create(Workshop(Shelf(self._folder, "tested"), self._answering))
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]}, daemon=True)
        self._thread.start()
        with within(SECONDS, "starting the server"):
            while not self._server.started:
                time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)


def built(served: Served) -> Served:
    """A server whose front end is there; skips the test where it is not."""
    if not (pages.built() / "index.html").is_file():
        left_out("the front end was not built (APPARAT_WITHOUT_WEB=1, or no install)")
    return served


@pytest.fixture(scope="module")
def served(toy: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    started = Served(tmp_path_factory.mktemp("served"))
    yield started
    started.stop()


@pytest.fixture
def window(browser: Browser, served: Served) -> Iterator[Any]:
    """A window of its own: what one test leaves behind is not met by the next."""
    opened = browser.new_context(base_url=built(served).address, reduced_motion="reduce")
    from playwright.sync_api import expect

    expect.set_options(timeout=_MOST_MS)
    opened.set_default_timeout(_MOST_MS)
    yield opened
    with within(SECONDS, "closing a window"):
        opened.close()


@pytest.fixture
def page(window: Any) -> Iterator[Any]:
    """A page that fails its test on anything the browser complains of, a refused request included."""
    with within(SECONDS, "opening a page"):
        opened, complaints = window.new_page(), []
        opened.set_viewport_size({"width": 1200, "height": 900})
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.complaints = complaints
    yield opened
    assert not complaints
