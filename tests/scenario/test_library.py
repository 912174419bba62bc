"""Scenario files: shipped ones, broken ones, variants, exchangeable traits, starting files."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apparat import constitution, scenario
from apparat.ground.documents import read
from apparat.ground.errors import DocumentError, UsageError
from apparat.scenario import library
from apparat.scenario.people import TRAITS

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
TOWNS = HERE / "fixtures" / "three-towns.yaml"


@pytest.fixture(scope="module")
def succession() -> scenario.Scenario:
    return scenario.load("succession-1922")


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_each_broken_file_gives_its_exact_message(file):
    told = [problem.located(file.name) for problem in scenario.problems(file)]
    assert "\n".join(told) + "\n" == file.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_broken_file_has_a_message_and_every_message_a_file():
    assert len(BROKEN) >= 30
    assert {file.stem for file in BROKEN} == {file.stem for file in (HERE / "broken").glob("*.txt")}
    assert all(file.with_suffix(".txt").read_text(encoding="utf-8").strip() for file in BROKEN)


@pytest.mark.parametrize("name", scenario.names())
def test_shipped_scenarios_have_no_problems_under_any_option(name):
    path = Path(library.__file__).parent / "shipped" / f"{name}.yaml"
    assert scenario.problems(path) == []
    assert scenario.load(name).scenario == name


def test_the_small_scenario_has_no_problems():
    assert scenario.problems(TOWNS) == []


def test_an_unknown_scenario_is_met_with_the_nearest_name():
    with pytest.raises(
        UsageError, match=r"no scenario called 'sucession-1922'\. Did you mean succession-1922\?"
    ):
        scenario.load("sucession-1922")


def test_a_missing_file_is_named():
    with pytest.raises(DocumentError, match=r"nowhere\.yaml: there is no such file"):
        scenario.load("nowhere.yaml")


def test_a_file_larger_than_the_bound_is_refused(tmp_path):
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (2 * 1024 * 1024 + 1))
    assert "too large: at most 2,097,152 bytes" in scenario.problems(large)[0].message


def test_an_option_changes_what_it_names_and_the_hash(succession):
    small = scenario.load("succession-1922", variants={"enrolment-size": "128000"})
    assert small.timeline["enrolment-within-reach"].size == 128000
    assert succession.timeline["enrolment-within-reach"].size == 241591
    assert small.hash != succession.hash
    assert small.persons == succession.persons


def test_the_default_option_changes_nothing(succession):
    defaults = {name: variant.default for name, variant in succession.variants.items()}
    chosen = scenario.load("succession-1922", variants=defaults)
    assert chosen.model_copy(update={"answers": {}}).hash == succession.hash


def test_questions_of_the_constitution_are_answered_by_the_same_names(succession):
    answered = scenario.load("succession-1922", variants={"nomenklatura-size": "5000"})
    state = constitution.load(answered.constitution, variants=answered.answers)
    assert answered.answers == {"nomenklatura-size": "5000"}
    assert state.posts < constitution.load("soviet").posts
    assert answered.hash != succession.hash


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"enrolment": "128000"}, "no variant called 'enrolment'. Did you mean enrolment-size"),
        ({"enrolment-size": "1280"}, "no option of 'enrolment-size' called '1280'. Did you mean 128000"),
        ({"nomenklatura-size": "50"}, "no answer to 'nomenklatura-size' called '50'. Did you mean 5500"),
    ],
)
def test_unknown_variants_and_options_are_met_with_the_nearest(chosen, message):
    with pytest.raises(UsageError, match=message):
        scenario.load("succession-1922", variants=chosen)


def test_exchangeable_traits_remove_every_departure_and_nothing_else(succession):
    equal = scenario.load("succession-1922", traits="exchangeable")
    assert any(person.traits.stated() for person in succession.persons.values())
    assert not any(person.traits.stated() for person in equal.persons.values())
    assert equal.hash != succession.hash
    for name, person in succession.persons.items():
        assert equal.persons[name].model_dump(exclude={"traits"}) == person.model_dump(exclude={"traits"})


def test_a_starting_file_is_valid_and_named_after_its_file(tmp_path):
    path = scenario.start(tmp_path / "winter-crisis")
    assert path == tmp_path / "winter-crisis.yaml"
    assert scenario.problems(path) == []
    assert scenario.load(path).scenario == "winter-crisis"


def test_a_starting_file_overwrites_nothing(tmp_path):
    path = scenario.start(tmp_path / "mine.yaml")
    path.write_text("precious")
    with pytest.raises(UsageError, match="exists already"):
        scenario.start(path)
    assert path.read_text() == "precious"


@pytest.mark.parametrize("name", ["Mine", "a b.yaml", "missing/folder"])
def test_a_starting_file_that_cannot_be_is_refused(tmp_path, name):
    with pytest.raises(UsageError):
        scenario.start(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_every_trait_has_its_prior(succession):
    assert set(type(succession.prior).model_fields) == set(TRAITS)


def is_read_or_refused(text: str) -> bool:
    try:
        return isinstance(library.parse(read(text, kind="scenario"), {}), scenario.Scenario)
    except DocumentError as error:
        return all(problem.message for problem in error.problems)


TOWNS_TEXT = TOWNS.read_text(encoding="utf-8")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(TOWNS_TEXT)), st.integers(0, 30), st.text(max_size=8))
def test_mutations_of_a_scenario_are_read_or_refused_with_messages(start, length, inserted):
    text = TOWNS_TEXT[:start] + inserted + TOWNS_TEXT[start + length :]
    assert is_read_or_refused(text)


LINES = TOWNS_TEXT.splitlines(keepends=True)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1))
def test_moving_a_line_is_read_or_refused_with_messages(source, target):
    lines = LINES.copy()
    lines.insert(target, lines.pop(source))
    assert is_read_or_refused("".join(lines))
