"""Report cards of invented measurements: shipped targets, and runs that say what a test wants."""

from collections.abc import Callable
from functools import cache

import numpy as np

from apparat import scenario, targets
from apparat.experiments.seam import Request
from apparat.experiments.validation.asked import Struggle
from apparat.experiments.validation.forecasters import Card, card
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
