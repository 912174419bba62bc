from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat import targets

SHARE = next(t for t in targets.load() if t.id == "opposition-october-1923")
DATE = next(t for t in targets.load() if t.id == "trotsky-loses-seat" and not t.reading)
RANGE = replace(SHARE, low=0.1, high=0.2, of=None)


def distance(values: list[float], target: targets.Target) -> float:
    return float(targets.distance(np.array(values)[:, None], [target])[0])


def test_runs_that_repeat_the_record_are_no_distance_from_it() -> None:
    assert distance([2 / 114] * 5, SHARE) == 0
    assert distance([0.15, 0.1, 0.2], RANGE) == 0


def test_distance_is_counted_in_tolerances_from_the_nearer_end_of_a_range() -> None:
    off = targets.deviations(np.array([[0.05], [0.4]]), [RANGE])[:, 0] * targets.tolerance(RANGE)
    logit = lambda p: np.log(p / (1 - p))  # noqa: E731
    assert off[0] == pytest.approx(logit(0.05) - logit(0.1))
    assert off[1] == pytest.approx(logit(0.4) - logit(0.2))


def test_the_median_run_is_judged_and_runs_that_do_not_apply_are_left_out() -> None:
    assert distance([np.nan, 2 / 114, 2 / 114, 0.9], SHARE) == 0
    assert np.isnan(distance([np.nan, np.nan], SHARE))
    assert targets.applicable(np.array([[np.nan], [1.0]])).tolist() == [0.5]


def test_a_share_of_none_or_all_is_far_but_not_infinitely_far() -> None:
    assert 0 < distance([0.0], SHARE) < distance([1.0], SHARE) < 50


def test_an_event_that_never_comes_is_infinitely_far_from_a_date() -> None:
    assert distance([np.inf], DATE) == np.inf
    never = replace(DATE, low=np.inf, high=np.inf)
    assert distance([np.inf], never) == 0


def test_a_count_of_few_is_held_to_less_strictly_than_one_of_many() -> None:
    many = replace(SHARE, of=114_000)
    assert targets.tolerance(many) < targets.tolerance(SHARE)
    assert targets.tolerance(replace(SHARE, confidence="medium")) > targets.tolerance(SHARE)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=9), st.floats(0.001, 0.05))
def test_to_move_all_runs_away_from_the_record_never_brings_them_nearer(shares, step) -> None:
    above = [min(max(share, SHARE.high), 1) for share in shares]
    further = [min(share + step, 1) for share in above]
    assert distance(further, SHARE) >= distance(above, SHARE) - 1e-12


def test_few_are_counted_less_strictly_than_many_and_a_ratio_is_no_count() -> None:
    count = next(t for t in targets.load() if t.id == "secretaries-moved-1922" and not t.reading)
    assert targets.tolerance(replace(count, low=3.0, high=3.0)) > targets.tolerance(count)
    ratio = next(t for t in targets.load() if t.statistic == "membership-growth")
    assert targets.tolerance(replace(ratio, low=1.0)) == targets.tolerance(ratio)


def test_distances_of_counts_are_factors() -> None:
    count = next(t for t in targets.load() if t.id == "members-1924" and not t.reading)
    double, half = distance([2 * count.low], count), distance([count.low / 2], count)
    assert double == pytest.approx(half, rel=1e-4)
    assert double == pytest.approx(np.log(2) / targets.tolerance(count), rel=1e-4)
