"""A child process that writes a store as fast as it can, for tests that kill it.

python writer.py FOLDER RUNS
"""

import sys
from pathlib import Path

import numpy as np

from apparat.store.manifest import is_store
from apparat.store.store import Store

IDENTITY = {"scenario": "toy", "seed": 7}
BLOCK = 3


def toy_block(first: int, count: int) -> tuple[dict[str, dict[str, np.ndarray]], np.ndarray]:
    run = np.arange(first, first + count, dtype=np.uint32)
    digests = run.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    months = np.repeat(run, 4)
    return {
        "runs": {"run": run, "digest": digests},
        "months": {
            "run": months,
            "month": np.tile(np.arange(4, dtype=np.int16), count),
            "leader": months % 3,
        },
    }, digests


def open_store(folder: Path, runs: int) -> Store:
    if is_store(folder):
        return Store.resume(folder, identity=IDENTITY, runs=runs)
    return Store.create(folder, identity=IDENTITY, request={}, runs=runs)


def fill(folder: Path, runs: int, block: int = BLOCK) -> None:
    with open_store(folder, runs) as store:
        for first, count in store.missing():
            for at in range(first, first + count, block):
                store.write_block(at, *toy_block(at, min(block, first + count - at)))


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
