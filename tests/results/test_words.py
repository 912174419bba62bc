"""Every kind of event has a sentence."""

import pytest

from apparat.results.run import Happening
from apparat.results.words import fillings, month_name, sentence
from apparat.world import codes


def happening(kind: str, **changes: object) -> Happening:
    base = {
        "number": 0, "month": "1923-04", "kind": kind, "rule": "voting", "turning_point": False,
        "about_figure": True,
        "actor": "Stalin I.V.", "actor_key": 3, "target": "Trotsky L.D.", "target_key": 2,
        "body": "Central Committee",
        "motion": "condemn the line of", "post": "secretary of Tula", "carried": True, "votes_for": 20,
        "votes_against": 5, "abstained": 0, "value": 0.4,
    }  # fmt: skip
    return Happening.model_validate(base | changes)


@pytest.mark.parametrize("kind", [kind for kind in codes.EVENT_WORDS if kind != "signal"])
def test_every_kind_of_event_is_a_sentence_about_somebody(kind: str) -> None:
    said = sentence(happening(kind))
    assert said.endswith(".")
    assert said[0].isupper()
    assert any(word in said for word in ("Stalin", "Trotsky", "Central Committee"))


MAY_LACK_AN_ACTOR = [
    "appointment", "dismissal", "transfer", "vote", "condemned", "post-lost", "seat-lost", "expelled",
    "elected", "session", "delay", "document", "leader", "rule",
]  # fmt: skip


@pytest.mark.parametrize("kind", MAY_LACK_AN_ACTOR)
def test_nobody_is_not_called_none(kind: str) -> None:
    assert "None" not in sentence(happening(kind, actor=None, actor_key=0))


@pytest.mark.parametrize("signal", codes.SIGNAL_WORDS)
def test_every_outside_signal_is_a_sentence(signal: str) -> None:
    said = sentence(happening("signal", motion=signal))
    assert said.endswith(".")
    assert "None" not in said


@pytest.mark.parametrize("motion", codes.MOTION_WORDS)
def test_a_vote_tells_mover_target_counts_and_outcome(motion: str) -> None:
    said = sentence(happening("vote", motion=motion, abstained=3))
    assert "Trotsky L.D." in said
    assert said.endswith(": 20 for, 5 against, 3 abstained. Carried.")


def test_a_removal_is_told_in_the_order_of_speech() -> None:
    said = sentence(happening("vote", motion="remove from his post"))
    assert "motion to remove Trotsky L.D. from his post: 20 for" in said
    assert sentence(happening("vote", carried=False)).endswith("20 for, 5 against. Rejected.")


def test_a_question_of_policy_sets_one_line_against_another() -> None:
    said = sentence(happening("vote", motion="adopt the line of"))
    assert "on Stalin I.V.'s motion to adopt his line against that of Trotsky L.D.: 20 for" in said
    assert "adopt his line: 20 for" in sentence(happening("vote", motion="adopt the line of", target=None))


def test_appointments_are_told_together_by_title_and_place() -> None:
    posts = ["Regional secretaries, Tula", "Collegia", "Regional secretaries, Penza", "Collegia", "Editor"]
    said = fillings("Stalin", posts)
    assert said == "Stalin fills: Regional secretaries in Tula, Penza; Collegia (2); Editor."
    assert fillings(None, ["Editor"]) == "Filled by those below: Editor."


def test_months_are_named() -> None:
    assert [month_name(month) for month in ("1922-01", "1929-12")] == ["January 1922", "December 1929"]
