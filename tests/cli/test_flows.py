"""`apparat flows`, as it is typed."""

import json

import pytest
from typer.testing import CliRunner

from apparat.cli import main
from apparat.ground.errors import UsageError

SMALL = ("--runs", "6", "--months", "3", "--seed", "3", "--uncalibrated")


def call(*words: str) -> str:
    result = CliRunner().invoke(main.app, ["flows", "collective-1953", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_an_answer_is_json_with_what_identifies_it() -> None:
    answer = json.loads(call("--level", "secretaries", *SMALL, "--json"))
    assert answer["schema"] == "apparat/flows/1"
    assert {"digest", "scenario", "seed", "calibrated", "expected", "formal"} <= set(answer)
    assert {row["source"] for row in answer["flows"]} == {"secretaries"}


def test_a_misspelt_level_is_met_with_the_nearest_ones() -> None:
    with pytest.raises(UsageError, match="secretaries"):
        call("--level", "secretarys", *SMALL)
