"""The call of the public face for branches."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from apparat.experiments.branch.asked import Asked
from apparat.experiments.branch.branch import branch as run_branch
from apparat.experiments.crew.threads import Threads
from apparat.experiments.resumable.resumption import Earlier
from apparat.experiments.seam import Watcher, listed, requested
from apparat.experiments.sets import Choice
from apparat.results.base import Traits
from apparat.results.branch import BranchResult
from apparat.results.kept import keep


def branch(
    scenario: str | Path,
    at: str | Sequence[str] = (),
    *,
    pasts: int | None = None,
    endings: int | None = None,
    seed: int | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    threads: int | None = None,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    theory: str | None = None,
    watcher: Watcher | None = None,
) -> BranchResult:
    """Many endings (25 unless told) from each of several pasts (40): how much was decided by the dates `at`.

    Dates are months, YYYY-MM; endings part from their past at the beginning of that month. `out` keeps pasts
    and endings in a folder; `resume` goes on with it: dates, numbers and seed are then those of the folder
    unless given, and more of them may be. `theory` is as for `ensemble`, the rest as for `run`. Raises
    ApparatError with a message meant for the user.
    """
    earlier = Earlier.of(out, resume=resume)
    numbers = earlier.numbers(pasts=pasts, endings=endings, seed=seed)
    seed = numbers.pop("seed", None)
    asked = Asked(at=listed(at) or earlier.names("at"), **numbers)
    result = run_branch(
        requested(scenario, seed, traits, variants, parameters, sets, theory),
        asked,
        out=earlier.folder,
        resume=resume,
        crew=Threads(threads),
        watcher=watcher,
    )
    return keep(result, earlier.folder)
