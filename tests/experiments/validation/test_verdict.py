import math

from apparat.experiments.validation.rows import left_out_row, score_rows, target_rows
from apparat.experiments.validation.verdict import conclusion, failures
from tests.experiments.validation.cards import the_record, told

NEVER = told(lambda target: math.inf if target.measured_by.scale == "months" else the_record(target))


def said(made, fitted_to: tuple[str, ...] = ()) -> str:
    row = left_out_row(made, fitted_to, "")
    return conclusion(list(target_rows(made)), list(score_rows(made)), [row], "the parameters are assumed")


def test_the_conclusion_says_how_much_lies_inside_and_what_the_parameters_are() -> None:
    text = said(told(the_record))
    assert "(100 %) lie in the range of nine tenths of the runs; 90 % would be right." in text
    assert text.endswith("The parameters are assumed.")
    assert "does better than 'incumbents stay' and 'fame decides' and 'uniform'; beside 'uniform'" in text


def test_the_conclusion_says_plainly_when_a_baseline_does_better() -> None:
    wrong = told(lambda t: 1 - t.low if t.measured_by.scale == "yes or no" else 0.0)
    assert "does worse than" in said(wrong)


def test_where_the_interval_of_the_gain_covers_nought_nobody_is_said_to_be_better() -> None:
    made = told(the_record)
    scores = [row.model_copy(update={"gain_low": -0.1, "gain_high": 0.2}) for row in score_rows(made)]
    text = conclusion(list(target_rows(made)), scores, [left_out_row(made, (), "")], "assumed")
    assert "the model cannot be told from 'incumbents stay' and 'fame decides' and 'uniform';" in text
    assert "does better than" not in text


def test_nothing_fitted_is_said_and_so_is_a_prediction_from_other_struggles() -> None:
    assert "No struggle is predicted from the others" in said(told(the_record))
    assert "predicted from one and two: 100 % of" in said(told(the_record), ("one", "two"))


def test_failures_name_what_was_recorded_and_what_the_model_says_the_worst_first() -> None:
    missed = failures(list(target_rows(NEVER)))
    assert any("trotsky-loses-seat (1926-10): recorded 1926-10, the model never." in line for line in missed)
    assert not any("rykov-keeps-seat" in line for line in missed)
    assert failures(list(target_rows(told(the_record)))) == ()


def test_what_is_only_shown_is_no_failure() -> None:
    off = told(lambda t: 1.0 if t.role == "shown" else the_record(t))
    assert failures(list(target_rows(off))) == ()


def test_what_cannot_be_measured_is_a_failure_too() -> None:
    silent = told(lambda t: math.nan if t.id == "testament-made-known" else the_record(t))
    assert failures(list(target_rows(silent))) == (
        "succession-1922, testament-made-known: cannot be measured in any run.",
    )
