"""All of a sensitivity analysis, in order: screening, Sobol indices of the strongest, sources."""

from collections.abc import Sequence
from pathlib import Path

from apparat import posterior as posteriors
from apparat.experiments.calibration.screen import play
from apparat.experiments.calibration.struggles import Struggles
from apparat.experiments.crew.crew import Crew
from apparat.experiments.resumable.folder import opened
from apparat.experiments.resumable.resumption import stopped
from apparat.experiments.resumable.workers import Workers
from apparat.experiments.seam import Silence, Watcher
from apparat.experiments.sensitivity import parameters
from apparat.experiments.sensitivity.asked import Asked
from apparat.experiments.sensitivity.sources import source_rows
from apparat.ground.errors import UsageError
from apparat.inference import indices, screening
from apparat.inference.salib import salib
from apparat.mechanisms.month import all_parameters
from apparat.posterior import Posterior
from apparat.results.conclusion import percent
from apparat.results.sensitivity import Effect, Index, OutcomeSpread, SensitivityResult, SourceEffect


def analyse(
    asked: Asked,
    out: Path | None,
    *,
    crew: Crew,
    resume: bool,
    watcher: Watcher | None = None,
) -> SensitivityResult:
    """Analyse, in the folder `out` or a temporary one.

    Raises Interrupted on Ctrl-C, saying what is kept; UsageError if no outcome is frequent enough to be
    analysed, or if a posterior that was asked for does not hold here.
    """
    salib("sample.morris")  # missed before any work, not after
    watcher = watcher or Silence()
    struggles = Struggles([asked.scenario], seed=asked.seed, runs=asked.runs, held_to=None)
    chosen = _posterior(asked.posterior)
    try:
        with opened(out, struggles.identity() | asked.written(), resume=resume) as folder:
            struggles.warm(watcher.compiling)
            workers = Workers(folder, crew=crew, budget=None, heard=watcher.staged)
            return _answer(asked, struggles, workers, chosen)
    except KeyboardInterrupt:
        raise stopped("pieces", asked.command(), out) from None


def _answer(
    asked: Asked, struggles: Struggles, workers: Workers, chosen: Posterior | None
) -> SensitivityResult:
    struggle = struggles.all[0]
    every = tuple(p.address for p in all_parameters())
    design = screening.design(every, asked.trajectories, asked.seed)
    first = play(every, design, struggles, workers, "screening")
    outcomes = parameters.told(first)
    if not len(outcomes):
        raise UsageError("Nobody leads often enough for an analysis. Ask for more --runs.")
    top = parameters.strongest(first, outcomes, asked.top)
    second = play(top, indices.design(top, asked.base, asked.seed), struggles, workers, "indices")
    names = struggle.leaders
    effects = tuple(parameters.effect_rows(first, outcomes, names, asked.runs, asked.trajectories))
    found = tuple(parameters.index_rows(second, outcomes, names, asked.seed))
    told = [names[place] for place in outcomes]
    sources = () if chosen is None else tuple(source_rows(chosen, struggle.name, told))
    spreads = tuple(parameters.spreads(first, outcomes, names, asked.runs))
    identity = struggle.engine.identity
    return SensitivityResult(
        scenario=struggle.name,
        scenario_hash=identity["scenario_hash"],
        title=struggle.engine.directory.title,
        engine=identity["engine"],
        command=asked.command(),
        seed=asked.seed,
        runs=asked.runs,
        trajectories=asked.trajectories,
        base=asked.base,
        draws=len(first.points) + len(second.points),
        posterior=None if chosen is None else chosen.provenance.name,
        conclusion=conclusion(spreads, effects, found, sources),
        outcomes=spreads,
        effects=effects,
        indices=found,
        sources=sources,
    )


def conclusion(
    spreads: Sequence[OutcomeSpread],
    effects: Sequence[Effect],
    found: Sequence[Index],
    sources: Sequence[SourceEffect],
) -> str:
    """What the most frequent outcome hangs on."""
    first = spreads[0]
    mine = [row for row in effects if row.outcome == first.outcome]
    noticed = [row.parameter for row in mine if row.noticeable]
    most = next(row for row in found if row.outcome == first.outcome)
    share = f"{percent(first.low)} to {percent(first.high)} of runs, depending on the set"
    strongest = f"most of all {mine[0].parameter} (by {100 * mine[0].strength:.0f} points)"
    said = [
        f"Over the whole ranges of all parameters, {first.outcome} leads in {share}",
        f"{len(noticed)} of {len(mine)} parameters move that by more than luck, {strongest}",
        f"of the strongest, {most.parameter} explains most of the variance (total index {most.total:.2f})",
    ]
    here = [row for row in sources if row.outcome == first.outcome]
    if here:
        source = here[0]
        shares = f"{percent(source.without)} instead of {percent(source.fitted)}"
        left = f"{percent(source.effective)} of the sets are left to tell it by"
        said.append(f"of the figures fitted, {source.target} carries most: without it, {shares} ({left})")
    else:
        said.append("no calibrated sets hold here, so no figure of the record carries the answer yet")
    return "; ".join(said) + "."


def _posterior(folder: Path | None) -> Posterior | None:
    """The posterior asked for, or the shipped one if it holds."""
    if folder is None:
        found = posteriors.find()
        return found if found is not None and not found.provenance.reasons_against() else None
    asked = posteriors.read(folder)
    against = asked.provenance.reasons_against()
    if against:
        raise UsageError(f"{folder}: this posterior does not hold here: {'; '.join(against)}.")
    return asked
