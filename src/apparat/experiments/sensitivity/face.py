"""The call of the public face for sensitivity."""

from pathlib import Path

from apparat.experiments.crew.threads import Threads
from apparat.experiments.resumable.resumption import Earlier
from apparat.experiments.seam import Watcher, seeded
from apparat.experiments.sensitivity.analyse import analyse
from apparat.experiments.sensitivity.asked import Asked
from apparat.results.kept import keep
from apparat.results.sensitivity import SensitivityResult


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
    watcher: Watcher | None = None,
) -> SensitivityResult:
    """What the answer of a scenario hangs on, by parameter and by figure of the record.

    `top` parameters get Sobol indices, on a design of base size `base`; `posterior` is a folder, else a
    shipped one that holds. `out` keeps finished pieces, and `resume` goes on with them. Raises ApparatError
    with a message meant for the user.
    """
    earlier = Earlier.of(out, resume=resume)
    numbers = earlier.numbers(seed=seed, runs=runs, trajectories=trajectories, top=top, base=base)
    asked = Asked(
        scenario=str(scenario),
        seed=seeded(numbers.pop("seed", None)),
        posterior=Path(posterior) if posterior is not None else None,
        **numbers,
    )
    result = analyse(asked, earlier.folder, crew=Threads(threads), resume=resume, watcher=watcher)
    return keep(result, earlier.folder)
