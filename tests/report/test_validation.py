"""The report card for readers: everything is said, the worst plainly, and the picture shows the same."""

import math
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from apparat.report.validation import report
from apparat.report.validation_picture import draw, save_validation_picture
from apparat.results.validation import ValidationResult
from tests.experiments.validation.cards import NAME, the_record, whole


@pytest.fixture(scope="module")
def never() -> ValidationResult:
    return whole(lambda t: math.inf if t.measured_by.scale == "months" else the_record(t))


def printed(told: ValidationResult, width: int = 160) -> str:
    console = Console(width=width, record=True, file=StringIO())
    for part in report(told):
        console.print(part)
    return console.export_text()


def test_every_target_stands_in_the_tables_of_its_role(never: ValidationResult) -> None:
    text = printed(never)
    for row in never.targets:
        assert row.target in text
    for heading in ("Held back to judge the model by", "For calibration", "Shown only"):
        assert f"{NAME}. {heading}" in text


def test_a_narrow_terminal_breaks_names_at_their_joints_and_cuts_nothing(never: ValidationResult) -> None:
    text = printed(never, 80)
    assert all(len(line.rstrip()) <= 80 for line in text.splitlines())
    assert "…" not in text
    words = {word for line in text.splitlines() for word in line.split()}
    assert {"bukharin-", "uncalibrated"} <= words


def test_what_lies_outside_is_marked_and_listed_and_the_rest_is_counted(never: ValidationResult) -> None:
    text = printed(never)
    outside = [row for row in never.targets if row.verdict == "outside"]
    assert text.count("outside") >= len(outside) > 5
    assert "Where the model fails, the worst first:" in text
    assert f"- and {len(never.failures) - 12} more, marked above" in text


def test_a_faultless_card_says_so_and_an_uncalibrated_one_too() -> None:
    text = printed(whole(the_record))
    assert "Every figure lies in the range of nine tenths of the runs." in text
    assert "nothing: uncalibrated" in text


def test_the_picture_has_a_row_for_each_target_that_counts(never: ValidationResult) -> None:
    figure = draw(never)
    axes = [each for part in figure.subfigs for each in part.axes]
    names = {label.get_text() for each in axes for label in each.get_yticklabels()}
    assert names == {row.target for row in never.targets if row.role != "shown"}


def test_equal_cards_make_equal_pictures(never: ValidationResult, tmp_path: Path) -> None:
    one, two = tmp_path / "one.svg", tmp_path / "two.svg"
    save_validation_picture(never, one)
    save_validation_picture(never, two)
    assert one.read_bytes() == two.read_bytes()
    assert "report card of succession-1922" in one.read_text(encoding="utf-8")


def test_the_card_is_json_and_frames(never: ValidationResult) -> None:
    assert ValidationResult.model_validate_json(never.to_json()) == never
    assert never.table("targets").to_arrow().num_rows == len(never.targets)
    assert never.headline() == "In a sentence."


def test_every_forecaster_stands_in_the_table_of_wins_and_silence_is_said(never: ValidationResult) -> None:
    text = printed(never)
    assert "Which wins where" in text
    table = text.split("Which wins where")[1]
    for row in never.wins:
        assert row.forecaster in table
        assert row.told in table
    assert "silent" in table
