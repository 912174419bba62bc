"""The whole answer: its parts fit, it is the same again, and stores that cannot be used say why."""

import json
from pathlib import Path

import pytest

from apparat.experiments.why import changes
from apparat.experiments.why.answer import Opened
from apparat.experiments.why.why import why, why_events
from apparat.ground.errors import StoreError, UsageError
from apparat.report.why import report
from apparat.report.why_picture import draw
from apparat.results.why import SIZES, WhyResult
from apparat.results.words import month_name


@pytest.fixture(scope="module")
def answer(store: Path, runs: list[Opened]) -> WhyResult:
    """Why the first vote of run 0 went so, with fewer offices and draws tried."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changes, "LEADS", (0,))
        patch.setattr(changes, "MOST_DRAWS", 4)
        return why(store, 0, str(runs[0].asked.numbers()[0]), tries=2, threads=1)


def test_the_list_of_events_is_what_can_be_asked(store: Path, runs: list[Opened]) -> None:
    listed = why_events(store, 0)
    assert [row.event for row in listed.events] == runs[0].asked.numbers()
    assert all(row.said == runs[0].asked.sentence(row.event) for row in listed.events)
    assert json.loads(listed.to_json())["schema"] == "apparat/why-events/1"


def test_what_was_tried_is_counted_and_the_smallest_is_the_first_that_undoes_it(answer: WhyResult) -> None:
    assert [row.size for row in answer.tried] == list(SIZES)
    for row in answer.tried:
        mine = [change for change in answer.changes if change.size == row.size]
        assert row.tried == len(mine)
        assert row.reversed == sum(change.outcome != "stands" for change in mine)
        assert row.idle == sum(not change.applied for change in mine)
        escaped = [change for change in mine if change.outcome != "stands"]
        assert row.for_good == len(escaped) - sum(change.later is not None for change in escaped)
    undone = [change for change in answer.changes if change.outcome != "stands"]
    assert undone
    assert answer.smallest == undone[0]
    assert answer.tried[0].tried == answer.votes[-1].votes_for + answer.votes[-1].votes_against + (
        answer.votes[-1].abstained
    )


def test_draws_are_counted_and_sorted_by_what_they_undo(answer: WhyResult) -> None:
    assert answer.draws_tried == 2 * len(answer.draws)
    rates = [row.rate for row in answer.draws]
    assert rates == sorted(rates, reverse=True)


def test_the_same_question_has_the_same_answer_on_two_threads(answer: WhyResult, store: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changes, "LEADS", (0,))
        patch.setattr(changes, "MOST_DRAWS", 4)
        again = why(store, 0, str(answer.event), tries=2, threads=2)
    assert again.to_json() == answer.to_json()


def test_it_is_told_in_prose_in_tables_in_json_and_in_a_picture(answer: WhyResult) -> None:
    assert answer.prose[0] == f"Why did this vote go so? {month_name(answer.month)}: {answer.said}"
    assert any(
        str(answer.draws_tried) in part or f"{len(answer.draws)} addresses" in part for part in answer.prose
    )
    assert WhyResult.model_validate_json(answer.to_json()) == answer
    assert len(list(report(answer))) > len(answer.prose)
    figure = draw(answer)
    assert len(figure.axes) == len(answer.votes) + 1


def test_a_store_of_another_version_is_named_and_refused(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apparat.engine.engine.sources_hash", lambda: "another")
    with pytest.raises(StoreError, match='here "another"'):
        why(store, 0, "1922-10")


@pytest.mark.parametrize(
    ("run", "event", "tries", "said"),
    [
        (400, "0", 8, "run 400 is not stored"),
        (-1, "0", 8, "whole number"),
        (0, "nobody-of-this-name", 8, "no person called"),
        (0, "0", 0, "from 1 to 1000, not 0"),
    ],
)
def test_what_cannot_be_asked_is_refused(store: Path, run: int, event: str, tries: int, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        why(store, run, event, tries=tries)
