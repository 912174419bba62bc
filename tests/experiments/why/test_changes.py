"""Changes are tried in the order of their size, on copies; what must undo an event undoes it."""

from collections.abc import Iterator

import pytest

from apparat.experiments.what_if.asked import Arm
from apparat.experiments.why import changes
from apparat.experiments.why.answer import Opened
from apparat.experiments.why.case import Case, case_of
from apparat.results.why import SIZES
from apparat.scenario.levers import Paths, Value
from apparat.world import codes


def lost_seats(runs: list[Opened]) -> Iterator[tuple[Opened, Case]]:
    """Seats of the top body that named persons lost."""
    for opened in runs:
        compiled = opened.past.engine.compiled
        named = {compiled.scenario.persons[name].key for name in compiled.persons}
        for number in opened.asked.numbers():
            event = opened.past.events[number]
            if event["kind"] == codes.E_SEAT_LOST and event["body"] == codes.TOP and event["target"] in named:
                yield opened, case_of(opened.past.events, number)


def arm(opened: Opened, month: int, settings: dict[str, Value]) -> Arm:
    edits = Paths(opened.past.engine.compiled).edits(settings, month)
    return Arm("any", (), opened.past.engine, tuple(edits), opening=False)


def test_who_has_no_seat_left_cannot_lose_it(runs: list[Opened]) -> None:
    opened, case = next(lost_seats(runs))
    compiled = opened.past.engine.compiled
    ids = {compiled.scenario.persons[name].key: name for name in compiled.persons}
    name = ids[int(case.event["target"])]
    taken = arm(opened, case.month, {f"seats.politburo.{name}": False})
    row = changes.tried("one office", taken, case, opened.past, opened.run)
    assert row.applied
    assert row.outcome == "reversed"
    assert (row.from_, row.before) == (str(opened.past.engine.directory.start + case.month), 0)
    assert row.path == f"seats.politburo.{name}"


def test_a_change_that_changes_nothing_is_told_as_idle_and_undoes_nothing(runs: list[Opened]) -> None:
    opened, case = next(lost_seats(runs))
    idle = arm(opened, case.month, {"chief.attention": True})
    row = changes.tried("one office", idle, case, opened.past, opened.run)
    assert not row.applied
    assert (row.outcome, row.later) == ("stands", None)


def test_changes_come_in_the_order_of_their_size_and_none_after_the_event(runs: list[Opened]) -> None:
    opened = runs[0]
    case = next(c for n in opened.asked.numbers() if (c := case_of(opened.past.events, n)).votes)
    request = opened_request(opened)
    found = list(changes.changes(request, case, opened.past))
    sizes = [SIZES.index(size) for size, _ in found]
    assert sizes == sorted(sizes)
    assert set(sizes) == set(range(1, len(SIZES)))
    assert all(arm.first <= case.month for _, arm in found)
    levers = [arm.first for size, arm in found if size == "one lever"]
    assert levers == sorted(levers, reverse=True)
    offices = [arm.first for size, arm in found if size == "one office"]
    assert set(offices) <= {case.month - lead for lead in changes.LEADS}


def opened_request(opened: Opened) -> changes.Request:
    return opened.request


def test_where_nobody_voted_no_ballot_is_tried(runs: list[Opened]) -> None:
    for opened in runs:
        for number in opened.asked.numbers():
            case = case_of(opened.past.events, number)
            if not case.votes:
                found = changes.changes(opened_request(opened), case, opened.past)
                assert next(found)[0] == "one person's health"
                assert changes.deciding(list(opened.narrator.ballots()), case) == []
                return
    pytest.fail("every fall was voted on")
