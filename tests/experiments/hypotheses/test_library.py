"""Files of hypotheses: the shipped ones are sound, and mistakes are told in their places."""

from pathlib import Path

import pytest

from apparat import scenario
from apparat.experiments.hypotheses.library import load, load_file
from apparat.ground.errors import DocumentError

GOOD = """title: Mine
hypotheses:
  mine:
    says: A claim.
    systems: [A8]
    because: ["assumed: a test"]
    compared:
      - scenario: succession-1922
        with: {levers: [no-war-scare]}
        outcomes: [{measure: leads, who: stalin, expected: less}]
"""


def test_every_struggle_has_hypotheses_and_no_name_is_given_twice() -> None:
    files = load().values()
    names = [name for file in files for name in file.hypotheses]
    assert len(names) == len(set(names)) >= 30
    compared = [each for file in files for one in file.hypotheses.values() for each in one.compared]
    assert {each.scenario for each in compared} == set(scenario.names())


def test_no_hypothesis_asks_the_same_twice() -> None:
    for file in load().values():
        for hypothesis in file.hypotheses.values():
            asked = [
                (each.scenario, each.said, outcome.model_dump_json(exclude={"expected"}))
                for each in hypothesis.compared
                for outcome in each.outcomes
            ]
            assert len(asked) == len(set(asked))


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(GOOD, encoding="utf-8")
    comparison = load_file(file).hypotheses["mine"].compared[0]
    assert comparison.said == "no-war-scare against the scenario as it is"


@pytest.mark.parametrize(
    ("good", "bad", "line", "said"),
    [
        ("systems: [A8]", "systems: [A99]", 5, "no system called 'A99'"),
        ("systems: [A8]", "systems: [everything]", 5, "no system called 'everything'"),
        ('["assumed: a test"]', "[never-said]", 6, "never-said"),
        ("scenario: succession-1922", "scenario: succession-1992", 8, "Did you mean succession-1922"),
        ("[no-war-scare]", "[no-war-scar]", 9, "Did you mean no-war-scare"),
        (
            "{levers: [no-war-scare]}",
            "{set: {persons.stalin.nose: 1}}",
            9,
            "no column of a person called 'nose'",
        ),
        ("{levers: [no-war-scare]}", "{set: {chief.slate: off}, from: 1930-01}", 9, "outside the scenario"),
        ("{levers: [no-war-scare]}", "{from: 1924-01}", 9, "'levers', or paths to 'set'"),
        ("{levers: [no-war-scare]}", "{levers: [no-war-scare], from: 1924-01}", 9, "leave it out"),
        ("measure: leads", "measure: led", 10, "Did you mean leads"),
        ("who: stalin", "who: stalyn", 10, "Did you mean stalin"),
        ("who: stalin", "event: expelled", 10, "also needs 'who'"),
        ("who: stalin", "who: stalin, event: expelled", 10, "does not ask for 'event'"),
        (
            "measure: leads, who: stalin",
            "measure: befalls, who: chief, event: expelled",
            10,
            "called 'chief'",
        ),
        ("who: stalin", "who: stalin, at: 1931-01", 10, "outside the scenario"),
        ("expected: less", "expected: fewer", 10, "'fewer' is not known here"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, good: str, bad: str, line: int, said: str) -> None:
    assert good in GOOD
    file = tmp_path / "mine.yaml"
    file.write_text(GOOD.replace(good, bad), encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        load_file(file)
    assert said in str(refused.value)
    assert {problem.line for problem in refused.value.problems} == {line}
