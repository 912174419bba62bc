"""Weighted points against answers worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.inference import weighted

WEIGHTS = st.lists(st.floats(1e-3, 1e3), min_size=1, max_size=30).map(np.array)


@given(WEIGHTS)
def test_the_effective_number_lies_between_one_and_all(weights: np.ndarray) -> None:
    assert 1 - 1e-9 <= weighted.effective(weights) <= len(weights) + 1e-9


def test_equal_weights_are_all_effective_and_a_single_one_is_one() -> None:
    assert weighted.effective(np.full(8, 0.3)) == pytest.approx(8)
    assert weighted.effective(np.array([1e9, 1.0, 1.0])) == pytest.approx(1)


@given(WEIGHTS, st.integers(1, 60))
def test_each_point_is_chosen_in_proportion_within_one(weights: np.ndarray, count: int) -> None:
    chosen = np.bincount(weighted.equal_weight(weights, count), minlength=len(weights))
    assert (np.abs(chosen - count * weighted.normal(weights)) <= 1 + 1e-9).all()


def test_the_central_point_is_measured_in_each_dimension_s_own_deviation() -> None:
    points = np.array([[0.0, 1000.0], [0.5, 1900.0], [1.0, 3000.0], [0.5, 2000.0]])
    assert weighted.central(points, np.ones(4)) == 3
    assert weighted.central(points, np.array([1e6, 1.0, 1.0, 1.0])) == 0
