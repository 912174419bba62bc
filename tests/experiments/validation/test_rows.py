import math

import pytest

from apparat.experiments.validation.forecasters import MODEL, card
from apparat.experiments.validation.rows import left_out_row, score_rows, target_rows
from tests.experiments.validation.cards import RUNS, the_record, told


def test_runs_that_repeat_the_record_are_inside_everywhere_and_no_tolerance_off() -> None:
    for row in target_rows(told(the_record)):
        assert row.verdict == "inside", row.target
        assert row.deviation == 0
        assert row.measured == 1
        assert row.crps == 0
        assert row.log_score is None or row.log_score > math.log(0.9)


def test_what_no_run_can_be_measured_on_is_said_to_be_so_and_scored_by_nobody() -> None:
    silent = told(lambda target: math.nan if target.statistic == "opposed" else the_record(target))
    rows = {row.target: row for row in target_rows(silent)}
    row = rows["opposition-october-1923"]
    assert (row.verdict, row.model, row.measured) == ("not measured", "-", 0)
    assert row.crps is row.deviation is row.model_median is None
    assert "opposition-october-1923" not in silent.scored[MODEL]


def test_rows_tell_what_is_recorded_as_a_reader_would_write_it() -> None:
    rows = {row.target: row for row in target_rows(told(the_record))}
    assert rows["opposition-october-1923"].recorded == "1.75 % (2 of 114)"
    assert rows["trotsky-loses-seat"].recorded == rows["trotsky-loses-seat"].model == "1926-10"
    assert rows["trotsky-loses-seat"].recorded_low == pytest.approx(1926.75)
    assert rows["rykov-keeps-seat"].model == "never"
    assert rows["rykov-keeps-seat"].model_median is None
    assert rows["stalin-chief-1929"].model == "yes in 100 %"
    assert rows["appointments-from-above-1922"].recorded == "1,000 or more"
    assert rows["enrolment-growth"].recorded == "1.80 to 2.00"


def test_a_right_model_gains_over_every_baseline_and_a_wrong_one_loses_to_uniform() -> None:
    right = [row for row in score_rows(told(the_record)) if row.role == "validation"]
    assert right[0].forecaster == MODEL
    for row in right[1:]:
        assert row.gain_low is not None
        assert row.gain_low > 0, row.forecaster
    wrong = told(lambda t: 1 - t.low if t.measured_by.scale == "yes or no" else 0.0)
    lost = {row.forecaster: row for row in score_rows(wrong) if row.role == "validation"}
    assert lost["uniform"].gain_high is not None
    assert lost["uniform"].gain_high < 0
    assert lost[MODEL].gain is None


def test_another_model_is_scored_by_its_own_runs_beside_the_model() -> None:
    made, wrong = told(the_record), told(lambda t: math.inf if t.measured_by.scale == "months" else t.low)
    both = card(made.struggle, made.measured, {"a rival": wrong.measured})
    rows = {row.forecaster: row for row in score_rows(both) if row.role == "validation"}
    assert rows["a rival"].targets == rows[MODEL].targets
    assert rows["a rival"].gain is not None
    assert rows["a rival"].gain > 0


def test_scores_keep_calibration_and_validation_apart() -> None:
    rows = [row for row in score_rows(told(the_record)) if row.forecaster == MODEL]
    by_role = {row.role: row.targets for row in rows}
    assert by_role["validation"] > by_role["calibration"] > 5
    assert left_out_row(told(the_record), (), "assumed").targets == sum(by_role.values())


def test_a_struggle_left_out_says_what_it_was_predicted_from_or_that_nothing_was_fitted() -> None:
    made = told(the_record)
    assert not left_out_row(made, (), "assumed").calibrated
    row = left_out_row(made, ("a", "b"), "fitted")
    assert row.calibrated
    assert row.inside == 1
    assert row.best_baseline in {"uniform", "fame decides", "incumbents stay"}
    assert row.model_log_score is not None
    assert row.baseline_log_score is not None
    assert row.model_log_score > row.baseline_log_score


def test_every_run_counts_once() -> None:
    assert told(the_record).measured.shape[0] == RUNS
