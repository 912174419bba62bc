"""How many runs a second at full size, on one thread and on two, and what does each step cost?"""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from apparat.engine import Engine
from apparat.experiments.seam import Request
from apparat.experiments.sets import Choice
from apparat.mechanisms.steps import STEP_WORDS
from apparat.observers import probes, yardsticks
from apparat.world.state import record, state_bytes
from bench.timing import interleave, ratios, show, summary

RUNS = 40
MONTHS = 93


def one_thread(engine: Engine) -> None:
    """RUNS runs on this thread."""
    engine.block(0, RUNS)


def two_threads(engine: Engine) -> None:
    """RUNS runs on each of two threads."""
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda first: engine.block(first, RUNS), (0, RUNS)))


def by_step(engine: Engine, runs: int = 5) -> dict[str, float]:
    """Processor milliseconds a run spends in each step and observer, less what a call from outside costs.

    That is what the idlest of them takes. A step called alone is compiled for that at its first call, so the
    first run does not count. Each finds the caches as others left them, so the sum exceeds a run's time.
    """
    taken: dict[str, list[float]] = {}
    for number in range(runs + 1):
        if number < 2:
            taken = {name: [] for name in (*STEP_WORDS[:-1], "probes", "yardsticks")}
        run = engine.open(number)
        state, parameters = record(run.world), run.parameters[0]
        for month in range(MONTHS):
            run.world["clock"]["month"] = month
            for name, seconds in taken.items():
                step = _step(name)
                began = time.process_time()
                step(state, parameters)
                seconds.append(time.process_time() - began)
            run.world["tally"]["events"] = run.world["tally"]["rolls"] = 0
    call = min(statistics.median(seconds) for seconds in taken.values())
    return {name: round(1000 * (sum(s) - call * len(s)) / runs, 2) for name, s in taken.items()}


def _step(name: str):  # type: ignore[no-untyped-def]
    if name == "probes":
        return probes.watch
    if name == "yardsticks":
        return yardsticks.watch
    return import_module(f"apparat.mechanisms.{name}").step


def main() -> None:
    """Measure and print: by the fitted sets, as everybody plays, then by the assumed ones."""
    choices: tuple[Choice, ...] = ("posterior", "uncalibrated")
    for choice in choices:
        print(choice)
        measure(choice)


def measure(choice: Choice) -> None:
    """The same by one choice of parameter sets: how many posts change hands depends on them."""
    engine = Request(scenario="succession-1922", seed=1, choice=choice).build("decisions")
    if not isinstance(engine, Engine):
        raise TypeError("steps can be taken apart in the engine itself only")
    engine.warm(lambda *_: None)
    seconds = interleave({"one": lambda: one_thread(engine), "two": lambda: two_threads(engine)})
    show(
        runs_a_second_one_thread=summary([RUNS / s for s in seconds["one"]]),
        runs_a_second_two_threads=summary([2 * RUNS / s for s in seconds["two"]]),
        gain_of_the_second_thread=ratios([2 * s for s in seconds["one"]], seconds["two"]),
        state_bytes=state_bytes(),
        milliseconds_by_step=by_step(engine),
    )


if __name__ == "__main__":
    main()
