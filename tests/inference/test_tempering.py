"""Tempering: steps go as far as they may, and no farther."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.inference import tempering
from apparat.inference.weighted import effective

MISFITS = st.lists(st.floats(0, 1e4), min_size=2, max_size=40).map(np.array)


@given(MISFITS, st.floats(0, 0.99), st.floats(0.2, 0.9))
def test_a_step_leaves_the_asked_share_effective_or_ends_at_one(
    misfit: np.ndarray, power: float, share: float
) -> None:
    new = tempering.next_power(misfit, power, share)
    assert power < new <= 1
    left = effective(tempering.reweigh(misfit, new - power)) / len(misfit)
    assert left >= share - 1e-3 or new - power < 1e-6
    if new < 1 and new - power > 1e-6:
        farther = effective(tempering.reweigh(misfit, 1.01 * (new - power))) / len(misfit)
        assert farther <= share + 1e-3


def test_points_that_cannot_be_measured_are_never_followed() -> None:
    misfit = np.array([1.0, np.inf, 2.0, np.inf])
    weights = tempering.reweigh(misfit, 0.5)
    assert weights.tolist() == [1.0, 0.0, pytest.approx(np.exp(-0.5)), 0.0]
    assert 0 < tempering.next_power(misfit, 0.0, 0.5) <= 1
    chosen = tempering.ancestors(weights, 100, np.random.Generator(np.random.Philox(3)))
    assert set(chosen.tolist()) == {0, 2}


def test_ancestors_come_in_proportion_to_their_weights() -> None:
    chosen = tempering.ancestors(np.array([1.0, 3.0]), 400, np.random.Generator(np.random.Philox(3)))
    assert np.bincount(chosen).tolist() == [100, 300]


def test_a_quarter_of_the_power_is_twice_the_tolerance() -> None:
    assert tempering.tolerance(1.0) == 1
    assert tempering.tolerance(0.25) == 2
    assert tempering.tolerance(0.0) == np.inf
