"""Toy fits with known answers, and a program that fits one slowly, to be killed."""

import sys
import time
from pathlib import Path

import numpy as np

from apparat.experiments.calibration.fit import Fit
from apparat.experiments.calibration.plan import Plan, Task
from apparat.experiments.crew.crew import Crew
from apparat.experiments.crew.threads import Threads
from apparat.experiments.resumable.folder import Folder
from apparat.experiments.resumable.workers import Workers
from apparat.inference.points import Array, Measured, Points, Simulate
from apparat.inference.prior import Prior, Ranges


def prior(free: int) -> Prior:
    """Parameters between 0 and 1, and one that nobody fits."""
    one = np.ones(free)
    names = tuple(f"p{k}" for k in range(free))
    return Prior(
        Ranges(names, 0 * one, 0.5 * one, one), Ranges(("rest",), *(np.array([x]) for x in (0, 0.5, 1)))
    )


def towards(wanted: float, tolerance: float) -> Simulate:
    """Every parameter is measured as it is, and wanted at one value."""
    return lambda free, rest: Measured(free, (free - wanted) / tolerance, np.append(free[:1], rest))


def fit(
    folder: Folder,
    simulate: Simulate,
    *,
    free: int = 2,
    points: int = 400,
    threads: int = 1,
    budget: float | None = None,
    seed: int = 5,
    start: Points | None = None,
    crew: Crew | None = None,
) -> Fit:
    """A fit in a folder."""
    workers = Workers(folder, crew=crew or Threads(threads), budget=budget, heard=lambda _: None)
    plan = Plan(scenarios=("toy",), seed=seed, points=points)
    task = Task("joint", ("toy",), None, 1.0)
    names = tuple(f"t{k}" for k in range(free))
    return Fit(plan, task, prior(free), names, simulate, workers, start=start)


def main(path: Path, pause: float) -> None:
    """Fit slowly in a folder, new or begun."""
    exact = towards(0.4, 0.1)

    def slow(free: Array, rest: Array) -> Measured:
        time.sleep(pause)
        return exact(free, rest)

    with Folder(path, {"toy": 1}, resume=path.exists()) as folder:
        fit(folder, slow, points=60, threads=2).run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
