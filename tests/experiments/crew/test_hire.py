"""Options become a crew, or one clear message; and no Dask is imported unless it is asked for."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import apparat
from apparat.experiments.crew import hire
from apparat.experiments.crew.threads import Threads
from apparat.experiments.seam import Silence
from apparat.ground.errors import ApparatError, ClusterError, UsageError

psutil = pytest.importorskip("psutil")
HEAVY = "distributed", "dask"


def test_threads_are_the_crew_unless_another_is_asked_for() -> None:
    with hire.hired(threads=3) as crew:
        assert isinstance(crew, Threads)
        assert crew.hands == 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"threads": 2, "workers": 2}, "--threads and --workers exclude each other"),
        ({"workers": 2, "cluster": "tcp://127.0.0.1:1"}, "--workers and --cluster exclude each other"),
        ({"workers": 0}, "Workers must be a whole number from 1"),
        ({"cluster": "mailto:somebody"}, "--cluster mailto:somebody: write tcp://HOST:PORT"),
    ],
)
def test_what_cannot_be_meant_is_refused(asked: dict[str, object], said: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match=said), hire.hired(**asked):
        pass


def test_an_address_where_nothing_answers_is_named_with_what_to_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cluster = pytest.importorskip("apparat.experiments.crew.cluster")
    monkeypatch.setattr(cluster, "ANSWER", 0.3)
    with (
        pytest.raises(ClusterError, match=r"Nothing answers at 127\.0\.0\.1:9.*\n  dask scheduler"),
        hire.hired(cluster="127.0.0.1:9"),
    ):
        pass


def test_without_the_extra_the_message_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ApparatError, match=r"pip install 'apparat\[cluster\]'"), hire.hired(workers=1):
        pass


def test_dask_is_imported_only_where_it_is_asked_for() -> None:
    asked = "apparat.ensemble, apparat.what_if, apparat.explain, apparat.calibrate"
    script = f"import sys, apparat; {asked}; print(*(name for name in {HEAVY} if name in sys.modules))"
    path = {"PYTHONPATH": str(Path(apparat.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | path, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []


class CtrlC(Silence):
    """Presses Ctrl-C for the processes that were started, which a terminal would do for all."""

    def running(self, done: int, total: int, rate: float) -> None:
        for child in psutil.Process().children(recursive=True):
            child.send_signal(signal.SIGINT)


@pytest.mark.slow
def test_processes_of_this_machine_play_the_same_runs_and_leave_ctrl_c_to_the_command() -> None:
    pytest.importorskip("distributed")
    asked = {"runs": 3, "seed": 4, "sets": "uncalibrated", "journal": "none"}
    there = apparat.ensemble("plenum-1964", workers=1, watcher=CtrlC(), **asked)
    assert there == apparat.ensemble("plenum-1964", threads=1, **asked)
