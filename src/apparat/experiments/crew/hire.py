"""The crew that options ask for."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from apparat.experiments.crew.crew import Crew
from apparat.experiments.crew.threads import MOST_THREADS, Threads
from apparat.ground.errors import ApparatError, ClusterError, UsageError

if TYPE_CHECKING:
    from distributed import Client

_LOOPBACK = "127.0.0.1"


@contextmanager
def hired(
    *, threads: int | None = None, workers: int | None = None, cluster: str | None = None
) -> Iterator[Crew]:
    """Threads of this process (default: one a core), as many worker processes, or the workers of a cluster.

    `cluster` is the address of a Dask scheduler, or the path of its scheduler file. Raises UsageError for
    more than one of the three, ApparatError where Dask is not installed, ClusterError for no answer.
    """
    given = {"--threads": threads, "--workers": workers, "--cluster": cluster}
    named = [name for name, value in given.items() if value is not None]
    if len(named) > 1:
        raise UsageError(f"{' and '.join(named)} exclude each other: choose one.")
    if workers is None and cluster is None:
        yield Threads(threads)
        return
    if workers is not None and not 1 <= workers <= MOST_THREADS:
        raise UsageError(f"Workers must be a whole number from 1 to {MOST_THREADS}, not {workers}.")
    _quiet()
    from apparat.experiments.crew.cluster import Cluster

    with _local(workers or 0) if cluster is None else _connected(cluster) as client:
        yield Cluster(client, "This machine" if cluster is None else f"The cluster at {cluster}")


def _quiet() -> None:
    """Have Dask at hand, saying nothing of its own. Raises ApparatError, with the way to install it."""
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise ApparatError(
            "--workers and --cluster need Dask, which is not installed. Install Apparat with its extra: "
            "`python -m pip install 'apparat[cluster]'`."
        ) from error
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def _local(workers: int) -> "Iterator[Client]":
    """Worker processes of this machine, with everything on loopback, until this is left."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host=_LOOPBACK,
            dashboard_address=f"{_LOOPBACK}:0",
            worker_dashboard_address=f"{_LOOPBACK}:0",
            silence_logs=logging.CRITICAL,
            preload="apparat.experiments.crew.parcel",
        ) as here,
        Client(here) as client,
    ):
        yield client


@contextmanager
def _connected(address: str) -> "Iterator[Client]":
    """The scheduler at an address, or that of a scheduler file. Raises UsageError, ClusterError."""
    from distributed import Client

    from apparat.experiments.crew.cluster import ANSWER

    try:
        if Path(address).is_file():
            client = Client(scheduler_file=address, timeout=ANSWER)
        else:
            client = Client(address, timeout=ANSWER)
    except (OSError, TimeoutError) as error:
        raise ClusterError(
            f"Nothing answers at {address}: is a scheduler running there? Start one with\n"
            "  dask scheduler\nwhich prints its address, and workers with\n  dask worker ADDRESS"
        ) from error
    except ValueError as error:
        raise UsageError(
            f"--cluster {address}: write tcp://HOST:PORT or HOST:PORT, or give a scheduler file ({error})."
        ) from error
    with client:
        yield client
