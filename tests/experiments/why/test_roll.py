"""The roll by reason adds up to the recorded counts, and every ballot has one reason that moved it most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.experiments.why.answer import Opened
from apparat.experiments.why.case import case_of
from apparat.experiments.why.roll import leaning, moved_by, reasons, turns_without, votes
from apparat.results.run import Ballot
from apparat.results.why import REASONS
from apparat.world import codes

logit = st.floats(-6, 6).filter(lambda x: abs(x) > 1e-6)
WORDS = codes.CHOICE_WORDS


@st.composite
def ballots(draw: st.DrawFn) -> Ballot:
    """Any ballot."""
    pushes = {reason: draw(logit) for reason in REASONS}
    choice = draw(st.sampled_from(WORDS))
    whose = {"event": 0, "month": "1923-01", "voter": "X", "voter_key": 1, "region": None}
    return Ballot(**whose, choice=choice, weight=0.0, sent=0.0, chance=0.5, **pushes)


@given(ballots())
def test_the_reason_that_moved_a_ballot_pushed_it_where_it_went_and_none_pushed_harder(
    ballot: Ballot,
) -> None:
    side = {"for": 1, "against": -1}.get(ballot.choice, 0)
    moved = moved_by(ballot)
    if moved == "chance":
        assert side * leaning(ballot) <= 0
    else:
        pushes = [side * getattr(ballot, reason) for reason in REASONS]
        assert side * getattr(ballot, moved) == max(pushes) > 0


@given(ballots())
def test_a_ballot_turns_without_all_of_its_reasons_and_only_without_one_that_pushed_it(
    ballot: Ballot,
) -> None:
    side = {"for": 1, "against": -1}.get(ballot.choice, 0)
    for reason in REASONS:
        if turns_without(ballot, reason):
            assert side * getattr(ballot, reason) > 0
            assert moved_by(ballot) != "chance"


def test_the_roll_by_reason_adds_up_to_the_recorded_counts(runs: list[Opened]) -> None:
    by_region = set()
    for opened in runs:
        for number in opened.asked.numbers():
            case = case_of(opened.past.events, number)
            called = list(opened.narrator.ballots(case.votes))
            for vote in votes([opened.narrator.happening(place) for place in case.votes], called):
                rows = list(reasons(vote, called))
                assert [row.reason for row in rows] == [*REASONS, "chance"]
                counted = [
                    sum(getattr(row, n) for row in rows) for n in ("votes_for", "votes_against", "abstained")
                ]
                by_region.add(vote.by_region)
                if vote.by_region:
                    assert sum(counted) == pytest.approx(1.0)
                else:
                    assert counted == [vote.votes_for, vote.votes_against, vote.abstained]
                    mine = [ballot for ballot in called if ballot.event == vote.event]
                    pushes = [sum(getattr(ballot, row.reason) for ballot in mine) for row in rows[:-1]]
                    assert [row.push * len(mine) for row in rows[:-1]] == pytest.approx(pushes)
    assert by_region == {False, True}
