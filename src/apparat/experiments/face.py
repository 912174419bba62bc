"""The calls of the public face: plain arguments in, results out. The command line makes the same calls."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from apparat.experiments.ensemble import ensemble as run_ensemble
from apparat.experiments.pool import workers
from apparat.experiments.replay import replay as run_replay
from apparat.experiments.seam import Journal, Silence, Watcher, requested
from apparat.experiments.sets import Choice
from apparat.experiments.single import run as run_single
from apparat.results.base import Traits
from apparat.results.calibration import CalibrationResult
from apparat.results.ensemble import EnsembleResult
from apparat.results.kept import keep
from apparat.results.replay import ReplayResult
from apparat.results.run import RunResult
from apparat.results.sensitivity import SensitivityResult
from apparat.results.validation import ValidationResult
from apparat.store.manifest import is_store, load

if TYPE_CHECKING:
    from apparat.experiments.calibration.work import Progress
    from apparat.results.contrast import ContrastResult
    from apparat.results.explain import ExplainResult
    from apparat.results.what_if import WhatIfResult
    from apparat.scenario.levers import Value

RUNS = 2000
VALIDATION_RUNS = 200
PAIRS = 500


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
        seed = manifest.request["seed"] if seed is None else seed
        runs = manifest.runs if runs is None else runs
    result = run_ensemble(
        requested(scenario, seed, traits, variants, parameters, sets, theory),
        runs=RUNS if runs is None else runs,
        out=folder,
        resume=resume,
        threads=threads,
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


def calibrate(
    *scenarios: str | Path,
    out: str | Path,
    seed: int | None = None,
    budget: float | None = None,
    resume: bool = False,
    leave_one_out: bool = False,
    given: Sequence[str] = (),
    runs: int | None = None,
    points: int | None = None,
    free: int | None = None,
    trajectories: int | None = None,
    targets: str | Path | None = None,
    threads: int | None = None,
    compiling: Callable[[str, int, int], None] | None = None,
    heard: "Callable[[Progress], None] | None" = None,
) -> CalibrationResult:
    """Fit the parameters to the calibration targets of some scenarios jointly, in the folder `out`.

    `budget` is in minutes, compiling apart; without one the fit goes on to its end. `resume` goes on with a
    calibration in `out`, whose seed and numbers are then taken unless given; `leave_one_out` adds fits that
    leave one struggle out each; `given` adds one that goes on from the joint fit to these targets, which are
    held back from all others. Raises ApparatError with a message meant for the user.
    """
    from apparat.experiments.calibration import asking
    from apparat.experiments.calibration import calibrate as fitting

    folder = Path(out)
    plan = asking.plan(
        tuple(str(each) for each in scenarios),
        folder if resume else None,
        seed=seed,
        runs=runs,
        points=points,
        free=free,
        trajectories=trajectories,
        leave_one_out=leave_one_out,
        given=tuple(given),
        targets=Path(targets) if targets is not None else None,
    )
    result = fitting.calibrate(
        plan,
        folder,
        threads=workers(threads),
        budget=asking.seconds(budget),
        resume=resume,
        compiling=compiling or Silence().compiling,
        heard=heard or (lambda _: None),
    )
    return keep(result, folder)


def sensitivity(
    scenario: str | Path,
    *,
    seed: int | None = None,
    runs: int | None = None,
    trajectories: int | None = None,
    top: int | None = None,
    base: int | None = None,
    posterior: str | Path | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    threads: int | None = None,
    compiling: Callable[[str, int, int], None] | None = None,
    heard: "Callable[[Progress], None] | None" = None,
) -> SensitivityResult:
    """What the answer of a scenario hangs on, by parameter and by figure of the record.

    `top` parameters get Sobol indices, on a design of base size `base`; `posterior` is a folder, else a
    shipped one that holds. `out` keeps finished pieces, and `resume` goes on with them. Raises ApparatError
    with a message meant for the user.
    """
    from apparat.experiments.calibration.asking import filled, resumed
    from apparat.experiments.sensitivity.analyse import analyse
    from apparat.experiments.sensitivity.asking import Asked

    folder = Path(out) if out is not None else None
    numbers = {"seed": seed, "runs": runs, "trajectories": trajectories, "top": top, "base": base}
    asked = Asked(
        scenario=str(scenario),
        posterior=Path(posterior) if posterior is not None else None,
        **filled(resumed(folder if resume else None), numbers),
    )
    result = analyse(
        asked,
        folder,
        threads=workers(threads),
        resume=resume,
        compiling=compiling or Silence().compiling,
        heard=heard or (lambda _: None),
    )
    return keep(result, folder)


def validate(
    *scenarios: str | Path,
    runs: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    targets: str | Path | None = None,
    theories: bool = True,
    watcher: Watcher | None = None,
) -> ValidationResult:
    """Hold the model to the record: every shipped scenario if none is named, 200 runs each unless told.

    `variants` chooses where sources disagree, among options of the scenarios and readings of targets alike;
    `targets` is a file of targets instead of the shipped ones; `theories` plays the rival theories too, which
    takes four times as long; `parameters` and `sets` are as for `run`.
    Raises ApparatError with a message meant for the user.
    """
    from apparat import scenario
    from apparat.experiments.validation.validate import validate as run_validation

    chosen = secrets.randbits(31) if seed is None else seed
    return run_validation(
        [requested(name, chosen, traits, {}, parameters, sets) for name in scenarios or scenario.names()],
        runs=VALIDATION_RUNS if runs is None else runs,
        threads=workers(threads),
        answers=dict(variants or {}),
        file=Path(targets) if targets is not None else None,
        theories=theories,
        watcher=watcher,
    )


def what_if(
    scenario: str | Path,
    *,
    levers: str | Sequence[str] = (),
    settings: "Mapping[str, Value | Sequence[Value]] | None" = None,
    start: str | None = None,
    apart: bool = False,
    runs: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    theory: str | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    watcher: Watcher | None = None,
) -> "WhatIfResult":
    """The same runs (500 unless told) with and without an intervention, under the same luck.

    `levers` are named levers of the scenario; `settings` sets paths at the beginning of the month `start`
    (YYYY-MM), and several values for a path make a grid. Levers are pulled together, or each `apart`. `out`
    keeps finished pairs in a folder, and `resume` goes on with what it holds; seed and number of runs are
    then taken from it unless given. `theory` is as for `ensemble`, the rest as for `run`. Raises ApparatError
    with a message meant for the user.
    """
    from apparat.experiments.calibration.asking import begun
    from apparat.experiments.what_if.asked import Asked
    from apparat.experiments.what_if.what_if import what_if as run_what_if

    asked = Asked(
        levers=(levers,) if isinstance(levers, str) else tuple(levers),
        settings={
            path: (value,) if isinstance(value, bool | int | float | str) else tuple(value)
            for path, value in (settings or {}).items()
        },
        from_=start,
        apart=apart,
    )
    folder = Path(out) if out is not None else None
    earlier = begun(folder if resume else None)
    seed = earlier.get("seed") if seed is None else seed
    result = run_what_if(
        requested(scenario, seed, traits, variants, parameters, sets, theory),
        asked,
        runs=earlier.get("runs", PAIRS) if runs is None else runs,
        out=folder,
        resume=resume,
        threads=threads,
        watcher=watcher,
    )
    return keep(result, folder)


def explain(
    scenario: str | Path,
    *,
    outcome: str = "leader",
    who: str | None = None,
    causes: str | Sequence[str] = (),
    runs: int | None = None,
    orders: int | None = None,
    seed: int | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    budget: float | None = None,
    threads: int | None = None,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    theory: str | None = None,
    compiling: Callable[[str, int, int], None] | None = None,
    heard: "Callable[[Progress], None] | None" = None,
) -> "ExplainResult":
    """What each cause contributed to who leads at the end: Shapley values over coalitions of causes.

    `who` is a person of the scenario, or `nobody`; without one, whoever leads most often. `causes` are named
    in the scenario's file of causes. Each of `runs` runs (500 unless told) is played in all coalitions of up
    to ten causes, under the same luck; beyond, in those that `orders` sampled orders of arrival meet. `out`
    keeps finished runs, and `resume` goes on with them, or with more; what is not given is then as before.
    `budget` is in minutes, compiling apart. `theory` is as for `ensemble`, the rest as for `run`.
    Raises ApparatError with a message meant for the user.
    """
    from apparat.experiments.calibration.asking import begun, filled, seconds
    from apparat.experiments.explain.asked import Asked
    from apparat.experiments.explain.explain import explain as run_explain

    folder = Path(out) if out is not None else None
    earlier = begun(folder if resume else None)
    numbers = filled(earlier, {"seed": seed, "runs": runs, "orders": orders})
    named = (causes,) if isinstance(causes, str) else tuple(causes)
    asked = Asked(
        request=requested(scenario, numbers.pop("seed"), traits, variants, parameters, sets, theory),
        outcome=outcome,
        who=who,
        causes=named or tuple(earlier.get("causes", ())),
        **numbers,
    )
    result = run_explain(
        asked,
        folder,
        threads=workers(threads),
        budget=seconds(budget),
        resume=resume,
        compiling=compiling or Silence().compiling,
        heard=heard or (lambda _: None),
    )
    return keep(result, folder)


def contrast(
    motions: str | Sequence[str],
    *,
    causes: str | Sequence[str] = (),
    runs: int | None = None,
    seed: int | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    threads: int | None = None,
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    compiling: Callable[[str, int, int], None] | None = None,
    heard: "Callable[[Progress], None] | None" = None,
) -> "ContrastResult":
    """Recorded motions, as SCENARIO:MOTION, staged with and without each of some causes.

    `causes` are named in the scenarios' files of causes: filling, insecurity and interests unless told. Each
    of `runs` runs (1,600 unless told) is played in every combination, under the same luck. `out` keeps
    finished runs, and `resume` goes on with them, or with more. `variants` hold for all scenarios; the rest
    is as for `run`. Raises ApparatError with a message meant for the user.
    """
    from apparat.experiments.calibration.asking import begun, filled
    from apparat.experiments.contrast.asked import FACTORS, Asked, Staging
    from apparat.experiments.contrast.contrast import contrast as run_contrast

    folder = Path(out) if out is not None else None
    numbers = filled(begun(folder if resume else None), {"seed": seed, "runs": runs})
    named = (motions,) if isinstance(motions, str) else tuple(motions)
    asked = Asked(
        stagings=tuple(Staging.read(each) for each in named),
        request=requested("", numbers.pop("seed"), "recorded", variants, parameters, sets),
        causes=((causes,) if isinstance(causes, str) else tuple(causes)) or FACTORS,
        **numbers,
    )
    result = run_contrast(
        asked,
        folder,
        threads=workers(threads),
        resume=resume,
        compiling=compiling or Silence().compiling,
        heard=heard or (lambda _: None),
    )
    return keep(result, folder)
