"""Intervals against answers known from elsewhere, and their properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.results.statistics import between_sets, quantile, wilson


def test_wilson_gives_the_values_of_the_literature() -> None:
    # Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29, without continuity correction.
    for successes, trials, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(successes, trials) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_holds_the_share_and_stays_within_zero_and_one(successes: int, trials: int) -> None:
    successes = min(successes, trials)
    low, high = wilson(successes, trials)
    assert 0 <= low <= successes / trials <= high <= 1


def test_without_trials_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_sets_that_differ_by_luck_alone_have_a_narrow_range() -> None:
    counts = np.random.default_rng(5).binomial(20, 0.4, 400)
    low, high = between_sets([(int(k), 20) for k in counts])
    assert high - low < 0.12
    raw = np.quantile(counts / 20, (0.05, 0.95))
    assert raw[1] - raw[0] > 0.3


def test_sets_that_truly_differ_keep_their_range() -> None:
    generator = np.random.default_rng(6)
    truth = generator.uniform(0.2, 0.8, 400)
    low, high = between_sets([(int(k), 20) for k in generator.binomial(20, truth)])
    assert (low, high) == pytest.approx((0.23, 0.77), abs=0.05)


def test_a_range_needs_two_sets_with_two_runs() -> None:
    assert between_sets([(1, 2)]) is None
    assert between_sets([(1, 1), (0, 1), (1, 1)]) is None
    assert between_sets([(1, 2), (1, 2)]) == (0.5, 0.5)


@given(st.lists(st.floats(-10, 10), min_size=1), st.floats(0, 1))
def test_the_quantile_agrees_with_numpy(values: list[float], at: float) -> None:
    assert quantile(sorted(values), at) == pytest.approx(float(np.quantile(values, at)), abs=1e-9)


def test_the_order_of_parameter_sets_does_not_move_the_last_digit() -> None:
    counts = [(3, 7), (9, 13), (1, 11), (20, 29), (0, 5), (17, 31)]
    first = between_sets(counts)
    assert all(between_sets(counts[k:] + counts[:k]) == first for k in range(len(counts)))
    assert between_sets(counts[::-1]) == first
