"""Documents: safe reading, located problems, and nothing but DocumentError for bad input."""

import json
from pathlib import Path
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from apparat.ground import documents
from apparat.ground.documents import Limits, load, read
from apparat.ground.errors import DocumentError


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Number(Strict):
    value: Annotated[float, Field(ge=0, le=1)]
    because: tuple[str, ...] = ()


class Illness(Strict):
    event: Literal["illness"]
    person: str


class Death(Strict):
    event: Literal["death"]
    person: str


class Plan(Strict):
    plan: str
    authority: Number | None = None
    persons: dict[str, Number] = {}
    timeline: tuple[Annotated[Illness | Death, Field(discriminator="event")], ...] = ()
    count: int = 0
    words: tuple[str, ...] = ()
    flag: bool = False


def problems(source: str | bytes | Path, **options: object) -> str:
    with pytest.raises(DocumentError) as caught:
        load(source, Plan, kind="plan", name="p", **options)  # type: ignore[arg-type]
    assert caught.value.exit_code == 3
    return str(caught.value)


def test_a_good_document_becomes_the_model():
    plan = load("plan: x\nauthority: {value: 1}\nwords: [a, b]\ncount: 3", Plan, kind="plan")
    assert plan == Plan(plan="x", authority=Number(value=1), words=("a", "b"), count=3)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("no", "no"), ("on", "on"), ("1922-04", "1922-04"), ("1922-04-03", "1922-04-03"), ("1:30", "1:30"),
     ("010", "010"), ("0x1F", "0x1F"), ("1_000", "1_000"), ("'12'", "12"), ("yes", "yes"), ("<<", "<<")],
)  # fmt: skip
def test_words_that_yaml_would_turn_into_other_things_stay_text(written, meant):
    assert load(f"plan: {written}", Plan, kind="plan").plan == meant


@pytest.mark.parametrize(("written", "meant"), [("12", 12), ("-3", -3), ("+4", 4), ("0", 0)])
def test_whole_numbers_are_decimal(written, meant):
    assert load(f"plan: x\ncount: {written}", Plan, kind="plan").count == meant


@pytest.mark.parametrize("written", ["0.5", ".5", "5e-1", "5.0E-1", "+0.5"])
def test_decimal_numbers_are_read_in_every_common_form(written):
    plan = load(f"plan: x\nauthority: {{value: {written}}}", Plan, kind="plan")
    assert plan.authority == Number(value=0.5)


MISTAKES = {
    "": "p: the file is empty: a plan is expected",
    "# only a comment\n": "p: the file is empty: a plan is expected",
    "- a": "p:1:1: a plan is a mapping ('key: value' lines), not a list",
    "just text": "p:1:1: a plan is a mapping ('key: value' lines), not 'just text'",
    "plan: a: b": "p:1:8: a colon is not expected here: check the indentation, or put text that "
    "contains ': ' in quotes",
    "plan: &a x": "p:1:7: anchors (&name) and aliases (*name) are not allowed: write the value out, "
    "or put the text in quotes",
    "plan: *a": "p:1:7: anchors (&name) and aliases (*name) are not allowed: write the value out, "
    "or put the text in quotes",
    "plan: !!python/name:os.system x": "p:1:7: the tag 'tag:yaml.org,2002:python/name:os.system' is not "
    "allowed: write plain values, or put the text in quotes",
    "plan: x\nplan: y": "p:2:1: the key 'plan' is written twice (first on line 1): remove one",
    "plan:\n\t- x": "p:2:1: a tab is used for indentation: use spaces",
    "plan: .nan": "p:1:7: '.nan' is not a number that can be used: write a finite number",
    "plan: -.inf": "p:1:7: '-.inf' is not a number that can be used: write a finite number",
    "plan: 1e999": "p:1:7: the number 1e999 is too large: at most 1e+15 is allowed",
    "plan: 1" + "0" * 5000: f"p:1:7: the number 1{'0' * 58}… is too large: at most 1e+15 is allowed",
    "plan: x\n---\nplan: y": "p:2:1: a second document begins here ('---'): keep one document in a file",
    "plan: 'x": "p:1:9: a text in quotes is not closed",
    "plan: \x00": "p:1:7: the character U+0000 is not allowed here: remove it",
    "? [a]\n: b": "p:1:3: a key must be one word, not a list or a mapping",
    "plan: x\ncont: 1": "p:2:1: unknown key 'cont': did you mean 'count'?",
    "plan: x\nzzz: 1": "p:2:1: unknown key 'zzz': the keys here are authority, count, flag, persons, plan, "
    "timeline, words",
    "plan: 3": "p:1:7: expected text, found 3",
    "plan: x\ncount: '3'": "p:2:8: expected a whole number, found '3'",
    "plan: x\ncount: 1.5": "p:2:8: expected a whole number, found 1.5",
    "plan: x\nflag: yes": "p:2:7: expected true or false, found 'yes'",
    "plan: x\nwords: a": "p:2:8: expected a list, found 'a'",
    "plan: x\npersons: [a]": "p:2:10: expected a mapping ('key: value' lines), found a list of 1",
    "plan: x\nauthority: {value: 1.5}": "p:2:20: 1.5 is out of range: at most 1 is allowed",
    "plan: x\nauthority:\n  because: [a]": "p:2:1: the key 'value' is missing in 'authority'",
    "plan: x\npersons: {lenin: {valeu: 1, value: 1}}": "p:2:19: unknown key 'valeu': did you mean 'value'?",
    "plan: x\nauthority: {valeu: 1}": "p:2:13: unknown key 'valeu': did you mean 'value'?",
    "plan: x\ntimeline:\n- {event: death, who: a}": "p:3:3: the key 'person' is missing in 'timeline[0]'\n"
    "p:3:18: unknown key 'who': the keys here are event, person",
    "plan: x\ntimeline: [{event: dearth}]": "p:2:12: 'dearth' is not known here: did you mean 'death'?",
    "plan: x\ntimeline: [{person: a}]": "p:2:12: the key 'event' is missing",
}


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: text[:20])
def test_each_mistake_has_its_own_message_with_its_place(text):
    assert problems(text) == MISTAKES[text]


def test_all_problems_are_told_at_once_in_the_order_of_the_file():
    message = problems("cont: 1\nauthority: {value: 2}\nflag: 3")
    assert [line.split(":")[1] for line in message.splitlines()] == ["1", "1", "2", "3"]


def test_depth_size_and_number_of_values_are_bounded():
    assert "p:1:18: lists and mappings are nested too deeply" in problems("plan: " + "[" * 10_000)
    assert problems("x" * 101, limits=Limits(bytes=100)) == (
        "p: the file is too large: at most 100 bytes are allowed"
    )
    assert "holds too many values: at most 10" in problems("[" + "1," * 20 + "]", limits=Limits(nodes=10))


def test_encodings_other_than_utf_8_are_named():
    assert problems("plan: é".encode("latin-1")) == "p:1:7: byte 0xE9 is not UTF-8: save the file as UTF-8"
    assert problems("plan: x".encode("utf-16")) == "p: the file is in UTF-16: save it as UTF-8"
    assert load(b"\xef\xbb\xbfplan: x", Plan, kind="plan").plan == "x"


def test_files_that_cannot_be_read_say_why(tmp_path, monkeypatch):
    assert problems(tmp_path) == "p: this is a folder: name the plan file in it"
    assert problems(tmp_path / "none.yaml") == "p: there is no such file: check the name"
    shut = tmp_path / "shut.yaml"
    shut.write_text("plan: x")

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(documents.Path, "open", refuse)
    assert problems(shut) == "p: the file may not be read: change its permissions"


def test_problems_name_the_file_unless_another_name_is_given(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("plan: [")
    with pytest.raises(DocumentError, match=r"^.*a\.yaml:2:1: a value is expected"):
        load(file, Plan, kind="plan")


def test_a_document_places_problems_at_values_keys_or_the_nearest_parent():
    document = read("plan: x\npersons:\n  lenin: {value: 1}", kind="plan")
    at_value = document.problem("m", "persons", "lenin", "value")
    at_key = document.problem("m", "persons", "lenin", at_key=True)
    at_parent = document.problem("m", "persons", "stalin", "value")
    assert (at_value.line, at_value.column, at_value.path) == (3, 18, "persons.lenin.value")
    assert (at_key.line, at_key.column) == (3, 3)
    assert (at_parent.line, at_parent.column) == (3, 3)


def is_read_or_refused(source: str | bytes) -> bool:
    try:
        return isinstance(load(source, Plan, kind="plan"), Plan)
    except DocumentError as error:
        return all(problem.message for problem in error.problems)


@given(st.one_of(st.text(), st.text(alphabet="ab:-[]{}&*!|>'\"# \n\t?,%@0.e~")))
def test_any_text_is_a_document_or_a_clear_error(text):
    assert is_read_or_refused(text)


@given(st.binary())
def test_any_bytes_are_a_document_or_a_clear_error(data):
    assert is_read_or_refused(data)


SAMPLE = """plan: x
authority: {value: 0.5, because: [a]}
persons:
  lenin: {value: 1}
timeline:
- {event: death, person: lenin}
"""


@given(st.integers(0, len(SAMPLE)), st.integers(0, 12), st.text(max_size=6))
def test_mutations_of_a_good_document_are_read_or_refused(start, length, inserted):
    assert is_read_or_refused(SAMPLE[:start] + inserted + SAMPLE[start + length :])


@given(st.recursive(st.none() | st.booleans() | st.integers(0, 9) | st.text("ab", max_size=2),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from(["plan", "persons", "value", "authority", "timeline", "event", "x"]),
                        inner, max_size=4), max_leaves=12))  # fmt: skip
def test_any_well_formed_value_is_accepted_or_refused(value):
    assert is_read_or_refused(json.dumps(value))  # JSON is a subset of YAML
