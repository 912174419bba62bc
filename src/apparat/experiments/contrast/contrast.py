"""Many runs, each in every combination of causes, kept on disk as they finish."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from apparat.experiments.contrast.asked import Asked
from apparat.experiments.contrast.effects import Answers, Array, effect, subsets
from apparat.experiments.contrast.staged import Stage
from apparat.experiments.crew.crew import Crew
from apparat.experiments.resumable.folder import Folder, Piece, opened
from apparat.experiments.resumable.resumption import stopped
from apparat.experiments.resumable.workers import Drawn, Workers
from apparat.experiments.seam import Silence, Watcher
from apparat.ground.errors import ApparatError
from apparat.results.conclusion import assumptions, points
from apparat.results.contrast import (
    CombinationRow,
    ContrastResult,
    EffectRow,
    FactorRow,
    Measure,
    SeparationRow,
    StagingRow,
)
from apparat.results.paired import Difference, mean_of
from apparat.results.statistics import NORMAL_95

_LEAST = 2


@dataclass(frozen=True)
class _Played:
    """A stage with what its runs came to."""

    stage: Stage
    answers: Answers
    digest: str

    def values(self, measure: Measure) -> Array:
        """(runs, combinations)"""
        return self.answers.share if measure == "share for" else self.answers.carried


def contrast(
    asked: Asked,
    out: Path | None,
    *,
    crew: Crew,
    resume: bool,
    watcher: Watcher | None = None,
) -> ContrastResult:
    """Stage the motions, in the folder `out` or a temporary one.

    Raises Interrupted on Ctrl-C, saying what is kept; UsageError for what cannot be asked; ApparatError where
    a motion can be put in too few runs.
    """
    watcher = watcher or Silence()
    stages = [Stage.of(asked, staging) for staging in asked.stagings]
    identity = {str(each.staging): _identity(each) for each in stages}
    try:
        with opened(
            out,
            {"analysis": "contrast", "seed": asked.request.seed, "stages": identity},
            resume=resume,
            request=asked.written(),
        ) as folder:
            stages[0].engine.warm(watcher.compiling)
            played = [_played(stage, folder, asked.runs, crew, watcher) for stage in stages]
    except KeyboardInterrupt:
        raise stopped("runs", asked.command(), out) from None
    return _result(asked, played, out)


def _identity(stage: Stage) -> dict[str, Any]:
    """What decides a run's piece, beside its number."""
    sets = {each.cause: [f"{e.path}={e.value}@{e.month}" for e in each.edits] for each in stage.switches}
    return {**stage.engine.identity, "motion": stage.staging.motion, "sets": sets}


def _played(stage: Stage, folder: Folder, runs: int, crew: Crew, watcher: Watcher) -> _Played:
    workers = Workers(folder, crew=crew, budget=None, heard=watcher.staged, counted="histories")

    def one(run: int, drawn: Drawn) -> Piece:
        return {"votes": stage.play(run, drawn)}

    pieces = workers.pieces(f"{stage.staging.scenario}-{stage.staging.motion}", runs, one)
    votes = np.array([piece["votes"] for piece in pieces])
    answers = Answers.of(votes)
    if len(answers.share) < _LEAST:
        raise ApparatError(
            f"{stage.staging}: the motion could be put in every combination in only {len(answers.share)} of "
            f"{runs} runs. Ask for more with --runs, or stage another."
        )
    return _Played(stage, answers, hashlib.sha256(votes.tobytes()).hexdigest()[:32])


def _result(asked: Asked, played: Sequence[_Played], out: Path | None) -> ContrastResult:
    engines = [each.stage.engine for each in played]
    effects = tuple(row for each in played for row in _effects(each))
    separations = tuple(row for one, other in combinations(played, 2) for row in _separations(one, other))
    digest = hashlib.sha256("".join(each.digest for each in played).encode()).hexdigest()[:32]
    return ContrastResult(
        command=asked.command(),
        digest=digest,
        engine=engines[0].identity["engine"],
        seed=asked.request.seed,
        calibrated=all(engine.calibrated for engine in engines),
        variants=asked.request.variants,
        runs=asked.runs,
        stagings=tuple(_staging(each) for each in played),
        combinations=tuple(row for each in played for row in _combinations(each)),
        effects=effects,
        separations=separations,
        factors=tuple(row for each in played for row in _factors(each)),
        folder=str(out) if out is not None else None,
        conclusion=_conclusion(played, effects),
        assumptions=tuple(
            dict.fromkeys(
                line
                for engine in engines
                for line in (
                    *assumptions(asked.request.traits, engine.origin),
                    *engine.directory.assumptions,
                )
            )
        ),
    )


def _staging(played: _Played) -> StagingRow:
    stage = played.stage
    return StagingRow(
        scenario=stage.staging.scenario,
        motion=stage.staging.motion,
        date=str(stage.engine.directory.start + stage.month),
        scenario_hash=str(stage.engine.identity["scenario_hash"]),
        runs=played.answers.runs,
        asked=len(played.answers.share),
        digest=played.digest,
    )


def _combinations(played: _Played) -> Iterator[CombinationRow]:
    """Every combination, from none of the causes to all of them."""
    names = list(played.stage.causes)
    for mask in range(1 << len(names)):
        share, carried = (
            mean_of(values[:, mask]) for values in (played.answers.share, played.answers.carried)
        )
        yield CombinationRow(
            scenario=played.stage.staging.scenario,
            motion=played.stage.staging.motion,
            present=tuple(name for k, name in enumerate(names) if mask >> k & 1),
            share=share.value,
            share_low=share.low,
            share_high=share.high,
            carried=carried.value,
            carried_low=carried.low,
            carried_high=carried.high,
        )


_MEASURES: tuple[Measure, ...] = ("share for", "carried")


def _effects(played: _Played) -> Iterator[EffectRow]:
    names = list(played.stage.causes)
    for measure in _MEASURES:
        for members in subsets(len(names)):
            found = mean_of(effect(played.values(measure), members))
            yield EffectRow(
                scenario=played.stage.staging.scenario,
                motion=played.stage.staging.motion,
                measure=measure,
                causes=tuple(names[k] for k in members),
                value=found.value,
                low=found.low,
                high=found.high,
            )


def _separations(one: _Played, other: _Played) -> Iterator[SeparationRow]:
    """How far single effects differ between two stagings, whose runs share no luck."""
    for measure in _MEASURES:
        for place, name in enumerate(one.stage.causes):
            first, second = (effect(each.values(measure), (place,)) for each in (one, other))
            apart = _unpaired(first, second)
            yield SeparationRow(
                one=str(one.stage.staging),
                other=str(other.stage.staging),
                measure=measure,
                cause=name,
                value=apart.value,
                low=apart.low,
                high=apart.high,
            )


def _unpaired(first: Array, second: Array) -> Difference:
    """The second mean less the first, of independent samples, by the normal approximation."""
    value = float(second.mean() - first.mean())
    half = NORMAL_95 * float(np.hypot(*(each.std(ddof=1) / len(each) ** 0.5 for each in (first, second))))
    return Difference(value, value - half, value + half)


def _factors(played: _Played) -> Iterator[FactorRow]:
    for each in played.stage.switches:
        cause = played.stage.causes[each.cause]
        yield FactorRow(
            scenario=played.stage.staging.scenario,
            cause=each.cause,
            name=cause.name,
            neutral=cause.neutral.said.strip(),
            why=cause.neutral.why.strip(),
            sets={edit.path: edit.value for edit in each.edits},
            because=(*cause.because, *cause.neutral.because),
        )


def _conclusion(played: Sequence[_Played], effects: Sequence[EffectRow]) -> str:
    """For each staging: how the vote goes with all causes, and which of them moves it most."""
    return " ".join(_sentence(each, effects) for each in played)


def _sentence(played: _Played, effects: Sequence[EffectRow]) -> str:
    staging = played.stage.staging
    here = [
        row
        for row in effects
        if (row.scenario, row.motion, row.measure) == (staging.scenario, staging.motion, "share for")
        and len(row.causes) == 1
    ]
    share, carried = played.answers.share[:, -1].mean(), played.answers.carried[:, -1].mean()
    moved = ", ".join(
        f"{played.stage.causes[row.causes[0]].name} {points(row.value, 1)} ({points(row.low, 1)} to "
        f"{points(row.high, 1)})"
        for row in sorted(here, key=lambda row: -abs(row.value))
    )
    return (
        f"{staging.motion}: {100 * share:.0f} % of the votes are for it, which carries it in "
        f"{100 * carried:.0f} % of runs; in points of the vote, {moved}."
    )
