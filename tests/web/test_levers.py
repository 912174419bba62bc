"""One list of levers: the command line, Python and the Explorer name, ask and source the same."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

import apparat
from apparat import scenario
from apparat.cli.scenario import scenario_app
from apparat.ground.errors import UsageError
from apparat.scenario.levers import PATHS, Lever, read

Told = list[tuple[str, str, str, tuple[str, ...]]]


def shown(name: str, *options: str) -> str:
    result = CliRunner(env={"COLUMNS": "80"}).invoke(scenario_app, ["show", name, "--levers", *options])
    assert result.exit_code == 0, result.output
    return result.output


def of_rows(rows: Iterable[Mapping[str, Any]]) -> Told:
    return [(row["lever"], row["title"], row["question"], tuple(row["because"])) for row in rows]


def of_levers(levers: Mapping[str, Lever]) -> Told:
    return [(name, each.title, each.question, each.because) for name, each in levers.items()]


@pytest.mark.parametrize("name", scenario.names())
def test_the_three_have_the_same_levers_questions_and_facts(client: TestClient, name: str) -> None:
    python = of_levers(read(name).levers)
    web = client.get(f"/api/scenarios/{name}/levers").json()
    line = json.loads(shown(name, "--json"))
    assert len(python) > 10
    assert of_rows(web["levers"]) == python
    assert of_rows(line["levers"]) == python
    assert web == line
    assert web["paths"] == PATHS


@pytest.mark.parametrize("name", scenario.names())
def test_the_printed_list_tells_each_with_its_question_and_its_facts(name: str) -> None:
    text = " ".join(shown(name).split())
    place = 0
    for lever, _, question, because in of_levers(read(name).levers):
        place = text.index(f"{lever} from", place)
        after = text.index(question, place)
        assert all(source in text[after:] for source in because)


@pytest.mark.parametrize("name", scenario.names())
def test_whatever_is_listed_can_be_asked_for_in_python_and_nothing_else(name: str) -> None:
    with pytest.raises(UsageError, match="--from is the date of --set"):
        # Names are looked up after this, so that nothing is played.
        apparat.what_if(name, levers=list(read(name).levers), start="1924-01", runs=1)
    with pytest.raises(UsageError, match="no lever called 'not-a-lever'"):
        read(name)["not-a-lever"]
