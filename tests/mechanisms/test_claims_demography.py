"""Officials die at the rate of their age: older sooner, in the proportions that the hazard says."""

import math

import numpy as np
import pytest

from apparat.mechanisms import demography
from tests.mechanisms.laboratory import Lab, lab

DRAWS = np.linspace(0.0005, 0.9995, 1000)


def deaths(here: Lab, age: float) -> np.ndarray:
    """Months from now to the deaths of people of an age, one for each of evenly spread draws."""
    now = int(here.single("clock")["month"][0])
    born = now - round(12 * age)
    return np.array([demography.lifespan(*here.both, born, u) for u in DRAWS]) - now


def killing(**changes: float) -> Lab:
    """A world of many months to come, and parameters of mortality changed."""
    here = lab()
    here.single("clock")["months"] = 12 * 40
    for name, value in changes.items():
        here.sets["demography"][name] = value
    return here


@pytest.mark.parametrize("age", [30, 50, 70])
def test_as_many_die_in_ten_years_as_the_hazard_of_their_age_says(age: int) -> None:
    here = killing()
    level, rate = (float(here.sets["demography"][name][0]) for name in ("level", "rate"))
    hazard = level * math.exp(rate * (age - 40)) * (math.exp(rate * 10) - 1) / rate
    assert np.mean(deaths(here, age) <= 120) == pytest.approx(1 - math.exp(-hazard), abs=0.005)


def test_the_older_die_the_sooner_and_so_do_all_where_mortality_is_higher() -> None:
    assert (deaths(killing(), 60) <= deaths(killing(), 50)).all()
    assert (deaths(killing(level=0.02), 50) <= deaths(killing(level=0.003), 50)).all()
    assert np.mean(deaths(killing(level=0.02), 50)) < np.mean(deaths(killing(level=0.003), 50))


def test_deaths_beyond_the_run_are_left_out_and_no_others() -> None:
    """The ways round the logarithms must not change who dies within the run."""
    long, short = killing(), killing()
    short.single("clock")["months"] = int(short.single("clock")["month"][0]) + 60
    within = deaths(long, 55) <= 60
    assert within.any()
    np.testing.assert_array_equal(deaths(short, 55)[within], deaths(long, 55)[within])
    assert (deaths(short, 55)[~within] > 60).all()
