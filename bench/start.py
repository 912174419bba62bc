"""How long until `--help`, a cached run, and a first run that must compile? Whole processes.

Wall seconds are what a user waits on an idle machine; processor seconds hardly depend on what else it does.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from bench.timing import show, summary

HELP = [sys.executable, "-m", "apparat", "--help"]
RUN = [sys.executable, "-m", "apparat", "run", "succession-1922", "--seed", "1", "--json"]


@dataclass(frozen=True)
class Taken:
    """What a process took, in seconds."""

    wall: float
    processor: float


def taken(command: list[str], cache: str) -> Taken:
    """Run a process to its end."""
    used = _children()
    began = time.perf_counter()
    # Python keeps its own compiled files, as it does for users, whatever this shell says about that.
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = usual | {"APPARAT_CACHE": cache, "PYTHONPYCACHEPREFIX": cache}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return Taken(time.perf_counter() - began, _children() - used)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def both(rounds: list[Taken]) -> dict[str, dict[str, float]]:
    """Median, smallest and largest of either kind of seconds."""
    return {
        "wall": summary([each.wall for each in rounds]),
        "processor": summary([each.processor for each in rounds]),
    }


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as cache:
        taken(HELP, cache)
        first = taken(RUN, cache)
        rounds = [(taken(HELP, cache), taken(RUN, cache)) for _ in range(5)]
    show(
        help_seconds=both([a for a, _ in rounds]),
        cached_run_seconds=both([b for _, b in rounds]),
        first_run_seconds=both([first]),
        load=os.getloadavg()[0],
    )


if __name__ == "__main__":
    main()
