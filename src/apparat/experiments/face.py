"""The calls of the public face for runs: plain arguments in, results out. The command line makes the same.

Every question has its own beside it: `what_if.face`, `branch.face` and so on.
"""

from collections.abc import Mapping
from pathlib import Path

from apparat.experiments.crew.hire import hired
from apparat.experiments.ensemble import ensemble as run_ensemble
from apparat.experiments.replay import replay as run_replay
from apparat.experiments.seam import Journal, Request, Watcher, requested
from apparat.experiments.sets import Choice
from apparat.experiments.single import run as run_single
from apparat.results.base import Traits
from apparat.results.ensemble import EnsembleResult
from apparat.results.kept import keep
from apparat.results.replay import ReplayResult
from apparat.results.run import RunResult
from apparat.store.manifest import is_store, load

RUNS = 2000


def run(
    scenario: str | Path,
    *,
    seed: int | None = None,
    run: int = 0,
    until: str | None = None,
    detail: bool = False,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    watcher: Watcher | None = None,
) -> RunResult:
    """One history of a scenario, told in full. A seed not given is drawn and stands in the result.

    `scenario` is the name of a shipped one or the path of a file; `until` (YYYY-MM) stops early; `detail`
    keeps every appointment and every ballot. `parameters` is a table of sets or the folder of a posterior;
    `sets` chooses the posterior's sets where one holds, its centre (`point`) or the uncalibrated ones. Raises
    ApparatError with a message meant for the user.
    """
    request = requested(scenario, seed, traits, variants, parameters, sets)
    return run_single(request, run=run, until=until, detail=detail, watcher=watcher)


def ensemble(
    scenario: str | Path,
    *,
    runs: int | None = None,
    seed: int | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    threads: int | None = None,
    workers: int | None = None,
    cluster: str | None = None,
    journal: Journal = "decisions",
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    theory: str | None = None,
    watcher: Watcher | None = None,
) -> EnsembleResult:
    """Many histories of a scenario (2000 unless told), summarised.

    `out` keeps the runs in a folder, and `resume` goes on with what it holds; seed and number of runs are
    then taken from it unless given; `parameters` and `sets` are as for `run`. `theory` plays it under a rival
    theory. Raises ApparatError with a message meant for the user.
    """
    folder = Path(out) if out is not None else None
    if resume and folder is not None and is_store(folder):
        manifest = load(folder)
        seed = Request.read(manifest.request).seed if seed is None else seed
        runs = manifest.runs if runs is None else runs
    with hired(threads=threads, workers=workers, cluster=cluster) as crew:
        result = run_ensemble(
            requested(scenario, seed, traits, variants, parameters, sets, theory),
            runs=RUNS if runs is None else runs,
            out=folder,
            resume=resume,
            crew=crew,
            journal=journal,
            watcher=watcher,
        )
    return keep(result, folder)


def replay(
    store: str | Path, run: int, *, detail: bool = False, watcher: Watcher | None = None
) -> ReplayResult:
    """One run of a stored ensemble again, alone, with the full journal.

    Raises StoreError unless its digest equals the stored one.
    """
    return run_replay(Path(store), run, detail=detail, watcher=watcher)
