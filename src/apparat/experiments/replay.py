"""One run of a stored ensemble, run again alone with the full journal."""

from pathlib import Path

from apparat.experiments.seam import Request, Silence, Watcher
from apparat.experiments.single import check_run
from apparat.ground.errors import StoreError
from apparat.results.assemble import replay_result
from apparat.results.replay import ReplayResult
from apparat.store.manifest import differences
from apparat.store.store import Store

# The level of the journal changes no run.
_APART = "journal"


def replay(folder: Path, run: int, *, detail: bool = False, watcher: Watcher | None = None) -> ReplayResult:
    """Run `run` of the store again. Raises StoreError if it does not repeat the stored digest."""
    check_run(run)
    store = Store.open(folder)
    store.digest_of(run)
    engine = Request.read(store.manifest.request).build("full")
    differing = differences(
        {k: v for k, v in store.manifest.identity.items() if k != _APART},
        {k: v for k, v in engine.identity.items() if k != _APART},
    )
    if differing:
        raise StoreError(
            f"{folder}: the runs of this store cannot be repeated here, because this differs:\n  "
            + "\n  ".join(differing).replace("asked ", "here ")
        )
    engine.warm((watcher or Silence()).compiling)
    history = engine.history(run, until=None)
    result = replay_result(history, engine.directory, engine.identity, run=run, detail=detail, store=store)
    if not result.equal:
        raise StoreError(
            f"{folder}: run {run} does not repeat: the store holds digest {result.stored_digest}, running it "
            f"again gives {result.digest}. The store or the program is damaged."
        )
    return result
