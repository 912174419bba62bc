"""Elementary functions agree with the library's to the last digits."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from apparat.world.elementary import exp, log, power

TOLERANCE = 2e-15


@settings(deadline=None)  # the first call compiles
@given(st.floats(-700.0, 700.0))
def test_exp_agrees_with_the_library(x: float) -> None:
    assert math.isclose(exp(x), math.exp(x), rel_tol=TOLERANCE)


@settings(deadline=None)  # the first call compiles
@given(st.floats(1e-300, 1e300))
def test_log_agrees_with_the_library(x: float) -> None:
    assert math.isclose(log(x), math.log(x), rel_tol=TOLERANCE, abs_tol=5e-16)


@settings(deadline=None)  # the first call compiles
@given(st.floats(0.01, 100.0), st.floats(-6.0, 6.0))
def test_power_agrees_with_the_library(x: float, exponent: float) -> None:
    assert math.isclose(power(x, exponent), x**exponent, rel_tol=40 * TOLERANCE)


@settings(deadline=None)  # the first call compiles
@given(st.floats(710.0, 1e308))
def test_exp_is_held_at_both_ends(x: float) -> None:
    assert exp(x) == exp(709.0) > 1e307
    assert 0.0 < exp(-x) == exp(-708.0) < 1e-307


def test_exact_values_are_exact() -> None:
    assert exp(0.0) == 1.0
    assert power(2.0, 0.0) == 1.0
