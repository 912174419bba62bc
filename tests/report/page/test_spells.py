"""Spells of one run: who led and who sat in the highest body, as the journal tells it."""

import pytest

import apparat
from apparat import scenario
from apparat.experiments.seam import requested
from apparat.experiments.single import story
from apparat.report.page.spells import drawn, in_turn, seats, top_body
from apparat.results.base import Result
from apparat.world import codes

NAME = "collective-1953"


def test_stretches_of_a_name_follow_each_other_and_nobody_has_none() -> None:
    found = list(in_turn(["A", "A", None, "B", "A"], {"A": 4}))
    assert [(one.name, one.key, one.since, one.until) for one in found] == [
        ("A", 4, 0, 2),
        ("B", 0, 3, 4),
        ("A", 4, 4, 5),
    ]


def test_whoever_sat_in_the_highest_body_is_found_in_the_journal_alone() -> None:
    played = apparat.run(NAME, seed=1, sets="uncalibrated")
    told = story(requested(NAME, 1, "recorded", None, None, "uncalibrated"))
    sat = [seat for seat in told.standing.seats if seat.full and seat.body == codes.BODY_IDS[codes.TOP]]
    assert played.digest == told.run.digest
    assert len(sat) > 12
    assert sorted((one.key, one.since, one.until) for one in seats(played, scenario.load(NAME))) == sorted(
        (seat.key, seat.since, seat.until) for seat in sat
    )


def test_the_highest_body_has_the_name_of_its_time() -> None:
    assert top_body(scenario.load(NAME)) == "Presidium of the Central Committee"
    assert top_body(scenario.load("succession-1922")) == "Politburo"


def test_a_spell_is_as_long_as_its_months(every: dict[str, Result]) -> None:
    run = every["run"]
    row = drawn(run, {"Judged": list(in_turn(["A"] * 6, {"A": 4}))}, ("", "")).rows[0]
    assert row.span == pytest.approx((1922.25, 1922.75))
    assert (row.said, row.group, row.shade) == ("1922-04 to 1922-09", "Judged", 3)


def test_a_short_run_has_an_axis_of_whole_years(every: dict[str, Result]) -> None:
    assert drawn(every["run"], {}, ("", "")).within == (1922, 1925)
