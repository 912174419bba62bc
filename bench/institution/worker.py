"""One implementation in a process of its own: reads tasks as lines of JSON, plays runs, answers with seconds.

A task: regions, seed, first run, number of runs, months. The answer: seconds of processor time in all, which
other programs on the machine lengthen little, and every run's outcome.
"""

import json
import platform
import sys
import time
from dataclasses import astuple, dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from bench.institution.rules import MONTHS


@dataclass(frozen=True)
class Hand:
    """An implementation: its module, its class, and the packages whose versions matter."""

    module: str
    cls: str
    packages: tuple[str, ...]


HANDS = {
    "kernels": Hand("bench.institution.kernels", "Kernels", ("numba", "llvmlite", "numpy")),
    "c": Hand("bench.institution.by_hand", "ByHand", ()),
    "mesa": Hand("bench.institution.mesa_loop", "Mesa", ("mesa",)),
    "starsim": Hand("bench.institution.starsim_loop", "Starsim", ("starsim", "numpy")),
}
PEERS = ("mesa", "starsim")
"""Those that draw luck of their own, and agree in distribution only."""


def versions(hand: Hand) -> dict[str, str]:
    """Versions of whatever runs here."""
    found = {"python": platform.python_version()}
    for package in hand.packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "unknown"
    if hand.cls == "ByHand":
        from bench.institution.by_hand import compiler_version

        found = {"compiler": compiler_version()}
    return found


def serve(name: str) -> None:
    """Answer tasks until there are no more."""
    hand = HANDS[name]
    make = getattr(import_module(hand.module), hand.cls)
    print(json.dumps(versions(hand)), flush=True)
    made: dict[tuple[int, int], Any] = {}
    for line in sys.stdin:
        task = json.loads(line)
        key = (task["regions"], task["seed"])
        if key not in made:
            # One size at a time stays in memory; what it compiles or loads is done before the clock starts.
            made = {key: make(*key)}
            made[key].run(0, min(task["months"], MONTHS) if name in {"kernels", "c"} else 1)
        print(json.dumps(_played(made[key], task)), flush=True)


def _played(loop: Any, task: dict[str, int]) -> dict[str, Any]:
    seconds, outcomes = 0.0, []
    for number in range(task["first"], task["first"] + task["runs"]):
        began = time.process_time()
        loop.run(number, task["months"])
        seconds += time.process_time() - began
        outcomes.append(astuple(loop.outcome()))
    return {"seconds": seconds, "outcomes": outcomes}


if __name__ == "__main__":
    serve(sys.argv[1])
