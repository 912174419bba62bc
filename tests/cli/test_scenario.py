"""`apparat scenario`: list, show, check, new."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from apparat.cli.scenario import scenario_app
from apparat.ground.errors import UsageError

BROKEN = Path(__file__).parents[1] / "scenario" / "broken"
TOWNS = Path(__file__).parents[1] / "scenario" / "fixtures" / "three-towns.yaml"


def said(*arguments: str, code: int = 0) -> str:
    result = CliRunner(env={"COLUMNS": "80"}).invoke(scenario_app, arguments)
    assert result.exit_code == code, result.output
    return result.output


@pytest.mark.parametrize("command", ["list", "show", "check", "new"])
def test_help_ends_with_an_example(command):
    assert f"Example: apparat scenario {command}" in " ".join(said(command, "--help").split())


def test_list_names_the_scenarios_and_their_questions():
    text = said("list")
    assert "Who leads the party at the end of 1929" in text
    shipped = [entry["scenario"] for entry in json.loads(said("list", "--json"))["scenarios"]]
    assert shipped == ["collective-1953", "plenum-1964", "succession-1922"]
    assert all(name in text for name in shipped)


def test_show_prints_persons_offices_ties_calendar_and_timeline_with_sources_in_80_columns():
    text = said("show", str(TOWNS))
    for part in ("Persons", "Offices and posts", "Ties", "Congresses and conferences", "Timeline", "Sources"):
        assert part in text
    assert "general-secretary" in text
    assert "assumed: Invented for tests." in text
    assert max(map(len, text.splitlines())) <= 80


def test_every_source_number_shown_is_listed():
    text = said("show", "succession-1922")
    tables, _, listed = text.partition("\nSources\n")
    numbers = {int(line.split()[0]) for line in listed.splitlines() if line[:1].isdigit()}
    assert numbers == set(range(1, max(numbers) + 1))
    assert f" {max(numbers)}" in tables


def test_show_lists_variants_of_the_scenario_and_questions_of_its_constitution():
    text = said("show", str(TOWNS))
    assert "poor*, good" in " ".join(text.split())
    assert "5500*, 5000" in " ".join(text.split())


def test_show_as_json_holds_the_whole_scenario_with_variants_applied():
    shown = json.loads(
        said("show", str(TOWNS), "--variant", "harvest=good", "--traits", "exchangeable", "--json")
    )
    assert shown["schema"] == "apparat/scenario-show/1"
    assert shown["variants"] == {"harvest": "good"}
    assert shown["content"]["timeline"]["poor-harvest"]["value"] == 1.0
    assert shown["content"]["persons"]["founder"]["authority"]["because"] == ["assumed/invented"]


def test_show_constitution_prints_the_institutions_of_the_first_month(tmp_path):
    text = said("show", str(TOWNS), "--constitution")
    assert "in 1922-04" in text
    assert "Politburo" in text
    shown = json.loads(said("show", str(TOWNS), "--constitution", "--json"))
    assert shown["month"] == "1922-04"
    assert "general-secretary" in shown["offices"]


def test_show_constitution_prints_the_institutions_of_any_month_it_describes():
    for month, name in (("1917-11", "Sovnarkom"), ("1941-07", "NKVD"), ("1963-01", "Bureau for industry")):
        text = said("show", str(TOWNS), "--constitution", "--month", month)
        assert f"in {month}" in text
        assert name in " ".join(text.split())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--constitution", "--month", "1953-13"], "'1953-13' is not a month: write YYYY-MM"),
        (["--constitution", "--month", "1905-01"], "describes 1917-11 to 1964-12, and 1905-01 lies outside"),
        (["--month", "1953-03"], "'--month' belongs to '--constitution' or '--svg'"),
    ],
)
def test_a_month_that_cannot_be_shown_is_refused(words, message):
    with pytest.raises(UsageError, match=message):
        CliRunner().invoke(scenario_app, ["show", str(TOWNS), *words], catch_exceptions=False)


def test_show_svg_writes_the_picture(tmp_path):
    picture = tmp_path / "institutions.svg"
    assert f"Wrote {picture}" in said("show", str(TOWNS), "--svg", str(picture)).replace("\n", "")
    assert "<svg" in picture.read_text(encoding="utf-8")


def test_check_says_that_a_good_file_has_no_problems():
    assert said("check", str(TOWNS)).strip().endswith("three-towns.yaml: no problems")


def test_check_lists_the_problems_of_every_file_and_exits_with_3():
    files = [BROKEN / "unknown-key.yaml", BROKEN / "bad-month.yaml", TOWNS]
    text = said("check", *map(str, files), code=3)
    assert "unknown-key.yaml:16:5: unknown key 'authorty'" in text
    assert "bad-month.yaml:121:11: '1923-13' is not a month" in text
    assert "three-towns.yaml: no problems" in text
    problems = json.loads(said("check", *map(str, files), "--json", code=3))["problems"]
    assert [(p["line"], p["column"]) for p in problems] == [(16, 5), (121, 11)]


def test_new_writes_a_file_that_check_accepts(tmp_path):
    file = tmp_path / "mine.yaml"
    assert "Wrote" in said("new", str(tmp_path / "mine"))
    assert "no problems" in said("check", str(file))
    assert json.loads(said("new", str(tmp_path / "other"), "--json"))["file"] == str(tmp_path / "other.yaml")
