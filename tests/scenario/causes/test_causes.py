"""Causes as written: what the shipped ones cover, and every mistake with its place."""

from pathlib import Path

import pytest

from apparat import scenario
from apparat.ground.errors import DocumentError, UsageError
from apparat.scenario import causes
from apparat.scenario.causes import switches
from apparat.scenario.compile import compile_scenario
from apparat.scenario.levers import Paths

ASKED = {"machine", "lists", "enrolment", "doctrine", "blindness", "fear", "faction-ban", "luck"}
GOOD = """
default: [office]
causes:
  office:
    name: the office
    about: What it does.
    because: "assumed: a test"
    neutral:
      said: It has no powers.
      why: Powers taken from all favour nobody.
      set: {"chief.*": off}
      because: "assumed: a test"
"""
LEVERS = """
levers:
  other-opening:
    title: Another opening
    question: What if?
    about: Another size of the committee.
    because: "assumed: a test"
    opening: {title: Another title}
"""


def read(folder: Path, text: str) -> causes.Library:
    file = scenario.start(folder / "mine.yaml")
    for name, content in (("causes", text), ("levers", LEVERS)):
        (folder / name).mkdir()
        (folder / name / "mine.yaml").write_text(content, encoding="utf-8")
    return causes.read(file)


@pytest.mark.parametrize("name", scenario.names())
def test_every_shipped_scenario_has_causes_that_can_be_asked_for_together(name: str) -> None:
    found = causes.read(name)
    compiled = compile_scenario(scenario.load(name))
    made = switches(found.chosen(()), Paths(compiled), found.levers, compiled.scenario)
    assert [each.cause for each in made] == list(found.default)
    assert len(made) == 8
    assert all(each.edits for each in made)


def test_the_causes_usually_named_are_the_default() -> None:
    assert set(causes.read("succession-1922").default) == ASKED


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    assert list(read(tmp_path, GOOD).causes) == ["office"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (GOOD[GOOD.index("    neutral") :], "", r"mine.yaml:4:3: 'office' has no neutral level, so nothing"),
        ('      set: {"chief.*": off}\n', "", r"9:7: a neutral level sets something"),
        ('set: {"chief.*": off}', "levers: [other-opneing]", r"Did you mean other-opening"),
        ('set: {"chief.*": off}', "levers: [other-opening]", r"another opening, which cannot be combined"),
        ('set: {"chief.*": off}', "set: {chief.throne: off}", r"9:7: the neutral level of 'office': "),
        ("      set:", "      from: 1917-01\n      set:", r"1917-01 lies outside the scenario"),
        ('set: {"chief.*": off}', "from: 1922-05\n      levers: [other-opening]", r"leave it out"),
        ("assumed: a test", "no-such-fact", r"7:14: .*no-such-fact"),
        ("default: [office]", "default: [ofice]", r"2:10: There is no cause called 'ofice'. Did you mean"),
        ("default: [office]", "default: [office, office]", r"given twice"),
        ("default: [office]", "default: []", r"too short"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(DocumentError, match=said):
        read(tmp_path, GOOD.replace(old, new, 1))


def test_two_default_causes_on_one_path_are_told_at_the_list(tmp_path: Path) -> None:
    first = GOOD[GOOD.index("  office:") :]
    second = first.replace("  office:", "  slates:").replace("chief.*", "chief.slate")
    text = GOOD.replace("[office]", "[office, slates]") + second
    with pytest.raises(DocumentError, match=r"2:10: The causes 'office' and 'slates' both set chief.slate"):
        read(tmp_path, text)


def test_levers_that_contradict_each_other_are_no_neutral_level() -> None:
    found = causes.read("succession-1922")
    cause = found.causes["blindness"]
    level = cause.neutral.model_copy(update={"levers": ("lenin-recovers", "lenin-dies-1922")})
    compiled = compile_scenario(scenario.load("succession-1922"))
    with pytest.raises(UsageError, match=r"neutral level of 'x': .* contradict each other"):
        switches(
            {"x": cause.model_copy(update={"neutral": level})},
            Paths(compiled),
            found.levers,
            compiled.scenario,
        )


def test_all_causes_are_known_to_the_message_about_an_unknown_one() -> None:
    with pytest.raises(UsageError, match="Did you mean harvests"):
        causes.read("succession-1922").chosen(["harvest"])
