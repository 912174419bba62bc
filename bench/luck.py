"""What do addressed random numbers cost against a plain stream?

The same engine is compiled twice, in two processes with a cache each: as it is, and with every draw
replaced by the next number of a sequential generator (splitmix64). Both play the same number of runs, in
turn; the histories differ, the work does not.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from bench.timing import ratios, show, summary

RUNS = 30
REPEATS = 7


def stream_draws() -> None:
    """Put a sequential generator in the place of addressed draws, before any kernel is compiled."""
    import numpy as np

    from apparat.world import luck
    from apparat.world.kernel import kernel

    step, mix = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)
    low, shift, unit = np.uint64(0xFFFFFFFF), np.uint64(32), 2.0**-32

    @kernel
    def next_word(clock):  # type: ignore[no-untyped-def]
        state = np.uint64(clock.seed_low) + step
        clock.seed_low = state
        word = (state ^ (state >> np.uint64(30))) * mix
        return word ^ (word >> np.uint64(27))

    @kernel
    def stream(clock, decision, first, second):  # type: ignore[no-untyped-def]  # noqa: ARG001
        a, b = next_word(clock), next_word(clock)
        return (
            (np.float64(a & low) + 0.5) * unit,
            (np.float64(a >> shift) + 0.5) * unit,
            (np.float64(b & low) + 0.5) * unit,
            (np.float64(b >> shift) + 0.5) * unit,
        )

    @kernel
    def four(clock, decisions, firsts):  # type: ignore[no-untyped-def]  # noqa: ARG001
        return stream(clock, 0, 0, 0), stream(clock, 0, 0, 0), stream(clock, 0, 0, 0), stream(clock, 0, 0, 0)

    @kernel
    def columns(clock, decision, keys, count, drawn, row):  # type: ignore[no-untyped-def]  # noqa: ARG001
        for k in range(count):
            drawn[row, k], drawn[row + 1, k], drawn[row + 2, k], drawn[row + 3, k] = stream(clock, 0, 0, 0)

    luck.draw = luck.quarterly = luck.once = stream
    luck.four = four
    luck.draw_all = luck.quarterly_all = luck.once_all = columns


def worker(kind: str) -> None:
    """Compile, then play RUNS runs for every line read; answer with the processor seconds taken."""
    if kind == "stream":
        stream_draws()
    from apparat.engine import build

    engine = build("succession-1922", seed=1)
    engine.warm(lambda *_: None)
    engine.block(0, 2)
    print("ready", flush=True)
    for _ in sys.stdin:
        began = time.process_time()
        engine.block(0, RUNS)
        print(time.process_time() - began, flush=True)


def start(kind: str, cache: Path) -> "subprocess.Popen[str]":
    """A worker process with a kernel cache of its own."""
    import os

    return subprocess.Popen(
        [sys.executable, "-m", "bench.luck", kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "APPARAT_CACHE": str(cache)},
    )


def ask(process: "subprocess.Popen[str]") -> float:
    """Processor seconds that a worker needs for its runs."""
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None
    assert stdout is not None
    stdin.write("go\n")
    stdin.flush()
    return float(stdout.readline())


def _ready(stream: "IO[str] | None") -> None:
    assert stream is not None
    stream.readline()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        workers = {kind: start(kind, Path(folder) / kind) for kind in ("addressed", "stream")}
        for process in workers.values():
            _ready(process.stdout)
        seconds: dict[str, list[float]] = {kind: [] for kind in workers}
        for _ in range(REPEATS):
            for kind, process in workers.items():
                seconds[kind].append(ask(process))
        for process in workers.values():
            process.kill()
    show(
        milliseconds_a_run={
            kind: summary([1000 * s / RUNS for s in taken]) for kind, taken in seconds.items()
        },
        addressed_over_stream=ratios(seconds["addressed"], seconds["stream"]),
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        worker(sys.argv[1])
    else:
        main()
