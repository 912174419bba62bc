"""How much of a second worker is work, and what do scheduler and network cost against threads?

    python -m bench.cluster [--runs 240] [--repeats 9]

One worker and two play the same runs in turn, with everything on loopback, and so do one thread and two.
Efficiency is the time of one over twice the time of two. On a machine with other work that says how much of
it was free; what that moves little is the share of their time in which workers were at a block, and the
processor seconds of all processes together.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import psutil

from apparat.experiments.blocks import Compute
from apparat.experiments.crew.crew import Crew, each
from apparat.experiments.crew.hire import hired
from apparat.experiments.seam import Engine, Request
from apparat.store.blocks import BLOCKS, PARTS
from apparat.store.manifest import NAME
from bench.timing import ratios, show, summary

BLOCK = 12
"""Runs in a block: about half a second under load."""


@dataclass(frozen=True)
class Round:
    """What a crew took for the runs."""

    wall: float
    processor: float
    """Seconds of all processes."""
    at_work: float
    """Share of their time that hands spent on blocks."""


def busy() -> float:
    """Processor seconds of this process and of all that it started."""
    here = psutil.Process()
    times = [process.cpu_times() for process in (here, *here.children(recursive=True))]
    return float(sum(one.user + one.system for one in times))


def play(engine: Engine, crew: Crew, runs: int) -> Round:
    """Compute and write all runs, a block after the other."""
    blocks = ((first, min(BLOCK, runs - first)) for first in range(0, runs, BLOCK))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in (BLOCKS, PARTS):
            (folder / part).mkdir()
        (folder / NAME).write_text("{}")
        hands, began, before = crew.hands, time.perf_counter(), busy()
        with closing(each(crew, Compute(engine, folder), blocks, folder=folder)) as done:
            spent = sum(written.seconds for _, written in done)
        wall = time.perf_counter() - began
        return Round(wall, busy() - before, spent / (wall * hands))


def rounds(engine: Engine, crews: dict[str, Crew], runs: int, repeats: int) -> Iterator[dict[str, Round]]:
    """All crews in turn, again and again; the first round does not count."""
    for number in range(repeats + 1):
        found = {name: play(engine, crew, runs) for name, crew in crews.items()}
        if number:
            yield found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=240)
    parser.add_argument("--repeats", type=int, default=9)
    given = parser.parse_args()
    engine = Request(scenario="succession-1922", seed=1, choice="uncalibrated").build("decisions")
    engine.warm(lambda *_: None)
    with ExitStack() as stack:
        crews = {
            "one thread": stack.enter_context(hired(threads=1)),
            "two threads": stack.enter_context(hired(threads=2)),
            "one worker": stack.enter_context(hired(workers=1)),
            "two workers": stack.enter_context(hired(workers=2)),
        }
        found = list(rounds(engine, crews, given.runs, given.repeats))
    wall = {name: [one[name].wall for one in found] for name in crews}
    processor = {name: [one[name].processor for one in found] for name in crews}
    show(
        runs=given.runs,
        repeats=given.repeats,
        runs_a_second={name: summary([given.runs / s for s in seconds]) for name, seconds in wall.items()},
        processor_ms_a_run={
            n: summary([1e3 * s / given.runs for s in all_]) for n, all_ in processor.items()
        },
        share_at_work={name: summary([one[name].at_work for one in found]) for name in crews},
        efficiency_of_two_workers=ratios(wall["one worker"], [2 * s for s in wall["two workers"]]),
        efficiency_of_two_threads=ratios(wall["one thread"], [2 * s for s in wall["two threads"]]),
        processor_two_workers_over_one_thread=ratios(processor["two workers"], processor["one thread"]),
    )


if __name__ == "__main__":
    main()
