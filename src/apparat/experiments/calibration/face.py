"""The call of the public face for calibration."""

from collections.abc import Sequence
from pathlib import Path

from apparat.experiments.calibration.calibrate import calibrate as run_calibration
from apparat.experiments.calibration.plan import Plan
from apparat.experiments.crew.hire import hired
from apparat.experiments.resumable.resumption import Earlier, seconds
from apparat.experiments.seam import Watcher, listed, seeded
from apparat.results.calibration import CalibrationResult
from apparat.results.kept import keep


def calibrate(
    *scenarios: str | Path,
    out: str | Path,
    seed: int | None = None,
    budget: float | None = None,
    resume: bool = False,
    leave_one_out: bool = False,
    given: str | Sequence[str] = (),
    runs: int | None = None,
    points: int | None = None,
    free: int | None = None,
    trajectories: int | None = None,
    targets: str | Path | None = None,
    threads: int | None = None,
    workers: int | None = None,
    cluster: str | None = None,
    watcher: Watcher | None = None,
) -> CalibrationResult:
    """Fit the parameters to the calibration targets of some scenarios jointly, in the folder `out`.

    `budget` is in minutes, compiling apart; without one the fit goes on to its end. `resume` goes on with a
    calibration in `out`, whose seed and numbers are then taken unless given; `leave_one_out` adds fits that
    leave one struggle out each; `given` adds one that goes on from the joint fit to these targets, which are
    held back from all others. Raises ApparatError with a message meant for the user.
    """
    earlier = Earlier.of(out, resume=resume)
    numbers = earlier.numbers(seed=seed, runs=runs, points=points, free=free, trajectories=trajectories)
    plan = Plan(
        scenarios=tuple(str(each) for each in scenarios) or earlier.names("scenarios"),
        seed=seeded(numbers.pop("seed", None)),
        leave_one_out=leave_one_out,
        given=listed(given),
        targets=Path(targets) if targets is not None else None,
        **numbers,
    )
    with hired(threads=threads, workers=workers, cluster=cluster) as crew:
        result = run_calibration(
            plan, Path(out), crew=crew, budget=seconds(budget), resume=resume, watcher=watcher
        )
    return keep(result, earlier.folder)
