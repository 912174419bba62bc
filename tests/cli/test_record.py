"""`apparat record`: what a reader sees, what a program reads, and what happens to a slip."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from apparat import record
from apparat.cli.record import record_app
from apparat.ground.errors import UsageError
from apparat.results import record as results

COMMANDS = ["search", "show", "people", "bodies", "congresses", "votes"]
MODELS = [
    (["search", "Trotskii", "1926"], results.SearchResult),
    (["search", "nobodyatall"], results.SearchResult),
    (["show", "testament-vote-1924"], results.ShowResult),
    (["show", "vote/1937-02-27/plenum-commission-on-bukharin-and-rykov"], results.ShowResult),
    (["people", "--from", "1922", "--until", "1923"], results.PeopleResult),
    (["bodies"], results.BodiesResult),
    (["congresses"], results.CongressesResult),
    (["votes"], results.VotesResult),
]


def run(*arguments):
    result = CliRunner().invoke(record_app, arguments)
    assert result.exit_code == 0, result.exception
    return result.stdout


def read_json(*arguments):
    return json.loads(run(*arguments, "--json"))


def test_searching_for_nothing_lists_all_facts():
    found = read_json("search", "")
    assert len(found["facts"]) == 1140
    assert len(found["rows"]) == len(record.rows())


def test_search_takes_several_words_in_any_spelling():
    found = read_json("search", "Trotskii", "Politburo", "1927")
    assert "trotsky-politburo-until-1927" in [fact["id"] for fact in found["facts"]]


def test_search_keeps_to_the_dates_asked_for():
    found = read_json("search", "testament", "--from", "1924-05", "--until", "1924-05")
    assert "testament-vote-1924" in [fact["id"] for fact in found["facts"]]
    assert all(fact["date_from"][:7] <= "1924-05" for fact in found["facts"])
    assert len(found["facts"]) < len(read_json("search", "testament")["facts"])


def test_an_empty_search_says_so_and_offers_near_words():
    said = run("search", "testamnet")
    assert "Nothing in the record" in said
    assert "testament" in said
    assert read_json("search", "testamnet")["suggestions"]["testamnet"][0] == "testament"


def test_words_that_never_meet_are_told_apart_from_words_nobody_used():
    assert "Each word occurs" in run("search", "Stalin", "Hungary", "kulak")


def test_dates_that_leave_nothing_are_told_apart_too():
    assert "none falls between these dates" in run("search", "testament", "--from", "1980")


def test_showing_a_fact_gives_its_source_systems_and_rivals():
    said = run("show", "gensec-appointed-1921")
    for part in ("source notes 002", "system A8", "Disputed", "1922 (default)", "gensec-appointed-1922"):
        assert part in said


def test_showing_a_row_gives_its_columns_and_how_far_to_trust_it():
    said = run("show", "congress/12")
    for part in ("408", "417", "386000", "high (recalled)"):
        assert part in said


def test_an_unknown_id_is_answered_with_the_nearest_and_exit_code_two():
    result = CliRunner().invoke(record_app, ["show", "gensec-apointed-1922"])
    assert isinstance(result.exception, UsageError)
    assert result.exception.exit_code == 2
    assert "gensec-appointed-1922" in str(result.exception)


@pytest.mark.parametrize("command", ["people", "congresses", "votes"])
def test_what_is_no_date_is_refused(command):
    result = CliRunner().invoke(record_app, [command, "--from", "May 1924"])
    assert isinstance(result.exception, UsageError)
    assert "YYYY-MM" in str(result.exception)


def test_people_of_a_time_are_those_in_office_then():
    names = [one["id"] for one in read_json("people", "--from", "1983", "--until", "1983")["people"]]
    assert "andropov" in names
    assert "stalin" not in names
    assert len(read_json("people")["people"]) == len(record.people())


def test_bodies_leave_out_subjects_and_places_unless_asked():
    assert "politburo" in run("bodies")
    assert "kronstadt" not in run("bodies")
    assert "kronstadt" in run("bodies", "--all")


def test_congresses_and_votes_are_listed_by_their_dates():
    assert [one["number"] for one in read_json("congresses", "--until", "1921")["congresses"]] == [
        6,
        7,
        8,
        9,
        10,
    ]
    assert "559 for, 65" in run("votes", "--from", "1925-12", "--until", "1925-12")


@pytest.mark.parametrize(("arguments", "model"), MODELS)
def test_json_follows_the_schema_of_its_model(arguments, model):
    text = run(*arguments, "--json")
    result = model.model_validate_json(text)
    assert json.loads(result.to_json()) == json.loads(text)
    schema = model.model_json_schema(mode="serialization", by_alias=True)
    assert set(json.loads(text)) == set(schema["properties"])
    assert json.loads(text)["schema"] == schema["properties"]["schema"]["const"]


@pytest.mark.parametrize(("arguments", "model"), MODELS)
def test_a_result_prints_in_a_line(arguments, model):
    result = model.model_validate_json(run(*arguments, "--json"))
    assert result.headline()
    assert "\n" not in str(result)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command):
    assert f"Example: apparat record {command}" in run(command, "--help")


@pytest.mark.parametrize(
    "arguments", [["bodies", "--all"], ["people"], ["votes"], ["congresses"], ["search", "testament"]]
)
def test_text_is_plain_and_fits_eighty_columns(arguments):
    said = run(*arguments)
    assert "\x1b" not in said
    assert max(len(line) for line in said.splitlines()) <= 80


def test_looking_up_a_fact_imports_neither_compiler_nor_arrays():
    program = (
        "import sys\n"
        "from apparat.cli.record import record_app\n"
        "record_app(sys.argv[1:], standalone_mode=False)\n"
        "heavy = {'numba', 'numpy', 'pyarrow', 'duckdb', 'matplotlib'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    for arguments in (["show", "testament-vote-1924"], ["search", "Stalin", "1922", "--json"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout
