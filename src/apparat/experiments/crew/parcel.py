"""A job as it travels to worker processes, and what happens to it there.

It is packed once; a process unpacks it before its first item, agrees on the terms, and keeps it.
"""

import io
import platform
import signal
import threading
import zlib
from collections import ChainMap
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, ClassVar

import cloudpickle
from distributed import Worker, get_worker

from apparat.engine import Engine
from apparat.experiments.crew.terms import Terms
from apparat.ground.errors import ClusterError, StoreError

_KEPT = 4
"""Jobs that a process keeps unpacked."""


class Parcel:
    """A job and its terms, on the way."""

    def __init__(self, content: bytes, terms: Terms) -> None:
        self.content = content
        self.terms = terms


def packed(job: Callable[[Any], Any]) -> bytes:
    """A job as bytes. Compiled code stays behind: an engine makes itself ready where it arrives."""
    stream = io.BytesIO()
    _Packer(stream).dump(job)
    return zlib.compress(stream.getvalue(), 1)


class _Packer(cloudpickle.Pickler):  # type: ignore[misc]
    dispatch_table: ClassVar[Any] = ChainMap(
        {Engine: lambda engine: (_arrived, (_content(engine),))}, cloudpickle.Pickler.dispatch_table
    )


def _content(engine: Engine) -> dict[str, Any]:
    """All of an engine but what belongs to the threads of this process."""
    return {name: value for name, value in vars(engine).items() if name != "_threads"}


def _arrived(content: Mapping[str, Any]) -> Engine:
    """An engine in its new process, compiled there or loaded from that machine's cache."""
    engine = object.__new__(Engine)
    vars(engine).update(content, _threads=threading.local())
    engine.warm(lambda _kernel, _done, _total: None)
    return engine


_unpacking = threading.Lock()


@lru_cache(_KEPT)
def _unpacked(content: bytes, terms: Terms) -> Callable[[Any], Any]:
    broken = terms.broken()
    if broken is not None:
        raise ClusterError(f"{place()} cannot take part: {broken}")
    job: Callable[[Any], Any] = cloudpickle.loads(zlib.decompress(content))
    return job


def perform(parcel: Parcel, item: Any) -> Any:
    """Do the job to an item, in a worker. Troubles with the disk say whose it is."""
    with _unpacking:
        job = _unpacked(parcel.content, parcel.terms)
    try:
        return job(item)
    except StoreError as error:
        raise StoreError(f"{place()}: {error}") from error


def dask_setup(_worker: Worker) -> None:
    """Called by Dask in the processes of this machine: Ctrl-C is for the command that started them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def place() -> str:
    """Which worker this is."""
    return f"The worker {get_worker().address} on {platform.node()}"


def halted() -> bool:
    """Whether nobody waits any more for what this thread of a worker computes."""
    worker = get_worker()
    task = worker.state.tasks.get(worker.get_current_task())
    return task is None or task.state == "cancelled"
