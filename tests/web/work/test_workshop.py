"""Orders in line, at work, stopped, resumed."""

import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from apparat.experiments.seam import Progress, Watcher
from apparat.ground.errors import UsageError
from apparat.store.store import Store
from apparat.web.faults import Refused
from apparat.web.work.job import Job
from apparat.web.work.orders import EnsembleOrder, Order, RunOrder
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import MOST_OPEN, Workshop

ORDER = EnsembleOrder(kind="ensemble", scenario="succession-1922", runs=60, seed=1)


def ended(job: Job) -> Job:
    """A job, once it has ended."""
    for _ in range(1000):
        if job.ended:
            return job
        time.sleep(0.01)
    raise TimeoutError


class Patient:
    """Answers nothing until it is let go."""

    def __init__(self) -> None:
        self.begun, self.let_go = Event(), Event()

    def __call__(self, order: Order, folder: Path, watcher: Watcher) -> Any:
        self.begun.set()
        while not self.let_go.wait(0.01):
            watcher.running(0, 1, 0.0)
        raise UsageError("nothing is known")


@pytest.fixture
def patient() -> Patient:
    return Patient()


@pytest.fixture
def slow(tmp_path: Path, patient: Patient) -> Any:
    made = Workshop(Shelf(tmp_path, "slow"), patient)
    yield made
    made.close()


def test_a_finished_order_is_not_done_twice(toy: Any, tmp_path: Path) -> None:
    first = Workshop(Shelf(tmp_path, "a"))
    assert ended(first.take(ORDER)).view.state == "done"
    first.close()
    second = Workshop(Shelf(tmp_path, "a"))
    assert second.take(ORDER).view.state == "done"
    second.close()


def test_the_same_order_is_the_same_job(slow: Workshop) -> None:
    assert slow.take(ORDER) is slow.take(ORDER)


def test_a_job_that_is_stopped_goes_on_where_it_was(
    toy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toy, "pause", 0.02)
    workshop = Workshop(Shelf(tmp_path, "a"))
    job = workshop.take(ORDER)
    while job.view.done == 0:
        time.sleep(0.01)
    workshop.stop(job.view.id)
    assert ended(job).view.state == "stopped"
    kept = Store.open(workshop.shelf.runs(job.view.id)).stored()
    assert 0 < kept < ORDER.runs
    heard = []
    monkeypatch.setattr(Job, "running", lambda self, done, total, rate: heard.append(done))
    assert ended(workshop.take(ORDER)).view.state == "done"
    assert heard[0] == kept
    workshop.close()


def test_single_runs_do_not_wait_for_long_jobs(slow: Workshop, patient: Patient) -> None:
    slow.take(ORDER)
    assert patient.begun.wait(5)
    patient.begun.clear()
    slow.take(RunOrder(kind="run", scenario="succession-1922"))
    assert patient.begun.wait(5)


def test_too_many_open_jobs_are_refused_with_a_way_out(slow: Workshop) -> None:
    for seed in range(MOST_OPEN):
        slow.take(ORDER.model_copy(update={"seed": seed}))
    with pytest.raises(Refused, match=r"^8 jobs are open already\..*stop one") as refused:
        slow.take(ORDER.model_copy(update={"seed": MOST_OPEN}))
    assert refused.value.status == 429


def test_jobs_that_ended_long_ago_are_forgotten(
    slow: Workshop, patient: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apparat.web.work.workshop._REMEMBERED", 2)
    patient.let_go.set()
    jobs = [ended(slow.take(ORDER.model_copy(update={"seed": seed}))).view.id for seed in range(4)]
    assert [slow.find(job) is not None for job in jobs] == [False, False, True, True]


def test_a_job_in_line_can_be_stopped(slow: Workshop) -> None:
    slow.take(ORDER)
    waiting = slow.take(ORDER.model_copy(update={"seed": 2}))
    slow.stop(waiting.view.id)
    slow.stop(slow.take(ORDER).view.id)
    assert ended(waiting).view.state == "stopped"


def test_a_failure_is_told_in_its_own_words(slow: Workshop, patient: Patient) -> None:
    patient.let_go.set()
    job = ended(slow.take(ORDER))
    assert (job.view.state, job.view.message) == ("failed", "nothing is known")


def test_the_rate_of_long_work_is_in_what_is_shown() -> None:
    job = Job("0" * 32, ORDER)
    job.staged(Progress("runs", 10, 30, 2560, 51.2, 5.0, None))
    assert (job.view.done, job.view.total, job.view.rate) == (10, 30, 4.0)
    job.staged(Progress("runs", 0, 30, 0, 0.0, None, None))
    assert job.view.rate == 0.0
