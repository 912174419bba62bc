"""One run of a stored ensemble, run again alone with the full journal."""

import shlex
from pathlib import Path

from apparat.experiments.seam import Engine, Request, Silence, Watcher
from apparat.experiments.single import check_run
from apparat.ground.errors import StoreError
from apparat.results.assemble import digest_text, replay_result
from apparat.results.replay import ReplayResult
from apparat.store.manifest import differences
from apparat.store.store import Store

# The level of the journal changes no run.
_APART = "journal"


def replay(folder: Path, run: int, *, detail: bool = False, watcher: Watcher | None = None) -> ReplayResult:
    """Run `run` of the store again. Raises StoreError if it does not repeat the stored digest."""
    store, engine = reopened(folder, run, watcher or Silence())
    history = engine.history(run, until=None)
    check_repeats(store, run, history.digest)
    command = shlex.join(["apparat", "replay", str(folder), str(run), *(["--detail"] if detail else [])])
    return replay_result(
        history, engine.directory, engine.identity, run=run, detail=detail, store=store, command=command
    )


def reopened(folder: Path, run: int, watcher: Watcher) -> tuple[Store, Engine]:
    """A store, and the engine that made it, compiled and with a full journal.

    Raises StoreError if the store's runs cannot be repeated here, UsageError for a run that is not stored.
    """
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
    engine.warm(watcher.compiling)
    return store, engine


def check_repeats(store: Store, run: int, digest: int) -> None:
    """Raises StoreError unless a run played again has the digest that the store holds for it."""
    stored = store.digest_of(run)
    if digest != stored:
        raise StoreError(
            f"{store.folder}: run {run} does not repeat: the store holds digest {digest_text(stored)}, "
            f"running it again gives {digest_text(digest)}. The store or the program is damaged."
        )
