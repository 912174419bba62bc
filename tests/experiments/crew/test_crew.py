"""Items are worked through once each, in any order or in theirs, and nothing is left at work in the end."""

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from apparat.experiments.crew.crew import AHEAD, each, in_order
from apparat.experiments.crew.threads import MOST_THREADS, Threads
from apparat.ground.errors import UsageError


@pytest.mark.parametrize("threads", [1, 3])
def test_every_item_comes_back_once_with_what_was_made_of_it(threads: int) -> None:
    found = list(each(Threads(threads), lambda n: n * n, range(50)))
    assert sorted(found) == [(n, n * n) for n in range(50)]


def test_in_order_waits_for_the_slow_ones() -> None:
    def slow_at_first(n: int) -> int:
        time.sleep(0.05 if n == 0 else 0.0)
        return n

    assert list(in_order(Threads(3), slow_at_first, 20)) == list(range(20))


def test_items_are_taken_only_a_little_ahead() -> None:
    taken: list[int] = []

    def items():
        for n in range(100):
            taken.append(n)
            yield n

    with closing(each(Threads(2), lambda n: n, items())) as found:
        next(found)
        assert len(taken) == AHEAD * 2


def test_what_is_in_flight_is_finished_and_kept_where_results_are_kept() -> None:
    kept: list[int] = []
    begun = threading.Barrier(2, timeout=10)

    def job(n: int) -> int:
        if n < 2:
            begun.wait()
            time.sleep(0.1 * n)
        return n

    with closing(each(Threads(2), job, range(100), keep=kept.append)) as found:
        assert next(found) == (0, 0)
    assert {0, 1} <= set(kept)
    assert len(kept) < 10


def test_what_is_in_flight_is_told_that_nobody_waits_where_results_are_not_kept() -> None:
    crew, told = Threads(1), []

    def job(n: int) -> None:
        deadline = time.monotonic() + 10
        while n == 1 and not crew.halted() and time.monotonic() < deadline:
            time.sleep(0.002)
        told.append(n if n == 0 else crew.halted())

    with closing(each(crew, job, range(5))) as found:
        next(found)
        while not crew.halted() and len(told) < 1:
            time.sleep(0.002)
        time.sleep(0.02)
    assert told in ([0], [0, True])
    assert not crew.halted()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("runs")]


def test_the_first_error_is_the_one_that_is_told() -> None:
    def fail(n: int) -> int:
        raise ValueError(f"item {n}")

    with pytest.raises(ValueError, match="item 0"):
        list(each(Threads(1), fail, range(5), keep=lambda _: None, folder=Path()))


@pytest.mark.parametrize("asked", [0, -1, MOST_THREADS + 1])
def test_a_number_of_threads_that_cannot_be_is_refused(asked: int) -> None:
    with pytest.raises(UsageError, match=f"1 to {MOST_THREADS}, not {asked}"):
        Threads(asked)
