"""A draw taken anew moves its own address and nothing else, and what it undoes is counted."""

from dataclasses import replace

import pytest

from apparat.experiments.why.answer import Answer, Opened
from apparat.experiments.why.case import Case, case_of
from apparat.experiments.why.draws import Address, addresses, drawn_anew, turned
from apparat.experiments.why.past import Past, told
from apparat.world import codes, luck


@pytest.fixture(scope="module")
def small(runs: list[Opened]) -> Answer:
    """A vote of the top body."""
    opened = runs[0]
    cases = [case_of(opened.past.events, number) for number in opened.asked.numbers()]
    return Answer(
        opened, next(case for case in cases if case.is_vote and case.event["body"] == codes.TOP), 2, 1
    )


def at(past: Past, case: Case, decision: int = luck.OPPORTUNITY) -> Address:
    """The mover's own draw in the month of the case."""
    return Address(case.month, decision, int(case.event["actor"]), "", "")


def test_its_own_draw_leaves_the_run_as_it_was(small: Answer) -> None:
    past, case = small._past, small._case
    run = past.at(case.month).fork()
    at(past, case).redraw(run, 0)
    run.advance(past.months)
    assert run.digest == past.digest


def test_an_address_of_another_month_does_nothing_in_this_one(small: Answer) -> None:
    past, case = small._past, small._case
    row = drawn_anew(at(past, case), case, past, 16)
    assert row.reversed + row.by_another > 0
    run = past.at(case.month).fork()
    replace(at(past, case), month=case.month + 1).redraw(run, 1)
    run.advance(case.month + 1)
    assert case.outcome(told(run), case.month) == "stands"


def test_a_draw_that_nobody_makes_undoes_nothing(small: Answer) -> None:
    past, case = small._past, small._case
    row = drawn_anew(replace(at(past, case), key=2**31 - 1), case, past, 3)
    assert (row.reversed, row.by_another, row.rate) == (0, 0, 0)


@pytest.mark.parametrize("decision", [luck.OPPORTUNITY, luck.FOG])
def test_a_figures_address_is_one_that_the_model_draws_at(small: Answer, decision: int) -> None:
    past, case = small._past, small._case
    start = past.at(case.month)
    plain, clock = start.fork(), ["redrawn", "redrawn_key", "redraw"]
    plain.advance(case.month + 1)
    moved = 0
    for number in range(1, 17):
        run = past.again(start)
        at(past, case, decision).redraw(run, number)
        run.advance(case.month + 1)
        run.world["clock"][clock] = plain.world["clock"][clock]
        moved += run.world.tobytes() != plain.world.tobytes()
    assert moved


def test_more_draws_begin_with_the_same_ones(small: Answer) -> None:
    past, case = small._past, small._case
    few, many = (drawn_anew(at(past, case), case, past, tries) for tries in (4, 16))
    assert few.reversed <= many.reversed <= few.reversed + 12
    assert many.rate == many.reversed / 16
    assert drawn_anew(at(past, case), case, past, 4) == few


def test_addresses_are_of_the_month_of_voters_and_leaders_and_none_stands_twice(small: Answer) -> None:
    past, case = small._past, small._case
    places = list(addresses(case, past, small._last, small._chains))
    assert len({(p.month, p.decision, p.key) for p in places}) == len(places)
    ballots = {p.key for p in places if p.decision == luck.BALLOT}
    assert ballots == {ballot.voter_key for ballot in small._last}
    assert all(p.month <= case.month for p in places)


def test_a_turned_ballot_is_another_in_the_roll_and_the_rest_of_the_roll_is_as_likely_as_before(
    small: Answer,
) -> None:
    past, case = small._past, small._case
    open_minded = min(small._last, key=lambda ballot: abs(ballot.chance - 0.5))
    run = turned(open_minded, case, past, 64)
    assert run is not None
    place = case.put_again(told(run)).nonzero()[0][-1]
    rolls = [row for rolls in run.rolls for row in rolls if row["event"] == place]
    by_voter = {int(row["voter"]): row for row in rolls}
    assert codes.CHOICE_WORDS[by_voter[open_minded.voter_key]["choice"]] != open_minded.choice
    for ballot in small._last:
        assert by_voter[ballot.voter_key]["chance"] == ballot.chance


def test_a_ballot_without_other_draws_is_not_turned(small: Answer) -> None:
    assert turned(small._last[0], small._case, small._past, 0) is None
