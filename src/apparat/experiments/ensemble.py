"""Many runs of a scenario, stored and summarised."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from apparat.experiments.blocks import run_blocks
from apparat.experiments.crew.crew import Crew
from apparat.experiments.resumable.resumption import stopped
from apparat.experiments.seam import Engine, Journal, Request, Silence, Watcher
from apparat.ground.errors import UsageError
from apparat.results.assemble import ensemble_result
from apparat.results.ensemble import EnsembleResult
from apparat.store.manifest import is_store
from apparat.store.store import Store

MOST_RUNS = 2**31


def ensemble(
    request: Request,
    *,
    runs: int,
    out: Path | None = None,
    resume: bool = False,
    crew: Crew,
    journal: Journal = "decisions",
    watcher: Watcher | None = None,
) -> EnsembleResult:
    """Run a scenario `runs` times and summarise.

    The runs are kept in `out`, or in a temporary folder that is removed. `resume` goes on with a store in
    `out`; one that is not there is begun. Raises Interrupted on Ctrl-C, saying what is kept.
    """
    if not 1 <= runs <= MOST_RUNS:
        raise UsageError(f"Runs must be a whole number from 1 to {MOST_RUNS}, not {runs}.")
    if resume and out is None:
        raise UsageError("--resume needs --out DIR: the folder of the store to go on with.")
    watcher = watcher or Silence()
    engine = request.build(journal)
    command = request.command("ensemble", *_words(runs, journal))
    with _store(engine, request, journal, runs=runs, out=out, resume=resume) as store:
        at_start = store.stored()
        try:
            if at_start < runs:
                engine.warm(watcher.compiling)
            watcher.running(at_start, runs, 0.0)
            run_blocks(
                engine,
                store,
                crew=crew,
                heard=lambda done, rate: watcher.running(at_start + done, runs, rate),
            )
            return ensemble_result(store, engine.directory, kept=out is not None, command=command)
        except KeyboardInterrupt:
            there = f"{store.stored():,} of {runs:,} runs"
            raise stopped("runs", command, out, there=there) from None


@contextmanager
def _store(
    engine: Engine, request: Request, journal: Journal, *, runs: int, out: Path | None, resume: bool
) -> Iterator[Store]:
    identity, written = dict(engine.identity), request.written(journal)
    if out is None:
        with (
            tempfile.TemporaryDirectory(prefix="apparat-") as folder,
            Store.create(Path(folder) / "runs", identity=identity, request=written, runs=runs) as store,
        ):
            yield store
    elif resume and is_store(out):
        with Store.resume(out, identity=identity, runs=runs) as store:
            yield store
    else:
        with Store.create(out, identity=identity, request=written, runs=runs) as store:
            yield store


def _words(runs: int, journal: Journal) -> list[str]:
    return ["--runs", str(runs), *(["--journal", journal] if journal != "decisions" else [])]
