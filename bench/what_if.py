"""What does a branch cost beside its baseline, from the month of its intervention on?"""

import time
from functools import partial

from apparat.engine import Engine
from apparat.experiments.seam import Request
from apparat.experiments.what_if.asked import Arm, Asked, arms
from apparat.experiments.what_if.pairs import play
from apparat.scenario.levers import read
from bench.timing import interleave, show, summary

SCENARIO = "succession-1922"
LEVERS = ("no-general-secretary", "testament-read-out", "no-grain-crisis")
"""One that acts from the opening, one in the third year, one in the sixth."""
RUNS = 12
MOST = 1.2
"""The most that a branch may cost."""


def past(engine: Engine, until: int) -> None:
    """RUNS runs up to the month of the intervention."""
    for run in range(RUNS):
        engine.open(run).advance(until)


def paired(engine: Engine, made: list[Arm]) -> None:
    """RUNS runs with whatever branches, compared month by month."""
    for run in range(RUNS):
        play(engine, made, run)


def measured(engine: Engine, arm: Arm) -> dict[str, object]:
    """A branch's time beyond the baseline's, over the baseline's time from the same month on."""
    cases = {
        "past": partial(past, engine, arm.first),
        "alone": partial(paired, engine, []),
        "with a branch": partial(paired, engine, [arm]),
    }
    seconds = interleave(cases, repeats=9, clock=time.process_time)
    rounds = list(zip(seconds["past"], seconds["alone"], seconds["with a branch"], strict=True))
    branch = [1000 * (both - alone) / RUNS for _, alone, both in rounds]
    rest = [1000 * (alone - before) / RUNS for before, alone, _ in rounds]
    ratio = summary([a / b for a, b in zip(branch, rest, strict=True)])
    return {
        "from_month": arm.first,
        "branch_processor_milliseconds": summary(branch),
        "baseline_from_there_processor_milliseconds": summary(rest),
        "ratio": ratio,
        "within": ratio["median"] <= MOST,
    }


def main() -> None:
    """Measure and print."""
    request = Request(scenario=SCENARIO, seed=1, choice="uncalibrated")
    engine = request.build("decisions")
    if not isinstance(engine, Engine):
        raise TypeError("branches need the engine itself")
    engine.warm(lambda *_: None)
    made = arms(Asked(levers=LEVERS, apart=True), request, engine, read(SCENARIO))
    show(most=MOST, **{arm.name: measured(engine, arm) for arm in made})


if __name__ == "__main__":
    main()
