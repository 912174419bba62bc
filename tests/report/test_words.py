"""Every kind of event has a sentence."""

import pytest

from apparat.report.words import month_name, sentence
from apparat.results.run import Happening
from apparat.world import codes


def happening(kind: str, **changes: object) -> Happening:
    base = {
        "month": "1923-04", "kind": kind, "rule": "voting", "turning_point": False, "actor": "Stalin I.V.",
        "actor_key": 3, "target": "Trotsky L.D.", "target_key": 2, "body": "Central Committee",
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


@pytest.mark.parametrize("kind", codes.EVENT_WORDS)
def test_no_sentence_says_none_when_nobody_acted(kind: str) -> None:
    said = sentence(
        happening(kind, actor=None, actor_key=0, motion="illness" if kind == "signal" else "expel")
    )
    needs_actor = {
        "signal",
        "reposition",
        "pact",
        "breach",
        "recanted",
        "campaign",
        "appeal",
        "line",
        "death",
        "enrolment",
        "control",
    }
    assert "None" not in said or kind in needs_actor


@pytest.mark.parametrize("signal", codes.SIGNAL_WORDS)
def test_every_outside_signal_is_a_sentence(signal: str) -> None:
    said = sentence(happening("signal", motion=signal))
    assert said.endswith(".")
    assert "None" not in said


@pytest.mark.parametrize("motion", codes.MOTION_WORDS)
def test_a_vote_tells_motion_counts_and_outcome(motion: str) -> None:
    said = sentence(happening("vote", motion=motion, abstained=3))
    assert said == (
        f"Central Committee, on Stalin I.V.'s motion to {motion} Trotsky L.D.: "
        "20 for, 5 against, 3 abstained. Carried."
    )
    assert sentence(happening("vote", carried=False)).endswith("20 for, 5 against. Rejected.")


def test_months_are_named() -> None:
    assert [month_name(month) for month in ("1922-01", "1929-12")] == ["January 1922", "December 1929"]
