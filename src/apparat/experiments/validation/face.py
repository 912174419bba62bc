"""The call of the public face for validation."""

from collections.abc import Mapping
from pathlib import Path

from apparat import scenario
from apparat.experiments.crew.threads import Threads
from apparat.experiments.seam import Watcher, requested, seeded
from apparat.experiments.sets import Choice
from apparat.experiments.validation.validate import validate as run_validation
from apparat.results.base import Traits
from apparat.results.validation import ValidationResult

RUNS = 200


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
    chosen = seeded(seed)
    return run_validation(
        [requested(name, chosen, traits, {}, parameters, sets) for name in scenarios or scenario.names()],
        runs=RUNS if runs is None else runs,
        threads=Threads(threads).hands,
        answers=dict(variants or {}),
        file=Path(targets) if targets is not None else None,
        theories=theories,
        watcher=watcher,
    )
