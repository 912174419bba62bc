"""The report card: every target beside the model, scores beside baselines, and where the model fails."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from apparat.experiments.seam import Engine, Request, Silence, Watcher
from apparat.experiments.sets import Chosen, choose, fitted_to_more, fitted_without
from apparat.experiments.standing.looked import Looked
from apparat.experiments.validation.asked import Struggle, struggles
from apparat.experiments.validation.forecasters import (
    FITTED_TO_OTHERS,
    GIVEN,
    UNCALIBRATED,
    Card,
    Values,
    card,
)
from apparat.experiments.validation.played import Played, play
from apparat.experiments.validation.rivals import rivals
from apparat.experiments.validation.rows import left_out_row, score_rows, target_rows
from apparat.experiments.validation.verdict import conclusion, failures
from apparat.experiments.validation.wins import win_rows
from apparat.ground.errors import Interrupted, UsageError
from apparat.results.conclusion import assumptions
from apparat.results.validation import LeftOutRow, ValidationResult

MOST_RUNS = 100_000


@dataclass(frozen=True, kw_only=True)
class How:
    """How runs are played."""

    runs: int
    threads: int
    theories: bool
    watcher: Watcher


def validate(
    requests: Sequence[Request],
    *,
    runs: int,
    threads: int,
    answers: Mapping[str, str],
    file: Path | None = None,
    theories: bool = True,
    watcher: Watcher | None = None,
) -> ValidationResult:
    """Play each scenario `runs` times, and again with parameters fitted to the others where there are any.

    `theories` plays the rival theories too, each as many runs.

    Raises UsageError or DocumentError for what cannot be used, Interrupted on Ctrl-C.
    """
    if not 1 <= runs <= MOST_RUNS:
        raise UsageError(f"Runs must be a whole number from 1 to {MOST_RUNS:,}, not {runs}.")
    how = How(runs=runs, threads=threads, theories=theories, watcher=watcher or Silence())
    asked = struggles(requests, answers, file)
    try:
        engines = [struggle.request.build("full") for struggle in asked]
        engines[0].warm(how.watcher.compiling)
        told = [_told(struggle, engine, how) for struggle, engine in zip(asked, engines, strict=True)]
    except KeyboardInterrupt:
        raise Interrupted("Stopped. Nothing is kept: a report card is made in one go.") from None
    return _result(told, engines, answers, how).model_copy(
        update={"command": _command(requests, answers, file, how)}
    )


def _command(requests: Sequence[Request], answers: Mapping[str, str], file: Path | None, how: How) -> str:
    words = [part for item in answers.items() for part in ("--variant", "=".join(item))]
    words += ["--targets", str(file)] if file else []
    words += [] if how.theories else ["--no-theories"]
    names = [request.scenario for request in requests]
    return shlex.join(
        ["apparat", "validate", *names, *requests[0].options(), "--runs", str(how.runs), *words]
    )


def _play(engine: Engine, struggle: Struggle, how: How) -> Played:
    how.watcher.running(0, how.runs, 0.0)
    return play(
        Looked(engine).block,
        struggle.targets,
        struggle.opening.names,
        runs=how.runs,
        threads=how.threads,
        heard=lambda done, rate: how.watcher.running(done, how.runs, rate),
    )


@dataclass(frozen=True)
class Told:
    """One struggle, played and judged."""

    card: Card
    digest: str
    left_out: LeftOutRow


def _told(struggle: Struggle, engine: Engine, how: How) -> Told:
    """Play a struggle; where there are other parameters, uncalibrated ones and those of the others too."""
    usual = _play(engine, struggle, how)
    fitted, others = fitted_without(struggle.name)
    beside: dict[str, Values] = {}
    if engine.identity["calibrated"]:
        beside[UNCALIBRATED] = _measured(struggle, choose(None, "uncalibrated"), how)
    if fitted.sets is not None:
        beside[FITTED_TO_OTHERS] = _measured(struggle, fitted, how)
    more, known = fitted_to_more()
    if more is not None:
        beside[GIVEN] = _silent(struggle, _measured(struggle, more, how), known)
    if how.theories:
        beside |= rivals(struggle, engine, how.runs, lambda made: _play(made, struggle, how).measured)
    alone = card(struggle, beside.get(FITTED_TO_OTHERS, usual.measured))
    return Told(
        card(struggle, usual.measured, beside), usual.digest, left_out_row(alone, others, fitted.origin)
    )


def _measured(struggle: Struggle, chosen: Chosen, how: How) -> Values:
    return _play(struggle.request.build("full", chosen), struggle, how).measured


def _silent(struggle: Struggle, values: Values, known: Sequence[str]) -> Values:
    """The same without the targets that were known beforehand."""
    told = np.isin([target.name for target in struggle.targets], known)
    found: Values = np.where(told, np.nan, values)
    return found


def _result(
    told: Sequence[Told], engines: Sequence[Engine], answers: Mapping[str, str], how: How
) -> ValidationResult:
    cards, left_out = [each.card for each in told], tuple(each.left_out for each in told)
    rows = tuple(row for each in cards for row in target_rows(each))
    scores = tuple(row for each in cards for row in score_rows(each))
    names = [each.struggle.name for each in cards]
    identity = engines[0].identity
    return ValidationResult(
        scenarios=tuple(names),
        scenario_hashes={
            name: engine.identity["scenario_hash"] for name, engine in zip(names, engines, strict=True)
        },
        digests={name: each.digest for name, each in zip(names, told, strict=True)},
        engine=identity["engine"],
        seed=identity["seed"],
        runs=how.runs,
        parameters=identity["parameters"],
        calibrated=identity["calibrated"],
        traits=cards[0].struggle.request.traits,
        variants=dict(answers),
        conclusion=conclusion(rows, scores, left_out, identity["origin"]),
        failures=failures(rows),
        assumptions=assumptions(cards[0].struggle.request.traits, identity["origin"]),
        targets=rows,
        scores=scores,
        wins=tuple(row for each in cards for row in win_rows(each)),
        left_out=left_out,
    )
