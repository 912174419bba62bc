"""The call of the public face for interventions."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from apparat.experiments.crew.hire import hired
from apparat.experiments.resumable.resumption import Earlier
from apparat.experiments.seam import Watcher, listed, requested
from apparat.experiments.sets import Choice
from apparat.experiments.what_if.asked import Asked
from apparat.experiments.what_if.what_if import what_if as run_what_if
from apparat.results.base import Traits
from apparat.results.kept import keep
from apparat.results.what_if import WhatIfResult
from apparat.scenario.levers import Value

PAIRS = 500


def what_if(
    scenario: str | Path,
    *,
    levers: str | Sequence[str] = (),
    settings: Mapping[str, Value | Sequence[Value]] | None = None,
    start: str | None = None,
    apart: bool = False,
    runs: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    workers: int | None = None,
    cluster: str | None = None,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    theory: str | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    watcher: Watcher | None = None,
) -> WhatIfResult:
    """The same runs (500 unless told) with and without an intervention, under the same luck.

    `levers` are named levers of the scenario; `settings` sets paths at the beginning of the month `start`
    (YYYY-MM), and several values for a path make a grid. Levers are pulled together, or each `apart`. `out`
    keeps finished pairs in a folder, and `resume` goes on with what it holds; seed and number of runs are
    then taken from it unless given. `theory` is as for `ensemble`, the rest as for `run`. Raises ApparatError
    with a message meant for the user.
    """
    asked = Asked(
        levers=listed(levers),
        settings={
            path: (value,) if isinstance(value, bool | int | float | str) else tuple(value)
            for path, value in (settings or {}).items()
        },
        from_=start,
        apart=apart,
    )
    earlier = Earlier.of(out, resume=resume)
    numbers = {"runs": PAIRS} | earlier.numbers(seed=seed, runs=runs)
    with hired(threads=threads, workers=workers, cluster=cluster) as crew:
        result = run_what_if(
            requested(scenario, numbers.get("seed"), traits, variants, parameters, sets, theory),
            asked,
            runs=numbers["runs"],
            out=earlier.folder,
            resume=resume,
            crew=crew,
            watcher=watcher,
        )
    return keep(result, earlier.folder)
