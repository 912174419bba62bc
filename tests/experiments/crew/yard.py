"""A scheduler and workers as users start them: processes of their own, on loopback."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from apparat.experiments.crew.hire import hired

TOYS = Path(__file__).parents[1]
_LOOPBACK = "127.0.0.1"


class Yard:
    """A scheduler on a port of its own choice, and workers that can be lost and replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = str(folder / "scheduler.json")
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def open(self, workers: int) -> "Yard":
        """Start what is not running, and wait until the scheduler can be found."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            Path(self.file).unlink(missing_ok=True)
            self.scheduler = self._start("dask_scheduler", "--port", "0", "--scheduler-file", self.file)
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        for _ in range(workers - len(self.workers)):
            self.hire()
        deadline = time.monotonic() + 120
        while not Path(self.file).exists():
            assert time.monotonic() < deadline, "the scheduler did not start"
            time.sleep(0.05)
        return self

    def hire(self, *before: str) -> subprocess.Popen[bytes]:
        """One more worker, with a command to start it by."""
        known = (
            "--scheduler-file",
            self.file,
            "--nthreads",
            "1",
            "--no-nanny",
            "--preload",
            "apparat.experiments.crew.parcel",
            "--local-directory",
            str(self.folder),
        )
        worker = self._start("dask_worker", *known, before=before)
        self.workers.append(worker)
        return worker

    def await_hands(self, count: int) -> None:
        """Wait until so many workers take part."""
        with hired(cluster=self.file) as crew:
            deadline = time.monotonic() + 120
            while crew.hands < count:
                assert time.monotonic() < deadline, "the workers did not come"
                time.sleep(0.1)

    def close(self) -> None:
        """End everything."""
        for process in (*self.workers, self.scheduler):
            if process is not None:
                process.kill()
                process.wait()

    def _start(self, program: str, *words: str, before: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        path = os.pathsep.join([str(TOYS), *sys.path])
        # A worker that says nothing for ten seconds is given up; it imports before it begins.
        settings = {"PYTHONPATH": path, "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "10s"}
        script = f"from distributed.cli.{program} import main; main()"
        where = ("--host", _LOOPBACK, "--dashboard-address", f"{_LOOPBACK}:0")
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [*before, sys.executable, "-c", script, *words, *where],
                env=os.environ | settings,
                stdout=log,
                stderr=log,
            )


def lose(worker: subprocess.Popen[bytes]) -> None:
    """kill -9"""
    worker.send_signal(signal.SIGKILL)
    worker.wait()
