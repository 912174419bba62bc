"""`apparat contrast` as it is typed."""

import json

from typer.testing import CliRunner

from apparat.cli import main


def test_an_answer_is_json_and_its_command_gives_it_again() -> None:
    words = ["contrast", "plenum-1964:remove-khrushchev-plenum-1964", "--cause", "interests"]
    asked = [*words, "--runs", "4", "--seed", "1", "--uncalibrated", "--json"]
    first = CliRunner().invoke(main.app, asked, catch_exceptions=False)
    assert first.exit_code == 0, first.output
    answer = json.loads(first.stdout)
    assert answer["schema"] == "apparat/contrast/1"
    assert {row["present"][0] if row["present"] else "" for row in answer["combinations"]} == {
        "",
        "interests",
    }
    again = CliRunner().invoke(main.app, [*answer["command"].split()[1:], "--json"], catch_exceptions=False)
    assert json.loads(again.stdout)["digest"] == answer["digest"]
