"""Paired differences: known tables, and that pairs of equal runs leave nothing to luck but half a pair."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.results.paired import means_differ, shares_differ, variance_ratio

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=200)


def sides(pairs: list[tuple[bool, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([one for one, _ in pairs]), np.array([other for _, other in pairs])


def test_a_known_table_has_its_known_interval() -> None:
    # Agresti and Min's formula by hand: 8 gained, 2 lost, 40 pairs; with halves added 8.5, 2.5 and 42.
    pairs = [(False, True)] * 8 + [(True, False)] * 2 + [(True, True)] * 15 + [(False, False)] * 15
    found = shares_differ(*sides(pairs))
    middle, half = 6 / 42, 1.959964 * np.sqrt(11 - 36 / 42) / 42
    assert found.value == pytest.approx(6 / 40)
    assert (found.low, found.high) == pytest.approx((middle - half, middle + half))


@given(PAIRS)
def test_the_interval_holds_the_difference_and_turns_with_its_sides(pairs: list[tuple[bool, bool]]) -> None:
    one, other = sides(pairs)
    there, back = shares_differ(one, other), shares_differ(other, one)
    assert there.value == pytest.approx(other.mean() - one.mean())
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert -1 <= there.low <= there.high <= 1


def test_equal_runs_need_no_luck_and_independent_ones_all_of_it() -> None:
    one = np.arange(1000) % 2 == 0
    assert variance_ratio(one, one) == 0
    assert variance_ratio(one, ~one) == pytest.approx(2)
    assert variance_ratio(one, np.arange(1000) % 4 < 2) == pytest.approx(1)
    assert variance_ratio(np.ones(5, bool), np.ones(5, bool)) is None


def test_means_differ_by_the_mean_of_pairs() -> None:
    found = means_differ(np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 3.0, 4.0, 7.0]))
    assert found.value == 1.5
    assert found.high - found.value == pytest.approx(1.959964 * 1 / 2)
