"""What does a run in all combinations of its causes cost, and how long do 500 take on two cores?"""

import time

import numpy as np

from apparat.engine import Engine
from apparat.experiments.explain.tree import Tree
from apparat.experiments.seam import Request
from apparat.scenario import causes
from apparat.scenario.causes import switches
from apparat.scenario.levers import Paths
from bench.timing import interleave, show, summary

SCENARIO = "succession-1922"
PLAIN = 32
"""Plain runs in a round."""
RUNS, CORES = 500, 2
MINUTES = 12
"""What so many runs may take on so many cores."""


def main() -> None:
    """Measure and print."""
    request = Request(scenario=SCENARIO, seed=1)
    engine, told = request.build("none"), request.build("decisions")
    if not isinstance(engine, Engine):
        raise TypeError("causes need the engine itself")
    engine.warm(lambda *_: None)
    library = causes.read(SCENARIO)
    made = switches(library.chosen(()), Paths(engine.compiled), library.levers, engine.compiled.scenario)
    tree, every = Tree(engine, made), np.arange(1 << len(made))
    played = tree.play(0, every, lambda: None).played
    cases = {
        "combinations": lambda: tree.play(0, every, lambda: None),
        "plain": lambda: told.block(0, PLAIN),
    }
    seconds = interleave(cases, clock=time.process_time)
    plain = [each / PLAIN for each in seconds["plain"]]
    minutes = summary([each * RUNS / CORES / 60 for each in seconds["combinations"]])
    show(
        causes=len(made),
        combinations=len(every),
        months_played=played,
        months_apart=len(every) * engine.compiled.scenario.months,
        combinations_processor_seconds=summary(seconds["combinations"]),
        plain_run_processor_milliseconds=summary([1000 * each for each in plain]),
        in_plain_runs=summary([a / b for a, b in zip(seconds["combinations"], plain, strict=True)]),
        minutes=minutes,
        most=MINUTES,
        within=minutes["median"] <= MINUTES,
    )


if __name__ == "__main__":
    main()
