"""Changes are tried in the order of their size, on copies; what must undo an event undoes it."""

from collections.abc import Iterator

import pytest

from apparat.experiments.what_if.asked import Arm
from apparat.experiments.what_if.pairs import branched
from apparat.experiments.why import changes
from apparat.experiments.why.answer import Opened
from apparat.experiments.why.case import Case, case_of
from apparat.experiments.why.past import told
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
    case = [c for n in opened.asked.numbers() if (c := case_of(opened.past.events, n)).votes][-1]
    request = opened_request(opened)
    found = list(changes.changes(request, case, opened.past))
    sizes = [SIZES.index(size) for size, _ in found]
    assert sizes == sorted(sizes)
    assert set(sizes) == set(range(1, len(SIZES)))
    assert all(arm.first <= case.month for _, arm in found)
    levers = [arm.first for size, arm in found if size == "one lever"]
    assert levers == sorted(levers, reverse=True) != sorted(levers)
    offices = [arm.first for size, arm in found if size == "one office"]
    assert set(offices) == {case.month - lead for lead in changes.LEADS}


def test_the_ill_are_made_well_the_well_ill_and_ballots_the_other_way(runs: list[Opened]) -> None:
    opened = runs[0]
    seen = set()
    for case in [c for n in opened.asked.numbers() if (c := case_of(opened.past.events, n)).votes][::6]:
        world = opened.past.at(case.month).world
        names = opened.past.engine.compiled.persons
        for size, arm in changes.changes(opened_request(opened), case, opened.past):
            edit = arm.edits[0]
            if size == "one person's health":
                strength = world["figures"][0]["capacity"][names.index(edit.path.split(".")[1])]
                assert float(edit.value) == (1.0 if strength < 1 else 0.2)
                seen.add(edit.value)
            elif size == "form of ballot" and "*" not in edit.path:
                assert case.decided is not None
                secret = bool(world["bodies"][0]["secret"][case.decided["body"]])
                assert str(edit.value) == ("open" if secret else "secret")
                seen.add(edit.value)
            elif size == "one office":
                break
    assert len(seen) >= 3


def test_whoever_escapes_is_followed_to_the_end_of_the_run(runs: list[Opened]) -> None:
    later = set()
    for opened, case in lost_seats(runs):
        for _, change in (c for c in changes.changes(opened_request(opened), case, opened.past)):
            if change.levers or change.edits[0].path.startswith("offices"):
                break
            row = changes.tried("one person's health", change, case, opened.past, opened.run)
            run, _ = branched(opened.past.at(change.first), change, opened.run)
            run.world["clock"]["journal"] = codes.J_DECISIONS
            run.advance(opened.past.months)
            whole = told(run)
            assert row.outcome == case.outcome(whole, change.first)
            fallen = case.later(whole) if row.outcome != "stands" else None
            start = opened.past.engine.directory.start
            assert row.later == (None if fallen is None else str(start + fallen))
            later.add(row.later)
        if len(later) > 1:
            return
    pytest.fail("nobody escapes and falls later")


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
