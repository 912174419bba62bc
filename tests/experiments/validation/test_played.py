from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from apparat import targets
from apparat.experiments.validation.played import BLOCK, play
from tests.targets.tables import NAMES, tables

CHIEF = next(t for t in targets.load() if t.statistic == "chief")
HELD = [replace(CHIEF, scenario="toy", arguments={"person": "ada", "month": "1922-04"})]


class Odd:
    """An engine whose odd runs have ada as chief; it remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def block(self, first: int, count: int) -> SimpleNamespace:
        self.asked.append((first, count))
        made = tables(count)
        numbers = np.arange(first, first + count)
        made["runs"]["run"] = numbers
        made["months"]["run"] = np.repeat(numbers, NAMES.months)
        made["months"]["chief"] = np.where(made["months"]["run"] % 2, 7, 3)
        return SimpleNamespace(digests=numbers.astype(np.uint64), tables=lambda: made)


@pytest.mark.parametrize("threads", [1, 3])
def test_runs_come_back_in_their_order_whatever_the_threads(threads: int) -> None:
    engine, heard = Odd(), []
    done = play(engine.block, HELD, NAMES, runs=21, threads=threads, heard=lambda n, rate: heard.append(n))
    assert done.measured[:, 0].tolist() == [run % 2 for run in range(21)]
    assert sorted(engine.asked) == [(0, BLOCK), (BLOCK, BLOCK), (2 * BLOCK, 21 - 2 * BLOCK)]
    assert heard[-1] == 21
    assert heard == sorted(heard)


def test_the_digest_is_that_of_a_store_of_the_same_runs() -> None:
    import hashlib

    done = play(Odd().block, HELD, NAMES, runs=9, threads=2, heard=lambda n, rate: None)
    known = hashlib.blake2b(np.arange(9, dtype="<u8").tobytes(), digest_size=16).hexdigest()
    assert done.digest == known


def test_a_fault_in_a_block_is_not_swallowed() -> None:
    def broken(first: int, count: int) -> None:
        raise RuntimeError("block")

    with pytest.raises(RuntimeError, match="block"):
        play(broken, HELD, NAMES, runs=9, threads=1, heard=lambda n, rate: None)
