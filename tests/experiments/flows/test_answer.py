"""Rows of a result, from trials whose arrows are known beforehand."""

import numpy as np
import pytest

from apparat.experiments.flows.answer import Answer
from apparat.experiments.flows.levels import LEVELS, PEOPLE
from apparat.experiments.flows.trial import IN_PRACTICE, ON_PAPER, STANDS, VOTES, Trial
from apparat.results.flows import ALL

YEARS = ("1926", "1927", "1928", "1929")
RISE = {ON_PAPER: 0.4, IN_PRACTICE: 0.1}
FALL = {ON_PAPER: 0.2, IN_PRACTICE: 0.3}
GROWS = 0.02
"""What falls in practice grows by so much a year, up to 1928."""
EXPECTED = (0.2, 0.2 + GROWS * 3 / 4, GROWS, 0.3, 0.1 + GROWS * 3 / 4)


def trial(run: int) -> Trial:
    """Arrows up and down; the people's are huge, and each run adds a little to all of them."""
    moved = np.full((2, len(YEARS), len(LEVELS), len(LEVELS), 3), np.nan)
    for powers in (ON_PAPER, IN_PRACTICE):
        for year in range(len(YEARS)):
            grown = GROWS * (year if year < 3 else 0) * (powers == IN_PRACTICE)
            for source, below in enumerate(LEVELS):
                for target, above in enumerate(LEVELS):
                    value = RISE[powers] if below.height < above.height else FALL[powers] + grown
                    moved[powers, year, source, target, VOTES] = value + 0.01 * run
    moved[:, :, PEOPLE] = 100.0
    moved[..., STANDS] = -moved[..., VOTES]
    return Trial(run, moved, np.zeros((2, len(YEARS), len(LEVELS))), (run,), 1)


@pytest.fixture(scope="module")
def answer() -> Answer:
    return Answer([trial(run) for run in range(4)], YEARS)


def test_what_sources_expect_is_held_against_the_difference_that_it_names(answer: Answer) -> None:
    rows = list(answer.expected())
    assert [row.difference for row in rows if row.measure == "votes"] == pytest.approx(EXPECTED)
    assert {row.verdict for row in rows if row.measure == "votes"} == {"held"}
    assert [-row.difference for row in rows if row.measure == "stands"] == pytest.approx(EXPECTED)
    assert {row.verdict for row in rows if row.measure == "stands"} == {"reversed"}


def test_the_index_leaves_out_the_people_who_have_units_of_their_own(answer: Answer) -> None:
    rows = {(row.powers, row.year): row for row in answer.index() if row.measure == "votes"}
    for powers, name in ((ON_PAPER, "paper"), (IN_PRACTICE, "practice")):
        assert rows[name, ALL].rise == pytest.approx(RISE[powers] + 0.015)
    falls = [rows["practice", year].fall for year in YEARS]
    assert falls == pytest.approx([0.315, 0.335, 0.355, 0.315])


def test_an_arrow_is_the_mean_over_runs_with_its_interval(answer: Answer) -> None:
    row = next(
        row
        for row in answer.flows()
        if (row.powers, row.year, row.source, row.target) == ("paper", ALL, "members", "congress")
    )
    assert row.direction == "rise"
    assert row.votes == pytest.approx(RISE[ON_PAPER] + 0.015)
    assert row.votes_low is not None
    assert row.votes_low < RISE[ON_PAPER] + 0.015
