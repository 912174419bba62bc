from pathlib import Path

import pytest

from apparat.experiments.seam import Request
from apparat.experiments.validation.asked import struggles
from apparat.ground.errors import UsageError

ASKED = [Request(scenario="succession-1922", seed=1)]


def chosen(answers: dict[str, str]) -> dict[str, str]:
    """Target to reading, of those not in their default reading."""
    (found,) = struggles(ASKED, answers, None)
    return {target.id: target.reading for target in found.targets if target.reading}


def test_without_answers_every_target_stands_in_its_default() -> None:
    assert chosen({}) == {}


def test_an_answer_chooses_a_variant_of_the_scenario_and_the_reading_that_belongs_to_it() -> None:
    assert chosen({"testament-body": "politburo"}) == {"testament-made-known": "politburo"}
    (found,) = struggles(ASKED, {"testament-body": "politburo"}, None)
    assert found.request.variants == {"testament-body": "politburo"}


def test_struggles_stand_in_the_order_of_history() -> None:
    names = ("plenum-1964", "succession-1922", "collective-1953")
    found = struggles([Request(scenario=name, seed=1) for name in names], {}, None)
    assert [each.name for each in found] == ["succession-1922", "collective-1953", "plenum-1964"]


def test_an_answer_may_belong_to_targets_alone() -> None:
    assert chosen({"right-deviation-vote": "10-and-3"}) == {"opposition-april-1929": "10-and-3"}
    (found,) = struggles(ASKED, {"right-deviation-vote": "10-and-3"}, None)
    assert found.request.variants == {}


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"right-deviation": "10-and-3"}, "There is no question called 'right-deviation'"),
        ({"right-deviation-vote": "10"}, "There is no reading of 'right-deviation-vote' called '10'"),
        ({"testament-body": "nobody"}, "nobody"),
    ],
)
def test_a_question_or_a_reading_that_does_not_exist_is_met_with_the_nearest(answers, message) -> None:
    with pytest.raises(UsageError, match=message):
        struggles(ASKED, answers, None)


def test_a_file_of_other_targets_takes_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "scenario: succession-1922\n"
        "targets:\n"
        "  mine: {date: 1929-12, statistic: chief, with: {person: stalin, month: 1929-12}, recorded: "
        "{holds: true}, unit: yes or no, confidence: high, role: validation, because: "
        "office/party-leader/stalin-i-v/1922-04-03, why: a question of my own}\n",
        encoding="utf-8",
    )
    (found,) = struggles(ASKED, {}, file)
    assert [target.id for target in found.targets] == ["mine"]
    with pytest.raises(UsageError, match="There is no scenario with targets called 'collective-1953'"):
        struggles([Request(scenario="collective-1953", seed=1)], {}, file)
