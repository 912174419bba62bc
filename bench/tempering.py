"""How many sets of parameters must a calibration try, and how exact is what it finds?

Toy fits whose answer is known: every parameter is uniform over 0..1 and measured once, at 0.4 with deviation
0.1, so that the posterior is normal with that mean and deviation. Counts do not depend on the machine.
"""

import tempfile
from pathlib import Path

import numpy as np

from apparat.experiments.calibration.fit import Fit
from apparat.experiments.calibration.plan import Plan, Task
from apparat.experiments.crew.threads import Threads
from apparat.experiments.resumable.folder import Folder
from apparat.experiments.resumable.workers import Workers
from apparat.inference.points import Array, Measured
from apparat.inference.prior import Prior, Ranges
from bench.timing import show

WANTED, DEVIATION = 0.4, 0.1


def prior(free: int) -> Prior:
    """Parameters over 0..1, and one that is not fitted."""
    one = np.ones(free)
    rest = Ranges(("rest",), np.zeros(1), np.full(1, 0.5), np.ones(1))
    return Prior(Ranges(tuple(f"p{k}" for k in range(free)), 0 * one, one / 2, one), rest)


def measured(free: Array, rest: Array) -> Measured:
    """Every parameter as it is."""
    return Measured(free, (free - WANTED) / DEVIATION, rest)


def fit(free: int, points: int, folder: Path) -> dict[str, float]:
    """What a fit of so many parameters finds."""
    plan = Plan(scenarios=("toy",), seed=1, points=points)
    with Folder(folder, {"toy": free}, resume=False) as place:
        workers = Workers(place, crew=Threads(1), budget=None, heard=lambda _: None)
        names = tuple(f"t{k}" for k in range(free))
        task = Task("joint", ("toy",), None, 1.0)
        found = Fit(plan, task, prior(free), names, measured, workers).run()
    values = prior(free).values(found.points.line)
    return {
        "parameters": free,
        "sets_tried": sum(each.draws for each in found.rounds),
        "steps": len(found.rounds),
        "different": len(np.unique(found.points.line, axis=0)),
        "mean": float(values.mean()),
        "worst_mean": float(values.mean(axis=0)[np.abs(values.mean(axis=0) - WANTED).argmax()]),
        "deviation": float(values.std(axis=0).mean()),
    }


def main() -> None:
    """Fit one, five and fifteen parameters with the default population."""
    with tempfile.TemporaryDirectory() as folder:
        show(fits=[fit(free, 480, Path(folder) / str(free)) for free in (1, 5, 15)])


if __name__ == "__main__":
    main()
