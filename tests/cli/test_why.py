"""`apparat why`, as it is typed."""

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


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("typed") / "store")
    call("ensemble", "succession-1922", "--runs", "1", "--seed", "1", "--uncalibrated", "--out", folder)
    return folder


def test_without_an_event_it_lists_those_to_ask_about_with_the_numbers_of_the_replay(store: str) -> None:
    listed = json.loads(call("why", store, "0", "--json"))
    assert listed["schema"] == "apparat/why-events/1"
    numbers = [row["event"] for row in listed["events"]]
    assert numbers
    said, replayed = call("why", store, "0"), call("replay", store, "0")
    for number in numbers:
        assert str(number) in said
        assert f"#{number} " in replayed


def test_an_answer_is_json_that_asks_for_itself_again(store: str, tmp_path: Path) -> None:
    number = json.loads(call("why", store, "0", "--json"))["events"][0]["event"]
    picture = tmp_path / "why.svg"
    words = ("why", store, "0", str(number), "--tries", "1", "--threads", "1", "--picture", str(picture))
    answer = json.loads(call(*words, "--json"))
    assert answer["schema"] == "apparat/why/1"
    assert answer["event"] == number
    assert answer["command"].split()[1:] == ["why", store, "0", str(number), "--tries", "1"]
    assert picture.read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("0", "fall:bukarin"), "Bukharin"),
        (("7", "1"), "run 7 is not stored"),
        (("0", "1", "--tries", "0"), "from 1 to 1000"),
        (("0", "--tries", "4"), "belong to one event"),
        (("0", "--picture", "why.svg"), "belong to one event"),
        (("0", "1", "--picture", "why.docx"), "a picture's name ends in"),
    ],
)
def test_what_cannot_be_asked_is_met_with_a_message(store: str, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        call("why", store, *words)
