"""The call of the public face for flows."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from apparat.experiments.crew.threads import Threads
from apparat.experiments.flows.asked import Asked
from apparat.experiments.flows.flows import flows as run_flows
from apparat.experiments.seam import Watcher, listed, requested
from apparat.experiments.sets import Choice
from apparat.results.base import Traits
from apparat.results.flows import FlowsResult


def flows(
    scenario: str | Path,
    *,
    levels: str | Sequence[str] = (),
    runs: int | None = None,
    shift: float | None = None,
    months: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    watcher: Watcher | None = None,
) -> FlowsResult:
    """How far wishes rise and orders fall between the levels of state and party, on paper and in practice.

    In every January each of `levels` (all that can be, unless told) is moved up and down by `shift` (0.3) on
    an axis of policy and followed for `months` (12), in each of `runs` (60) runs. The rest is as for `run`.
    Raises ApparatError with a message meant for the user.
    """
    numbers = {"runs": runs, "shift": shift, "months": months}
    asked = Asked(
        names=listed(levels),
        **{name: number for name, number in numbers.items() if number is not None},  # type: ignore[arg-type]
    )
    return run_flows(
        requested(scenario, seed, traits, variants, parameters, sets),
        asked,
        crew=Threads(threads),
        watcher=watcher,
    )
