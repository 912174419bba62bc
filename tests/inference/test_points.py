"""Points: losses bend where targets are far, and what cannot be measured is infinitely far."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.inference.points import FAR, Measured, Points, deviation, distance, loss


def measured(*deviations: float) -> Measured:
    return Measured(np.zeros(len(deviations)), np.array(deviations), np.array([0.5]))


def test_a_near_target_costs_half_its_square() -> None:
    assert measured(1, -2).misfit == pytest.approx(2.5)


@given(st.floats(0, 50), st.floats(0, 5))
def test_a_farther_target_never_costs_less_and_never_pulls_harder_than_a_line(
    off: float, more: float
) -> None:
    near, far = loss(np.array([off, off + more]))
    assert near <= far <= near + FAR * more + 1e-9


def test_what_cannot_be_measured_is_infinitely_far() -> None:
    assert measured(0.1, np.nan).misfit == np.inf


def test_points_keep_their_rows_together() -> None:
    one = Points.one(np.array([1.0, 2.0]), np.array([3.0]), measured(1))
    two = Points.one(np.array([4.0, 5.0]), np.array([6.0]), measured(2))
    both = Points.join([one, two])
    assert len(both) == 2
    assert both.take(np.array([1, 1])).line.tolist() == [[4, 5], [4, 5]]
    assert both.take(np.array([1])).misfit.tolist() == [2.0]
    assert both.stayed().moved.tolist() == [0, 0]
    assert both.moved.tolist() == [1, 1]


@given(st.floats(-50, 50))
def test_runs_that_lie_together_are_as_far_off_as_each_of_them(off: float) -> None:
    assert distance(loss(np.array([off]))) == pytest.approx([abs(off)])
    assert deviation(np.full((5, 1), off)) == pytest.approx([off], abs=1e-6)


@given(st.floats(0.1, 10))
def test_runs_that_scatter_about_the_record_are_further_off_than_runs_upon_it(spread: float) -> None:
    around = deviation(np.array([[0.0], [-spread], [spread]]))
    assert abs(around[0]) > 0.01
    assert abs(deviation(np.array([[0.0], [-2 * spread], [2 * spread]]))[0]) > abs(around[0])


def test_two_camps_are_judged_by_how_often_one_of_them_agrees_with_the_record() -> None:
    """Three runs of four in agreement: a loss of log(4/3), though the median is right upon the record."""
    found = deviation(np.array([[0.0], [0.0], [0.0], [40.0]]))
    assert loss(found) == pytest.approx([np.log(4 / 3)])
    assert found[0] > 0
    assert deviation(np.array([[-40.0], [-40.0], [-40.0], [0.0]]))[0] == pytest.approx(
        -np.sqrt(2 * np.log(4))
    )


def test_runs_without_an_answer_say_nothing_of_the_distance() -> None:
    assert deviation(np.array([[np.nan], [2.0]])) == pytest.approx([2.0])
