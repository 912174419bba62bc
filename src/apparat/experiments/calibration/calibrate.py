"""All of a calibration: screening, the joint fit, fits that go on from it or leave a struggle out."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from apparat import targets
from apparat.experiments.calibration import renew
from apparat.experiments.calibration.check import CHECKED, check
from apparat.experiments.calibration.fit import Fit, Fitted
from apparat.experiments.calibration.plan import Plan, Task
from apparat.experiments.calibration.priors import prior_of, simulation
from apparat.experiments.calibration.screen import Screened, free, screen
from apparat.experiments.calibration.struggles import Struggles
from apparat.experiments.calibration.summary import Answer, conclusion, distinct
from apparat.experiments.crew.crew import Crew
from apparat.experiments.resumable.folder import Folder
from apparat.experiments.resumable.resumption import again, stopped
from apparat.experiments.resumable.workers import OutOfTime, Workers
from apparat.experiments.seam import Silence, Watcher
from apparat.ground.errors import ApparatError
from apparat.inference.salib import salib
from apparat.posterior import Posterior, Provenance, write
from apparat.posterior.rules import rules_hash
from apparat.results.calibration import CalibrationResult
from apparat.store import provenance

POSTERIORS = "posteriors"
"""Where in a calibration's folder the posteriors of its fits stand."""


def calibrate(
    plan: Plan,
    out: Path,
    *,
    crew: Crew,
    budget: float | None,
    resume: bool,
    watcher: Watcher | None = None,
) -> CalibrationResult:
    """Calibrate in the folder `out`, at most `budget` seconds long, compiling apart.

    Raises Interrupted on Ctrl-C, and ApparatError when the budget was too small for a first population; both
    say what is kept and how to go on.
    """
    watcher = watcher or Silence()
    salib("sample.morris")  # missed before hours of work, not after
    struggles = Struggles(plan.scenarios, seed=plan.seed, runs=plan.runs, held_to=targets.load(plan.targets))
    struggles.given(plan.given)  # a wrong name is said at once, not after hours
    identity = struggles.identity() | plan.written()
    with Folder(out, identity, resume=resume) as folder:
        try:
            struggles.warm(watcher.compiling)
            workers = Workers(folder, crew=crew, budget=budget, heard=watcher.staged)
            answers = _answers(plan, struggles, workers)
        except KeyboardInterrupt:
            raise stopped("pieces", plan.command(), out) from None
    if not answers:
        raise ApparatError(
            "The budget ended before the first population was finished. Finished pieces are kept in "
            f"{out}. Give a longer one. {again(plan.command(), out, '--budget', '60')}"
        )
    return CalibrationResult(
        scenarios=struggles.names,
        scenario_hashes=identity["scenario_hashes"],
        targets_hashes=identity["targets"],
        rules=rules_hash(),
        engine=identity["engine"],
        seed=plan.seed,
        runs=plan.runs,
        folder=str(out),
        command=plan.command("--out", str(out)),
        conclusion=conclusion(answers),
        fits=tuple(each.summary() for each in answers),
        rounds=tuple(row for each in answers for row in each.rounds()),
        parameters=tuple(row for each in answers for row in each.parameters()),
        targets=tuple(row for each in answers for row in each.targets()),
        outcomes=tuple(row for each in answers for row in each.outcomes()),
    )


def _answers(plan: Plan, struggles: Struggles, workers: Workers) -> list[Answer]:
    """The fits that could be begun within the budget, each with its posterior written."""
    answers: list[Answer] = []
    try:
        screened = screen(plan, struggles, workers)
        tasks = list(plan.tasks(struggles.names))
        for place, task in enumerate(tasks):
            joint = answers[0] if task.given else None
            answers.append(_answer(plan, task, struggles, screened, workers, tasks[place:], joint))
    except OutOfTime:
        pass
    return answers


def _answer(
    plan: Plan,
    task: Task,
    struggles: Struggles,
    screened: Screened,
    workers: Workers,
    still: list[Task],
    joint: Answer | None,
) -> Answer:
    """One fit. `still` are the tasks that share what is left of the budget, this one first; `joint` is the
    fit to go on from, if there is one.
    """
    mine = struggles.only(task.scenarios).given(task.given)
    freed = joint.freed if joint else free(screened, _columns(struggles, task), plan.free)
    prior = prior_of(freed.free)
    fit = Fit(
        plan,
        task,
        prior,
        tuple(target.name for target in mine.targets),
        simulation(mine, prior),
        workers,
        reserve=_reserve(workers, still),
        start=joint.fitted.points if joint else None,
    )
    fitted = fit.run()
    checked = check(fit, fitted, mine)
    found = renew.witnessed(_posterior(fit, fitted, mine), mine)
    folder = workers.folder.path / POSTERIORS / found.provenance.name
    write(found, folder)
    return Answer(fit, fitted, checked, mine, freed, str(folder))


def _columns(struggles: Struggles, task: Task) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Where the task's targets stand among all."""
    return np.flatnonzero([target.scenario in task.scenarios for target in struggles.targets])


def _reserve(workers: Workers, still: list[Task]) -> float:
    """Seconds to leave to later fits, and to the checks of all."""
    if workers.left is None:
        return 0.0
    checks = len(still) * CHECKED / workers.rate if workers.rate else 0.0
    later = sum(task.weight for task in still[1:]) / sum(task.weight for task in still)
    return checks + max(workers.left - checks, 0.0) * later


def _posterior(fit: Fit, fitted: Fitted, struggles: Struggles) -> Posterior:
    identity, plan, prior = struggles.identity(), fit.plan, fit.prior
    names = (*prior.free.names, *prior.rest.names)
    columns = np.concatenate([prior.values(fitted.points.line), fitted.points.rest], axis=1)
    return Posterior(
        Provenance(
            scenarios=fit.task.scenarios,
            left_out=fit.task.left_out,
            given=fit.task.given,
            scenario_hashes=identity["scenario_hashes"],
            targets=identity["targets"],
            rules=rules_hash(),
            engine=identity["engine"],
            seed=plan.seed,
            runs=plan.runs,
            free=prior.free.names,
            power=fitted.power,
            complete=fitted.complete,
            rounds=fitted.rounds,
            draws=sum(each.draws for each in fitted.rounds),
            points=len(fitted.points),
            distinct=distinct(fitted),
            acceptance=fitted.rounds[-1].acceptance,
            witnesses={},
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            command=plan.command(),
            software=provenance.software(),
            commit=provenance.commit(),
        ),
        dict(zip(names, columns.T, strict=True)),
        dict(zip(fit.targets, fitted.points.values.T, strict=True)),
        dict(zip(fit.targets, fitted.points.deviations.T, strict=True)),
        dict(zip(struggles.outcomes, fitted.points.outcomes.T, strict=True)),
    )
