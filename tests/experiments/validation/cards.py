"""Report cards of invented measurements: shipped targets, and runs that say what a test wants."""

from collections.abc import Callable
from functools import cache

import numpy as np

from apparat import scenario, targets
from apparat.experiments.seam import Request
from apparat.experiments.validation.asked import Struggle
from apparat.experiments.validation.forecasters import Card, card
from apparat.experiments.validation.rows import left_out_row, score_rows, target_rows
from apparat.experiments.validation.verdict import failures
from apparat.experiments.validation.wins import win_rows
from apparat.results.validation import ValidationResult
from apparat.targets import Opening, Target

NAME = "succession-1922"
RUNS = 20


@cache
def struggle() -> Struggle:
    """The struggle of 1922-29 with its targets."""
    return Struggle(Request(scenario=NAME, seed=1), targets.of(NAME), Opening.read(scenario.load(NAME)))


def told(say: Callable[[Target], float]) -> Card:
    """The card of runs that all say the same of each target."""
    asked = struggle()
    values = [[say(target) for target in asked.targets]] * RUNS
    return card(asked, np.array(values, float))


def the_record(target: Target) -> float:
    """What is recorded, or the finite end of a range."""
    return target.low if np.isfinite(target.low) or not np.isfinite(target.high) else target.high


def whole(say: Callable[[Target], float]) -> ValidationResult:
    """The result of a validation in which all runs say the same of each target."""
    made = told(say)
    rows = tuple(target_rows(made))
    return ValidationResult(
        scenarios=(NAME,),
        scenario_hashes={NAME: "0"},
        digests={NAME: "0"},
        engine="0",
        seed=1,
        runs=20,
        parameters="0",
        calibrated=False,
        traits="recorded",
        variants={},
        conclusion="In a sentence.",
        failures=failures(rows),
        assumptions=(),
        targets=rows,
        scores=tuple(score_rows(made)),
        wins=tuple(win_rows(made)),
        left_out=(left_out_row(made, (), "assumed"),),
    )
