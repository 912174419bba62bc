"""The call of the public face for staged contrasts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from apparat.experiments.contrast.asked import FACTORS, Asked, Staging
from apparat.experiments.contrast.contrast import contrast as run_contrast
from apparat.experiments.crew.threads import Threads
from apparat.experiments.resumable.resumption import Earlier
from apparat.experiments.seam import Watcher, listed, requested
from apparat.experiments.sets import Choice
from apparat.results.contrast import ContrastResult
from apparat.results.kept import keep


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
    watcher: Watcher | None = None,
) -> ContrastResult:
    """Recorded motions, as SCENARIO:MOTION, staged with and without each of some causes.

    `causes` are named in the scenarios' files of causes: filling, insecurity and interests unless told. Each
    of `runs` runs (1,600 unless told) is played in every combination, under the same luck. `out` keeps
    finished runs, and `resume` goes on with them, or with more. `variants` hold for all scenarios; the rest
    is as for `run`. Raises ApparatError with a message meant for the user.
    """
    earlier = Earlier.of(out, resume=resume)
    numbers = earlier.numbers(seed=seed, runs=runs)
    asked = Asked(
        stagings=tuple(Staging.read(each) for each in listed(motions)),
        request=requested("", numbers.pop("seed", None), "recorded", variants, parameters, sets),
        causes=listed(causes) or FACTORS,
        **numbers,
    )
    result = run_contrast(asked, earlier.folder, crew=Threads(threads), resume=resume, watcher=watcher)
    return keep(result, earlier.folder)
