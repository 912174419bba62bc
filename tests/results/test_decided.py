"""How much was decided: all, nothing, and what the figures say in between."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.results.decided import decided, parts


def counts(*pasts: tuple[int, ...]) -> np.ndarray:
    return np.array(pasts, np.int64)


def test_all_is_decided_where_every_past_has_one_ending() -> None:
    found = decided(counts((10, 0), (0, 10), (10, 0), (0, 10)))
    assert found.share == found.high == 1
    assert parts(counts((10, 0), (0, 10))).within == 0


def test_nothing_is_decided_where_all_pasts_end_alike() -> None:
    assert decided(counts((5, 5), (5, 5), (5, 5))).share == 0
    assert decided(counts((7, 0), (7, 0), (7, 0))).share == 0


def test_what_rounding_leaves_is_nothing() -> None:
    """Once in 48 endings: pasts differ by exactly as much as luck explains."""
    found = parts(counts((1, 5), *[(0, 6)] * 7))
    assert found.between == found.share == 0


def test_luck_alone_is_not_taken_for_a_difference_between_pasts() -> None:
    rng = np.random.default_rng(1)
    found = [parts(rng.multinomial(8, [0.5, 0.3, 0.2], size=30)) for _ in range(200)]
    assert abs(float(np.mean([each.between for each in found]))) < 0.005
    assert float(np.mean([each.within for each in found])) == pytest.approx(1 - 0.25 - 0.09 - 0.04, abs=0.01)


def test_the_share_of_pasts_that_differ_is_found_again() -> None:
    """Chances of 0.2 and 0.8 by halves: variance between is 0.09 a category, within 0.16."""
    rng = np.random.default_rng(2)
    chance = np.where(np.arange(4000) % 2, 0.2, 0.8)
    hits = rng.binomial(5, chance)
    found = parts(np.stack([hits, 5 - hits], axis=1))
    assert found.between == pytest.approx(2 * 0.09, abs=0.01)
    assert found.within == pytest.approx(2 * 0.16, abs=0.01)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=2, max_size=8))
def test_a_share_stays_between_none_and_all(hits: list[tuple[int, int]]) -> None:
    found = decided(counts(*[(a, b, 12 - a - b) for a, b in hits]))
    assert 0 <= found.low <= found.high <= 1
    assert 0 <= found.share <= 1


def test_two_pasts_tell_nothing_of_how_sure_it_is() -> None:
    found = decided(counts((9, 1), (1, 9)))
    assert (found.low, found.high) == (0, 1)
