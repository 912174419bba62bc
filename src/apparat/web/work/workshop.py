"""Orders taken in, put in line and stopped. One long job at a time; single runs do not wait for it."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from pydantic import BaseModel

from apparat.experiments.seam import Watcher
from apparat.ground.errors import ApparatError, Interrupted
from apparat.web.faults import Refused
from apparat.web.work.answers import answer
from apparat.web.work.job import Job
from apparat.web.work.orders import Order, RunOrder
from apparat.web.work.shelf import Shelf, edition

MOST_OPEN = 8
"""Jobs at work or in line at once."""
_REMEMBERED = 200

Answering = Callable[[Order, Path, Watcher], BaseModel]
_log = logging.getLogger(__name__)


class Workshop:
    """Jobs by their ids. `close` stops them all."""

    def __init__(self, shelf: Shelf, answering: Answering = answer) -> None:
        self.shelf = shelf
        self._answering = answering
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._short = ThreadPoolExecutor(1, thread_name_prefix="short")

    def take(self, order: Order) -> Job:
        """The job for an order: the one at work, a finished one, or a new one in line.

        Raises Refused while too many are open.
        """
        order_id = order.id(edition())
        with self._lock:
            job = self._jobs.get(order_id)
            if job is not None and (not job.ended or self._is_done(job)):
                return job
            job = Job(order_id, order)
            if self.shelf.answered(order_id) is not None:
                job.end("done")
            else:
                self._begin(job)
            self._jobs[order_id] = job
            self._forget()
            return job

    def find(self, order_id: str) -> Job | None:
        """The job with this id, if it was asked for since the server started."""
        return self._jobs.get(order_id)

    def stop(self, order_id: str) -> Job | None:
        """Ask a job to end; one still in line ends at once."""
        job = self.find(order_id)
        if job is not None:
            job.stop()
        return job

    def close(self) -> None:
        """Stop every job and let its thread end."""
        for job in self._jobs.values():
            job.stop()
        for lane in (self._long, self._short):
            lane.shutdown(wait=True, cancel_futures=True)

    def _begin(self, job: Job) -> None:
        if sum(not other.ended for other in self._jobs.values()) >= MOST_OPEN:
            raise Refused(429, f"{MOST_OPEN} jobs are open already. Wait for one to end, or stop one.")
        self.shelf.make_room(needed=[other.view.id for other in self._jobs.values() if not other.ended])
        lane = self._short if isinstance(job.view.order, RunOrder) else self._long
        lane.submit(self._carry_out, job)

    def _carry_out(self, job: Job) -> None:
        order_id = job.view.id
        try:
            job.check()
            found = self._answering(job.view.order, self.shelf.runs(order_id), job)
            self.shelf.keep(order_id, found.model_dump_json())
            job.end("done")
        except Interrupted as ending:
            job.end("stopped", str(ending))
        except ApparatError as error:
            job.end("failed", str(error))
        except Exception as error:  # noqa: BLE001 (the last resort, told as a fault of ours)
            _log.error("a fault in Apparat", exc_info=error)
            said = f"This is a fault in Apparat, not in what you asked for: {type(error).__name__}."
            job.end("failed", f"{said} The terminal that runs `apparat web` says more.")

    def _is_done(self, job: Job) -> bool:
        return job.view.state == "done" and self.shelf.answered(job.view.id) is not None

    def _forget(self) -> None:
        """Drop the oldest jobs that ended, beyond two hundred."""
        ended = [order_id for order_id, job in self._jobs.items() if job.ended]
        for order_id in ended[: max(len(self._jobs) - _REMEMBERED, 0)]:
            del self._jobs[order_id]
