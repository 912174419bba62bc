"""`apparat what-if` and the list of levers, as they are typed."""

import json

import pytest
from typer.testing import CliRunner

from apparat.cli import main
from apparat.cli.what_if import read_settings
from apparat.ground.errors import UsageError


def call(*words: str) -> str:
    result = CliRunner().invoke(main.app, list(words), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_settings_are_read_with_all_their_values() -> None:
    assert read_settings(["a.b=1", "c.d=x, y"]) == {"a.b": ("1",), "c.d": ("x", "y")}


@pytest.mark.parametrize("given", [["a.b"], ["a.b="], ["=1"], ["a.b=1,"], ["a.b=1,1"], ["a.b=1", "a.b=2"]])
def test_settings_of_another_form_are_refused(given: list[str]) -> None:
    with pytest.raises(UsageError, match="--set"):
        read_settings(given)


def test_an_answer_is_json_with_what_identifies_it() -> None:
    words = ("--lever", "no-war-scare", "--runs", "2", "--seed", "3", "--uncalibrated", "--json")
    answer = json.loads(call("what-if", "succession-1922", *words))
    assert answer["schema"] == "apparat/what-if/1"
    assert answer["applied"] == 2
    assert answer["arms"][0]["from"] == "1927-05"
    assert {"digest", "scenario", "seed", "calibrated"} <= set(answer)
    assert {"without", "with", "difference", "low", "high"} <= set(answer["outcomes"][0])


def test_levers_are_listed_as_text_and_as_json() -> None:
    listed = json.loads(call("scenario", "show", "succession-1922", "--levers", "--json"))
    names = [row["lever"] for row in listed["levers"]]
    said = call("scenario", "show", "succession-1922", "--levers")
    assert len(names) > 25
    assert all(name in said for name in names)
    assert "offices.OFFICE.holder" in said


def test_a_misspelt_lever_is_met_with_the_nearest_ones() -> None:
    with pytest.raises(UsageError, match="testament-read-out"):
        call("what-if", "succession-1922", "--lever", "testament-red-out")
