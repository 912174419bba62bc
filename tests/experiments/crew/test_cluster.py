"""A cluster computes what one machine does, and loses and doubles nothing, whatever happens to it.

Scheduler and workers are real processes on loopback. The engine is a toy, so only the cluster takes time.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import apparat.engine
from apparat.experiments.crew import terms
from apparat.experiments.crew.hire import hired
from apparat.experiments.crew.threads import Threads
from apparat.experiments.ensemble import ensemble
from apparat.experiments.seam import Request
from apparat.ground.errors import ClusterError, Interrupted, StoreError
from apparat.results.ensemble import EnsembleResult
from apparat.store.store import Store
from tests.experiments.crew.yard import Yard, lose

cluster = pytest.importorskip("apparat.experiments.crew.cluster")
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("slow_toy")]
TOY = Request(scenario="toy", seed=5)
RUNS = 240


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    yard = Yard(tmp_path_factory.mktemp("yard"))
    try:
        yield yard.open(2)
    finally:
        yard.close()


@pytest.fixture
def yard(grounds: Yard) -> Yard:
    """Two workers and their scheduler, whatever a test before did to them."""
    return grounds.open(2)


@pytest.fixture
def slow_toy(toy: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The toy engine, at ten milliseconds a run wherever it plays."""
    build = apparat.engine.build

    def slow(scenario: str, **how: Any) -> Any:
        engine = build(scenario, **how)
        engine.pause = 0.01
        return engine

    monkeypatch.setattr(apparat.engine, "build", slow)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> EnsembleResult:
    """What one thread makes of it."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from toy import build

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(apparat.engine, "build", build)
        return ensemble(TOY, runs=RUNS, crew=Threads(1))


class When:
    """Does something once, when some runs are done."""

    def __init__(self, after: int, deed: Callable[[], object]) -> None:
        self.after, self.deed = after, deed

    def compiling(self, kernel: str, done: int, total: int) -> None: ...

    def running(self, done: int, total: int, rate: float) -> None:
        if done >= self.after:
            self.after = total + 1
            self.deed()


def play(yard: Yard, folder: Path, when: When | None = None, *, resume: bool = False) -> EnsembleResult:
    with hired(cluster=yard.file) as crew:
        return ensemble(TOY, runs=RUNS, crew=crew, out=folder, resume=resume, watcher=when)


def assert_whole(folder: Path, alone: EnsembleResult) -> None:
    """Every run once, none damaged, the digest that one thread gives."""
    store = Store.open(folder)
    assert (store.missing(), store.verify(), store.digest()) == ([], [], alone.digest)
    with store.connect() as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT run) FROM runs").fetchone() == (RUNS, RUNS)


def test_a_cluster_gives_the_answer_of_one_thread(yard: Yard, alone: EnsembleResult, tmp_path: Path) -> None:
    found = play(yard, tmp_path / "s")
    assert found.model_copy(update={"store": None}) == alone
    assert_whole(tmp_path / "s", alone)


def test_a_worker_killed_in_the_middle_of_a_block_costs_nothing_but_time(
    yard: Yard, alone: EnsembleResult, tmp_path: Path
) -> None:
    killed = When(30, lambda: lose(yard.workers[0]))
    assert play(yard, tmp_path / "s", killed).digest == alone.digest
    assert_whole(tmp_path / "s", alone)


def test_a_worker_that_wakes_up_after_all_was_done_without_it_doubles_nothing(
    yard: Yard, alone: EnsembleResult, tmp_path: Path
) -> None:
    sleeper = yard.workers[0]
    asleep = When(30, lambda: sleeper.send_signal(signal.SIGSTOP))
    try:
        assert play(yard, tmp_path / "s", asleep).digest == alone.digest
    finally:
        sleeper.send_signal(signal.SIGCONT)
    sleeper.wait(120)
    assert_whole(tmp_path / "s", alone)


def test_a_dead_scheduler_is_reported_and_another_goes_on(
    yard: Yard, alone: EnsembleResult, tmp_path: Path
) -> None:
    assert yard.scheduler is not None
    dead = When(30, lambda: lose(yard.scheduler))
    with pytest.raises(ClusterError, match=r"does not answer any more.*ask again with --resume"):
        play(yard, tmp_path / "s", dead)
    assert 30 <= Store.open(tmp_path / "s").stored() < RUNS
    for worker in yard.workers:
        lose(worker)
    assert play(yard.open(2), tmp_path / "s", resume=True).digest == alone.digest
    assert_whole(tmp_path / "s", alone)


def test_ctrl_c_keeps_what_is_finished_or_in_flight_and_says_how_to_go_on(
    yard: Yard, alone: EnsembleResult, tmp_path: Path
) -> None:
    pressed = When(30, lambda: os.kill(os.getpid(), signal.SIGINT))
    with pytest.raises(Interrupted, match=r"of 240 runs are kept.*\n.*--resume") as stopped:
        play(yard, tmp_path / "s", pressed)
    kept = Store.open(tmp_path / "s").stored()
    assert 30 < kept < RUNS
    assert f"{kept} of 240" in str(stopped.value)
    assert play(yard, tmp_path / "s", resume=True).digest == alone.digest


@contextmanager
def small_disk(yard: Yard, place: Path) -> Iterator[None]:
    """A third worker that sees a disk of four kilobytes where the others see a folder."""
    mount = f'mount -t tmpfs -o size=4k tmpfs {place} && exec "$@"'
    worker = yard.hire("unshare", "--mount", "sh", "-c", mount, "sh")
    try:
        yard.await_hands(3)
        yield
    finally:
        lose(worker)


@pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0 or not shutil.which("unshare"),
    reason="a disk that only one process sees needs root",
)
def test_a_full_disk_of_one_worker_is_named_and_keeps_what_was_finished(
    yard: Yard, alone: EnsembleResult, tmp_path: Path
) -> None:
    parts = tmp_path / "s" / "parts"
    parts.mkdir(parents=True)
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody mount")
    with small_disk(yard, parts), pytest.raises(StoreError, match=r"worker tcp://.* on .*disk is full"):
        play(yard, tmp_path / "s")
    assert play(yard, tmp_path / "s", resume=True).digest == alone.digest
    assert_whole(tmp_path / "s", alone)


def test_a_worker_with_another_program_takes_no_part(
    yard: Yard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = dict(terms.program()) | {"Apparat": "0123456789ab"}
    monkeypatch.setattr(terms, "program", lambda: tuple(mine.items()))
    with pytest.raises(ClusterError, match=r"cannot take part: it has Apparat \w+ instead of 0123456789ab"):
        play(yard, tmp_path / "s")


def test_a_scheduler_that_no_worker_comes_to_is_given_up(
    yard: Yard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1.0)
    for worker in yard.workers:
        lose(worker)
    with pytest.raises(ClusterError, match="has had no worker for 1 seconds"):
        play(yard, tmp_path / "s")
