"""Effects of a full factorial, held to designs whose effects are known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.experiments.contrast.effects import Answers, effect, subsets

TABLES = st.lists(st.floats(-1, 1), min_size=8, max_size=8).map(lambda row: np.array([row]))


def table(of: dict[int, float]) -> np.ndarray:
    """(1, 8) values of a sum of effects: each mask of causes adds its own when all of it is present."""
    masks = np.arange(8)
    return np.array([[sum(v for part, v in of.items() if mask & part == part) for mask in masks]])


def test_a_cause_that_adds_its_own_has_that_effect_and_no_other() -> None:
    values = table({0: 0.3, 1: 0.1, 2: -0.2})
    assert effect(values, (0,)) == pytest.approx([0.1])
    assert effect(values, (1,)) == pytest.approx([-0.2])
    assert effect(values, (2,)) == pytest.approx([0.0])
    assert effect(values, (0, 1)) == pytest.approx([0.0])


def test_what_two_do_only_together_is_half_theirs_in_each_and_all_theirs_in_the_pair() -> None:
    values = table({0b011: 0.4})
    assert effect(values, (0,)) == pytest.approx([0.2])
    assert effect(values, (0, 1)) == pytest.approx([0.4])
    assert effect(values, (0, 2)) == pytest.approx([0.0])
    assert effect(values, (0, 1, 2)) == pytest.approx([0.0])


@given(TABLES, TABLES)
def test_effects_are_linear_and_blind_to_what_all_combinations_share(
    one: np.ndarray, other: np.ndarray
) -> None:
    for members in subsets(3):
        both = effect(2.0 * one - other + 0.7, members)
        assert both == pytest.approx(2.0 * effect(one, members) - effect(other, members), abs=1e-12)


@given(TABLES)
def test_relabelling_causes_relabels_effects(values: np.ndarray) -> None:
    swapped = [mask & 0b100 | (mask & 1) << 1 | (mask & 2) >> 1 for mask in range(8)]
    assert effect(values[:, swapped], (0,)) == pytest.approx(effect(values, (1,)))
    assert effect(values[:, swapped], (0, 2)) == pytest.approx(effect(values, (1, 2)))


def test_every_set_of_causes_is_there_once() -> None:
    assert list(subsets(2)) == [(0,), (1,), (0, 1)]
    assert len(set(subsets(4))) == 15


def test_runs_in_which_the_motion_cannot_be_put_everywhere_are_left_out() -> None:
    votes = np.array([[[6, 2, 1], [-1, -1, -1]], [[1, 3, 0], [4, 0, 0]], [[0, 0, 9], [1, 1, 0]]])
    found = Answers.of(votes)
    assert found.share.tolist() == [[0.25, 1.0]]
    assert found.carried.tolist() == [[0.0, 1.0]]
    assert found.runs == 3
