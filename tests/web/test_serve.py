"""The server on its socket."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn

from apparat.ground.errors import UsageError
from apparat.web.serve import listen, serve

TOYS = Path(__file__).with_name("toy_server.py")
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


def test_more_readers_than_it_can_bear_are_turned_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    configured: list[uvicorn.Config] = []

    class Kept(uvicorn.Server):
        def run(self, sockets: Any = None) -> None:
            configured.append(self.config)
            for listening in sockets:
                listening.close()

    monkeypatch.setattr("apparat.web.serve.uvicorn.Server", Kept)
    monkeypatch.setattr("apparat.web.serve.cache_root", lambda: tmp_path)
    said: list[str] = []
    serve(0, browser=False, said=said.append)
    assert READERS < (configured[0].limit_concurrency or 0) <= 200
    assert said[0].startswith("http://127.0.0.1:")


def test_fifty_readers_do_not_stop_a_job(served: Any, toy: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toy, "pause", 0.02)
    job = httpx2.post(f"{served.address}/api/jobs", json=ORDER).json()

    def read(_: int) -> str:
        with httpx2.stream("GET", f"{served.address}/api/jobs/{job['id']}/events", timeout=60) as events:
            return "".join(events.iter_text())

    with ThreadPoolExecutor(READERS) as readers:
        told = list(readers.map(read, range(READERS)))
    assert all('"state":"done"' in text.replace(" ", "") for text in told)


def test_a_server_that_was_killed_goes_on_with_what_it_had_finished(tmp_path: Path) -> None:
    with listen(0) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/api/jobs"

    def started(pause: float) -> tuple[subprocess.Popen[bytes], dict[str, Any]]:
        process = subprocess.Popen([sys.executable, str(TOYS), str(tmp_path), str(port), str(pause)])
        for _ in range(600):
            try:
                return process, httpx2.post(address, json=ORDER).json()
            except httpx2.TransportError:
                assert process.poll() is None
                time.sleep(0.1)
        raise TimeoutError

    process, job = started(0.1)
    while not list(tmp_path.rglob("blocks/*.json")):
        time.sleep(0.02)
    process.kill()
    process.wait()
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("blocks/*.json")}
    assert not list(tmp_path.rglob("answer.json"))
    process, again = started(0.0)
    try:
        assert again["id"] == job["id"]
        with httpx2.stream("GET", f"{address}/{job['id']}/events", timeout=60) as events:
            told = "".join(events.iter_text()).replace(" ", "")
        assert '"state":"done"' in told
        result = httpx2.get(f"{address}/{job['id']}/result").json()
    finally:
        process.kill()
        process.wait()
    assert result["runs"] == ORDER["runs"]
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
