"""Verdicts: where the interval lies, and nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.experiments.hypotheses.verdict import compared, decided
from apparat.results.paired import Difference, means_differ, shares_differ

NAN = float("nan")


@pytest.mark.parametrize(
    ("expected", "low", "high", "verdict"),
    [
        ("more", 0.01, 0.2, "held"),
        ("more", -0.2, -0.01, "reversed"),
        ("more", -0.01, 0.2, "undecided"),
        ("more", 0.0, 0.2, "undecided"),
        ("less", -0.2, -0.01, "held"),
        ("less", 0.01, 0.2, "reversed"),
        ("less", -0.2, 0.01, "undecided"),
        ("alike", -0.05, 0.05, "held"),
        ("alike", 0.02, 0.04, "held"),
        ("alike", 0.06, 0.2, "reversed"),
        ("alike", -0.2, -0.06, "reversed"),
        ("alike", -0.06, 0.0, "undecided"),
    ],
)
def test_a_verdict_says_where_the_whole_interval_lies(
    expected: str, low: float, high: float, verdict: str
) -> None:
    apart = Difference((low + high) / 2, low, high)
    assert decided(expected, apart, 0.05) == verdict  # type: ignore[arg-type]


@given(st.floats(-1, 1), st.floats(0, 1))
def test_what_holds_one_way_is_reversed_the_other(middle: float, half: float) -> None:
    apart = Difference(middle, middle - half, middle + half)
    swapped = {"held": "reversed", "reversed": "held", "undecided": "undecided"}
    assert decided("less", apart, 0.05) == swapped[decided("more", apart, 0.05)]


def test_shares_are_compared_as_pairs_and_means_by_their_spread() -> None:
    without, with_ = np.array([0.0, 0, 1, 0, 0, 0]), np.array([1.0, 1, 1, 0, 1, 1])
    share = compared(without, with_, "share of runs")
    assert share.difference == shares_differ(without > 0, with_ > 0)
    assert (share.without, share.with_, share.pairs) == (pytest.approx(1 / 6), pytest.approx(5 / 6), 6)
    mean = compared(without, with_, "months")
    assert mean.difference == means_differ(without, with_)


def test_pairs_that_cannot_say_are_left_out_and_counted() -> None:
    found = compared(np.array([1.0, NAN, 3.0, 4.0]), np.array([2.0, 2.0, NAN, 6.0]), "months")
    assert (found.pairs, found.without, found.with_) == (2, 2.5, 4.0)
    assert found.difference.value == 1.5


def test_where_no_pair_can_say_nothing_is_decided() -> None:
    found = compared(np.array([NAN]), np.array([1.0]), "months")
    assert found.pairs == 0
    assert decided("more", found.difference, 0.05) == "undecided"
