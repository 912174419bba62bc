"""A crew of worker processes, on this machine or on many, reached through a Dask scheduler.

Every item is a task. A worker that dies loses the items that it worked on, and the scheduler gives them to
others. A scheduler that dies ends the command; what is finished is on disk, and asked again it goes on there.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from distributed import Client, KilledWorker, wait

from apparat.experiments.crew.crew import Job
from apparat.experiments.crew.parcel import Parcel, halted, packed, perform
from apparat.experiments.crew.terms import Terms
from apparat.ground.errors import ClusterError

PATIENCE = 60.0
"""Seconds without any worker after which a cluster is given up."""
ANSWER = 10
"""Seconds in which a scheduler must answer."""
FINISH = 10.0
"""Seconds that items in flight get to be finished when work is stopped."""
_RECOUNT = 1.0
"""Seconds between counts of the workers."""

I = TypeVar("I")  # noqa: E741 (an item)


class Cluster:
    """The workers of a scheduler, which may come and go. `name` is how messages speak of it."""

    halted = staticmethod(halted)

    def __init__(self, client: Client, name: str, patience: float | None = None) -> None:
        self._client = client
        self._name = name
        self._patience = PATIENCE if patience is None else patience
        self._hands = 0
        self._counted = float("-inf")
        self._seen = time.monotonic()

    @property
    def hands(self) -> int:
        """Threads of all workers. Raises ClusterError where there was none for long, or no answer."""
        if time.monotonic() - self._counted > _RECOUNT:
            self._hands = sum(self._asked(self._client.nthreads).values())
            self._counted = time.monotonic()
            if self._hands:
                self._seen = self._counted
            elif self._counted - self._seen > self._patience:
                raise ClusterError(
                    f"{self._name} has had no worker for {self._patience:.0f} seconds. Start some with\n"
                    "  dask worker ADDRESS\nand ask again; with --out DIR --resume, from where it was."
                )
        return self._hands

    @contextmanager
    def at(self, job: Job[I, Any], folder: Path | None) -> Iterator[Callable[[I], Any]]:
        """Workers that take items until this is left. An item ends in ClusterError on one that differs."""
        terms, order = Terms.here(folder), uuid4().hex
        # A task of its own, so that the scheduler can make the parcel anew wherever it is lost.
        parcel = self._client.submit(Parcel, packed(job), terms, key=f"parcel-{order}")
        numbers = iter(range(2**62))
        yield lambda item: self._client.submit(perform, parcel, item, key=f"item-{order}-{next(numbers)}")

    def result(self, future: Any) -> Any:
        """What came of an item; waits for it, also where it must be computed again."""
        try:
            return future.result()
        except KilledWorker as error:
            raise ClusterError(
                f"{self._name}: the same piece of work ended several workers one after the other, last "
                f"{error.last_worker.address}. Most often memory is short: see their logs."
            ) from error
        except CancelledError as error:
            raise self._lost() from error
        except ImportError as error:
            raise ClusterError(f"{self._name}: a worker lacks a part of this program: {error}.") from error

    def recall(self, futures: Iterable[Any], *, finish: bool) -> list[Any]:
        """Give up items that no worker has; unless `finish`, the others as well. Returns those done."""
        every = list(futures)
        open_ = [future for future in every if not future.done()]
        try:
            if finish:
                taken = {key for keys in self._asked(self._client.processing).values() for key in keys}
                self._asked(self._client.cancel, [future for future in open_ if future.key not in taken])
                with suppress(TimeoutError):
                    wait([future for future in open_ if future.key in taken], timeout=FINISH)
            self._asked(self._client.cancel, [future for future in open_ if not future.done()])
        except ClusterError:
            return []
        return [future for future in every if future.status == "finished"]

    def _asked(self, question: Callable[..., Any], *about: Any) -> Any:
        """What the scheduler answers. Raises ClusterError if it does not."""
        if self._client.status != "running":
            raise self._lost()
        try:
            return question(*about)
        except (OSError, CancelledError) as error:
            raise self._lost() from error

    def _lost(self) -> ClusterError:
        return ClusterError(
            f"{self._name} does not answer any more. What was finished is kept where --out DIR was "
            "given: start the scheduler and its workers again, and ask again with --resume."
        )
