"""`apparat branch`, as it is typed."""

import json

import pytest
from typer.testing import CliRunner

from apparat.cli import main
from apparat.ground.errors import UsageError

SMALL = ("--pasts", "2", "--endings", "2", "--seed", "3", "--uncalibrated")


def call(*words: str) -> str:
    result = CliRunner().invoke(main.app, ["branch", "succession-1922", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_an_answer_is_json_with_what_identifies_it() -> None:
    answer = json.loads(call("--at", "1929-09", "--at", "1929-10", *SMALL, "--json"))
    assert answer["schema"] == "apparat/branch/1"
    assert answer["at"] == ["1929-09", "1929-10"]
    assert {"digest", "scenario", "seed", "calibrated", "store"} <= set(answer)
    assert {row["date"] for row in answer["tree"]} == {"1929-09", "1929-10"}


def test_without_a_date_it_says_which_option_is_missing() -> None:
    with pytest.raises(UsageError, match="--at"):
        call(*SMALL)
