"""Targets measured over many runs: blocks on threads, each forgotten as soon as it is measured."""

import hashlib
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat import targets
from apparat.experiments.seam import Block
from apparat.targets import Names, Target

BLOCK = 8
"""Runs that a thread plays before they are measured."""


@dataclass(frozen=True)
class Played:
    """Runs of one scenario, measured."""

    measured: NDArray[np.float64]
    """(runs, targets), as `targets.measure` gives it."""
    digest: str
    """Identifies the runs bit for bit, as a store's digest does."""


def play(
    block: Callable[[int, int], Block],
    held: Sequence[Target],
    names: Names,
    *,
    runs: int,
    threads: int,
    heard: Callable[[int, float], None],
) -> Played:
    """Play runs 0 to `runs - 1`; `heard` is told runs finished and runs a second.

    `block` plays runs from a first one on, a number of them; several threads ask it at once.

    On KeyboardInterrupt the blocks in flight are finished and nothing more is begun.
    """
    firsts = range(0, runs, BLOCK)
    measured: list[NDArray[np.float64]] = []
    digests: list[NDArray[np.uint64]] = []
    began = time.monotonic()

    def one(first: int) -> tuple[NDArray[np.float64], NDArray[np.uint64]]:
        played = block(first, min(BLOCK, runs - first))
        return targets.measure(held, played.tables(), names), played.digests

    with ThreadPoolExecutor(threads, thread_name_prefix="runs") as pool:
        try:
            for values, digest in pool.map(one, firsts):
                measured.append(values)
                digests.append(digest)
                done = min(len(measured) * BLOCK, runs)
                heard(done, done / max(time.monotonic() - began, 1e-9))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    whole = np.concatenate(digests).astype("<u8").tobytes()
    return Played(np.concatenate(measured), hashlib.blake2b(whole, digest_size=16).hexdigest())
