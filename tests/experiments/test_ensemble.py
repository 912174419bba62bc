"""Ensembles: the same runs however they are computed, kept or not, stopped or not."""

import json
import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from apparat.experiments.crew.threads import Threads
from apparat.experiments.ensemble import ensemble as play
from apparat.experiments.seam import Request
from apparat.ground.errors import Interrupted, StoreError, UsageError
from apparat.results.ensemble import EnsembleResult
from apparat.store.store import Store

pytestmark = pytest.mark.usefixtures("toy")
TOY = Request(scenario="toy", seed=5)


def ensemble(request: Request, *, threads: int | None = None, **asked: Any) -> EnsembleResult:
    return play(request, crew=Threads(threads), **asked)


def test_threads_decide_nothing() -> None:
    alone, many = (ensemble(TOY, runs=60, threads=threads) for threads in (1, 3))
    assert alone == many


def test_seeds_decide_the_digest() -> None:
    assert ensemble(TOY, runs=5).digest != ensemble(Request(scenario="toy", seed=6), runs=5).digest


def test_a_store_of_more_runs_starts_with_the_same_ones(tmp_path: Path) -> None:
    few = ensemble(TOY, runs=20, out=tmp_path / "s")
    more = ensemble(TOY, runs=50, out=tmp_path / "s", resume=True)
    assert few.runs == 20
    assert more.digest == ensemble(TOY, runs=50).digest
    assert more.store == str(tmp_path / "s")


def test_without_a_folder_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert ensemble(TOY, runs=5).store is None
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_mended_by_resuming(tmp_path: Path) -> None:
    whole = ensemble(TOY, runs=30, out=tmp_path / "s")
    part = sorted((tmp_path / "s" / "parts").glob("runs-*"))[0]
    part.write_bytes(part.read_bytes()[:-9] + b"x" * 9)
    assert Store.open(tmp_path / "s").verify()
    assert ensemble(TOY, runs=30, out=tmp_path / "s", resume=True) == whole


def test_a_store_is_not_resumed_with_another_seed_or_without_being_asked(tmp_path: Path) -> None:
    ensemble(TOY, runs=5, out=tmp_path / "s")
    with pytest.raises(StoreError, match="seed: stored 5, asked 6"):
        ensemble(Request(scenario="toy", seed=6), runs=5, out=tmp_path / "s", resume=True)
    with pytest.raises(StoreError, match="--resume"):
        ensemble(TOY, runs=5, out=tmp_path / "s")


def test_what_cannot_be_done_is_said_before_anything_runs(tmp_path: Path) -> None:
    for arguments in ({"runs": 0}, {"runs": 2, "threads": 0}, {"runs": 2, "resume": True}):
        with pytest.raises(UsageError):
            ensemble(TOY, **arguments)
    with pytest.raises(UsageError, match="scenario"):
        ensemble(Request(scenario="toys", seed=1), runs=1)


def test_a_failing_engine_ends_the_experiment_with_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self, first: int, count: int):
        raise FloatingPointError("broken")

    monkeypatch.setattr("toy.ToyEngine.block", fail)
    with pytest.raises(FloatingPointError, match="broken"):
        ensemble(TOY, runs=50, threads=2)


class Interrupting:
    """Presses Ctrl-C once some runs are done."""

    def __init__(self, after: int) -> None:
        self.after = after

    def compiling(self, kernel: str, done: int, total: int) -> None: ...

    def running(self, done: int, total: int, rate: float) -> None:
        if done >= self.after:
            self.after = total + 1
            os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_keeps_what_is_finished_and_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toy.ToyEngine.pause", 0.002)
    odd = Request(scenario="toy", seed=5, variants={"who": "him"}, traits="exchangeable")
    with pytest.raises(Interrupted) as stopped:
        ensemble(odd, runs=400, threads=2, out=tmp_path / "s", watcher=Interrupting(8))
    kept = Store.open(tmp_path / "s").stored()
    assert 8 <= kept < 400
    assert f"{kept} of 400 runs are kept" in str(stopped.value)
    assert str(stopped.value).endswith(
        f"apparat ensemble toy --seed 5 --variant who=him --traits exchangeable "
        f"--runs 400 --out {tmp_path / 's'} --resume"
    )
    monkeypatch.setattr("toy.ToyEngine.pause", 0.0)
    resumed = ensemble(odd, runs=400, out=tmp_path / "s", resume=True)
    assert resumed.digest == ensemble(odd, runs=400).digest
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("runs")]


def test_ctrl_c_without_a_folder_says_that_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toy.ToyEngine.pause", 0.002)
    with pytest.raises(Interrupted, match="Nothing is kept"):
        ensemble(TOY, runs=400, watcher=Interrupting(4))


def test_the_manifest_says_how_to_build_the_same(tmp_path: Path) -> None:
    request = Request(scenario="toy", seed=5, variants={"who": "him"}, traits="exchangeable")
    ensemble(request, runs=2, out=tmp_path / "s")
    written = json.loads((tmp_path / "s" / "manifest.json").read_text())
    assert Request.read(written["request"]) == request
    assert written["wall_seconds"] > 0
    assert written["software"]["python"].startswith("3.")


def test_progress_is_heard_from_the_first_run_to_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    heard, compiled = [], []

    class Hears:
        def compiling(self, kernel: str, done: int, total: int) -> None:
            compiled.append((kernel, done, total))

        def running(self, done: int, total: int, rate: float) -> None:
            heard.append((done, total))

    began = time.monotonic()
    ensemble(TOY, runs=33, watcher=Hears())
    assert (heard[0], heard[-1]) == ((0, 33), (33, 33))
    assert compiled == [("appoint", 1, 2), ("vote", 2, 2)]
    assert time.monotonic() - began < 20
