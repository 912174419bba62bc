"""How long until `--help`, a cached run, and a first run that must compile? Whole processes, wall clock."""

import os
import subprocess
import sys
import tempfile
import time

from bench.timing import show, summary

HELP = [sys.executable, "-m", "apparat", "--help"]
RUN = [sys.executable, "-m", "apparat", "run", "succession-1922", "--seed", "1", "--json"]


def seconds(command: list[str], cache: str) -> float:
    """Wall seconds of a whole process."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "APPARAT_CACHE": cache})
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as cache:
        seconds(HELP, cache)
        first = seconds(RUN, cache)
        rounds = [(seconds(HELP, cache), seconds(RUN, cache)) for _ in range(5)]
    show(
        help_seconds=summary([a for a, _ in rounds]),
        cached_run_seconds=summary([b for _, b in rounds]),
        first_run_seconds=first,
    )


if __name__ == "__main__":
    main()
