"""`apparat explain` and the list of causes, as they are typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from apparat.cli import main
from apparat.ground.errors import UsageError


def call(*words: str) -> str:
    result = CliRunner().invoke(main.app, list(words), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_an_answer_is_json_with_what_identifies_it(tmp_path: Path) -> None:
    words = ("--cause", "war-scare", "--who", "stalin", "--runs", "2", "--seed", "3", "--uncalibrated")
    asked = ("explain", "succession-1922", "--outcome", "leader", *words)
    answer = json.loads(call(*asked, "--out", str(tmp_path / "kept"), "--json"))
    assert answer["schema"] == "apparat/explain/1"
    assert answer["person"] == "Stalin"
    assert {"digest", "scenario", "seed", "calibrated", "command"} <= set(answer)
    assert {"yardstick", "cause", "value", "low", "high", "error"} <= set(answer["contributions"][0])
    assert answer["causes"][0]["from"] == "1927-05"
    assert json.loads((tmp_path / "kept" / "result.json").read_text(encoding="utf-8")) == answer
    again = json.loads(call(*answer["command"].split()[1:], "--json"))
    assert again["digest"] == answer["digest"]


def test_causes_are_listed_as_text_and_as_json() -> None:
    listed = json.loads(call("scenario", "show", "succession-1922", "--causes", "--json"))
    said = call("scenario", "show", "succession-1922", "--causes")
    assert len(listed["causes"]) > 10
    for row in listed["causes"]:
        assert row["cause"] in said
        assert row["neutral"] in " ".join(said.split())
        assert (f"{row['name']}  (asked for by name only)" in said) == (not row["default"])


def test_a_misspelt_cause_is_met_with_the_nearest_ones() -> None:
    with pytest.raises(UsageError, match="Did you mean machine"):
        call("explain", "succession-1922", "--cause", "machines")
