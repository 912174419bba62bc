"""A case finds the votes behind an event, and knows its own course from others."""

from collections.abc import Iterator

import numpy as np

from apparat.experiments.why.answer import Opened
from apparat.experiments.why.case import Case, case_of
from apparat.mechanisms.steps import CONGRESS, REFORM
from apparat.results.why import FALLS
from apparat.world import codes


def cases(runs: list[Opened]) -> Iterator[Case]:
    for opened in runs:
        for number in opened.asked.numbers():
            yield case_of(opened.past.events, number)


def test_in_its_own_course_every_event_stands(runs: list[Opened]) -> None:
    found = list(cases(runs))
    assert len(found) > 40
    for case in found:
        for since in (case.month, max(case.month - 9, 0), 0):
            own = case.before[case.before["month"] >= since]
            assert case.outcome(own, since) == "stands"
            assert not case.by_another(own)


def test_without_it_a_fall_is_reversed_and_a_vote_is_not_put(runs: list[Opened]) -> None:
    for case in cases(runs):
        left = np.delete(case.before, case.number)
        left = left[left["month"] >= case.month]
        twice = len(case.before[case.put_again(case.before) & (case.before["month"] == case.month)]) > 1
        if not (case.is_vote and twice):
            assert case.outcome(left, case.month) == ("not put" if case.is_vote else "reversed")


def test_a_vote_that_goes_otherwise_is_reversed(runs: list[Opened]) -> None:
    votes = [case for case in cases(runs) if case.is_vote]
    assert votes
    for case in votes:
        other = case.before[case.before["month"] == case.month].copy()
        other["carried"] = 1 - other["carried"]
        assert case.outcome(other, case.month) == "reversed"


def test_the_votes_behind_a_fall_are_of_its_month_and_of_the_two_persons(runs: list[Opened]) -> None:
    fallen = [case for case in cases(runs) if not case.is_vote]
    assert {int(case.event["kind"]) for case in fallen} >= {codes.E_CONDEMNED, codes.E_SEAT_LOST}
    for case in fallen:
        pair = {int(case.event["actor"]), int(case.event["target"])}
        for place in case.votes:
            vote = case.before[place]
            assert place < case.number
            assert vote["month"] == case.month
            assert {int(vote["actor"]), int(vote["target"])} == pair
        assert case.votes or case.event["rule"] in (CONGRESS, REFORM)


def test_a_contest_ends_with_the_vote_that_decided(runs: list[Opened]) -> None:
    twice = [case for case in cases(runs) if len(case.votes) > 1]
    assert twice
    for case in twice:
        bodies = [int(case.before[place]["body"]) for place in case.votes]
        assert bodies[0] == codes.TOP
        assert case.decided is not None
        assert case.decided["body"] == bodies[-1] != codes.TOP


def test_falling_later_is_told_with_its_month(runs: list[Opened]) -> None:
    for case in cases(runs):
        if case.event["kind"] in FALLS:
            put_off = case.before.copy()
            put_off["month"][case.number] += 5
            after = case.later(put_off[put_off["month"] > case.month])
            assert after is not None
            assert case.month < after <= case.month + 5
            assert case.later(case.before[case.before["month"] <= case.month]) is None
