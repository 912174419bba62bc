"""The watch on speed fails what is slower, and only that."""

from collections.abc import Callable, Iterator
from itertools import cycle

from bench.watch.__main__ import costs, drifted
from bench.watch.verdict import LIMIT, LONGER, PAIRS, Compared, compared


def pairs(*times: tuple[float, float]) -> tuple[Callable[[], tuple[float, float]], list[int]]:
    """A stopwatch that shows these pairs over and over, and how often it was read."""
    shown: Iterator[tuple[float, float]] = cycle(times)
    read: list[int] = []

    def pair() -> tuple[float, float]:
        read.append(1)
        return next(shown)

    return pair, read


def test_a_case_that_takes_twice_as_long_fails_after_a_second_look() -> None:
    pair, read = pairs((1.0, 2.0), (1.1, 2.3))
    assert compared("slow", pair).ratio > LIMIT
    assert len(read) == PAIRS + LONGER


def test_a_case_as_quick_as_before_passes_at_the_first_look() -> None:
    pair, read = pairs((1.0, 1.1), (1.2, 1.0))
    assert compared("as before", pair).ratio <= LIMIT
    assert len(read) == PAIRS


def test_a_neighbour_that_spoils_some_pairs_makes_no_case_slow() -> None:
    found = Compared("spoilt", ((1.0, 4.0), (1.0, 5.0), (1.0, 3.0), (1.0, 1.0), (3.0, 1.1)))
    assert found.ratio <= LIMIT


def test_a_noisy_first_look_is_made_good_by_the_second() -> None:
    times = [(1.0, 2.0)] * PAIRS + [(1.0, 1.0)] * LONGER
    pair, _ = pairs(*times)
    assert compared("noisy", pair).ratio == 1.0


def test_a_slow_drift_over_many_commits_is_seen_on_a_machine_of_any_speed() -> None:
    for speed in (1.0, 7.0):
        found = [
            Compared(case, ((0.0, speed * s),)) for case, s in (("a", 4.0), ("b", 1.0), ("yardstick", 2.0))
        ]
        assert costs(found) == {"a": 2.0, "b": 0.5}
        assert drifted(costs(found), {"a": 0.5, "b": 0.4}) == ["a"]
