import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat import targets
from apparat.targets.forecasts import (
    DOUBT,
    Forecast,
    crps,
    forecast,
    inside,
    log_probability,
    ranked_probability,
)
from tests.targets.tables import NAMES

ALL = {t.name: t for t in targets.load()}
SHARE = ALL["opposition-december-1925"]
STATE = next(t for t in targets.load() if t.measured_by.scale == "yes or no")
START, END = float(NAMES.start.number), float(NAMES.end.number)
DATE = replace(ALL["trotsky-loses-seat"], low=START + 2, high=START + 2)
NEVER = replace(DATE, low=math.inf, high=math.inf)


def say(*values: float) -> Forecast:
    return Forecast(np.array(values, float))


def test_runs_that_do_not_apply_are_no_part_of_a_forecast() -> None:
    found = forecast(np.array([np.nan, 0.2, 0.4]))
    assert found is not None
    assert found.values.tolist() == [0.2, 0.4]
    assert forecast(np.array([np.nan, np.nan])) is None


def test_nine_tenths_of_the_runs_decide_what_is_inside() -> None:
    runs = Forecast(np.arange(100) / 100)
    assert runs.span == (0.04, 0.94)
    assert inside(runs, replace(SHARE, low=0.94, high=0.94))
    assert not inside(runs, replace(SHARE, low=0.95, high=0.95))
    assert inside(runs, replace(SHARE, low=0.94, high=math.inf))


def test_an_event_that_most_runs_lack_can_still_be_inside() -> None:
    assert inside(say(*[math.inf] * 9, START + 2), DATE)
    assert not inside(say(*[math.inf] * 30, START + 2), DATE)
    assert inside(say(*[math.inf] * 9, START + 2), NEVER)


def test_who_is_sure_and_right_scores_best_and_who_is_sure_and_wrong_worst() -> None:
    right = ranked_probability(say(SHARE.low), SHARE, NAMES)
    unsure = ranked_probability(say(SHARE.low, 0.5), SHARE, NAMES)
    wrong = ranked_probability(say(0.5), SHARE, NAMES)
    assert right == 0
    assert right < unsure < wrong
    assert wrong == pytest.approx(abs(targets.deviations(np.array([[0.5]]), [SHARE])[0, 0]))


def test_never_is_the_month_after_the_last() -> None:
    held = replace(DATE, low=END, high=END)
    one = 1 / targets.tolerance(held)
    assert ranked_probability(say(math.inf), held, NAMES) == pytest.approx(one)
    assert ranked_probability(say(END), replace(NEVER), NAMES) == pytest.approx(one)


def test_the_probability_of_what_happened_is_that_of_its_calendar_year() -> None:
    outcomes = 2  # 1922 and never
    certain = log_probability(say(START), DATE, NAMES)
    assert certain == pytest.approx(math.log(1 - DOUBT + DOUBT / outcomes))
    assert log_probability(say(START, math.inf), DATE, NAMES) == pytest.approx(math.log(0.5))
    assert log_probability(say(START), NEVER, NAMES) == pytest.approx(math.log(DOUBT / outcomes))


def test_what_is_true_or_not_is_scored_by_the_share_that_says_so() -> None:
    yes = replace(STATE, low=1.0, high=1.0)
    assert log_probability(say(1, 1, 1, 0), yes, NAMES) == pytest.approx(math.log(0.95 * 0.75 + 0.025))


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=12))
def test_the_ranked_score_is_distance_from_what_happened_less_half_the_distance_apart(
    off: list[float],
) -> None:
    apart = np.mean([[abs(a - b) for b in off] for a in off])
    assert crps(np.array(off)) == pytest.approx(np.abs(off).mean() - apart / 2, abs=1e-9)


def test_the_ranked_score_of_a_normal_forecast_is_the_known_one() -> None:
    from statistics import NormalDist

    normal = NormalDist(0.7, 2.0)
    runs = np.array([normal.inv_cdf((k + 0.5) / 4000) for k in range(4000)])
    # The closed form of the score of a normal distribution [GneitingRaftery2007].
    z, unit = -0.7 / 2.0, NormalDist()
    known = 2.0 * (z * (2 * unit.cdf(z) - 1) + 2 * unit.pdf(z) - np.pi**-0.5)
    assert crps(runs) == pytest.approx(known, abs=1e-3)


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_to_say_what_one_believes_scores_best_on_average(belief: float, said: float) -> None:
    def expected(share: float) -> float:
        runs = say(*[1.0] * round(1000 * share), *[0.0] * (1000 - round(1000 * share)))
        yes, no = (replace(STATE, low=v, high=v) for v in (1.0, 0.0))
        return belief * log_probability(runs, yes, NAMES) + (1 - belief) * log_probability(runs, no, NAMES)

    # The doubt that is mixed in draws every forecast to the middle; the best one allows for it.
    honest = min(max((belief - DOUBT / 2) / (1 - DOUBT), 0.0), 1.0)
    assert expected(honest) >= expected(said) - 1e-3
