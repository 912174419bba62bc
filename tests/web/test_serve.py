"""The server on its socket."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from apparat.ground.errors import UsageError
from apparat.web.serve import listen

ORDER = {"kind": "ensemble", "scenario": "succession-1922", "runs": 60, "seed": 4}
READERS = 50


def test_only_this_machine_can_reach_it() -> None:
    with listen(0) as socket:
        assert socket.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told_with_a_way_out() -> None:
    with listen(0) as taken, pytest.raises(UsageError, match="Choose another with --port"):
        listen(taken.getsockname()[1])


def test_without_a_port_another_is_found_when_the_usual_one_is_taken() -> None:
    with listen(None) as one, listen(None) as other:
        assert one.getsockname()[1] != other.getsockname()[1]


def test_fifty_readers_do_not_stop_a_job(served: Any, toy: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toy, "pause", 0.02)
    job = httpx2.post(f"{served.address}/api/jobs", json=ORDER).json()

    def read(_: int) -> str:
        with httpx2.stream("GET", f"{served.address}/api/jobs/{job['id']}/events", timeout=60) as events:
            return "".join(events.iter_text())

    with ThreadPoolExecutor(READERS) as readers:
        told = list(readers.map(read, range(READERS)))
    assert all('"state":"done"' in text.replace(" ", "") for text in told)
