"""Measures, on a run that is known beforehand: the toy's twelve months."""

from math import isnan

import numpy as np
import pytest
from toy import MONTHS, toy_events

from apparat.experiments.hypotheses.measures import MEASURES, Scene
from apparat.experiments.hypotheses.schema import Outcome
from apparat.experiments.what_if.pairs import Course
from apparat.ground.dates import Month
from apparat.world import codes

SCENE = Scene(
    Month.of(1922, 4),
    MONTHS,
    {"trotsky": 2, "stalin": 3, "zinoviev": 4},
    {"trotsky": "Trotsky", "stalin": "Stalin", "zinoviev": "Zinoviev"},
)
END = "March 1923"


@pytest.fixture(scope="module")
def course() -> Course:
    """Stalin holds the post throughout; Zinoviev leads till August 1922, then Stalin, at last nobody."""
    leaders = np.repeat(np.array([4] * 5 + [3] * 6 + [0], np.int32)[:, None], 3, axis=1)
    leaders[:, codes.BY_POWER] = 3
    events = toy_events()
    return Course(
        0, leaders, np.full(MONTHS, 3, np.int32), np.zeros((MONTHS, 1), np.uint8), events, events[:0]
    )


def value(course: Course, measure: str, **asked: object) -> float:
    outcome = Outcome.model_validate({"measure": measure, "expected": "more"} | asked)
    return MEASURES[measure].of(course, outcome, SCENE)


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ({"who": "nobody"}, 1),
        ({"who": "stalin"}, 0),
        ({"who": "stalin", "by": "power"}, 1),
        ({"who": "zinoviev", "at": "1922-08"}, 1),
        ({"who": "stalin", "at": "1922-09"}, 1),
        ({"who": "chief", "at": "1922-09"}, 1),
        ({"who": "chief"}, 0),
    ],
)
def test_whoever_leads_is_read_off_the_month_and_the_definition(
    course: Course, asked: dict[str, object], leads: float
) -> None:
    assert value(course, "leads", **asked) == leads


def test_a_vacant_post_has_no_holder_who_leads(course: Course) -> None:
    vacant = Course(0, course.leaders, np.zeros(MONTHS, np.int32), course.census, course.events, course.rolls)
    assert value(vacant, "leads", who="chief") == 0
    assert value(vacant, "holds-office", who="nobody") == 1


def test_months_in_office_are_counted_to_the_month_that_is_named(course: Course) -> None:
    assert value(course, "months-in-office", who="stalin") == MONTHS
    assert value(course, "months-in-office", who="stalin", at="1922-06") == 3
    assert value(course, "months-in-office", who="zinoviev") == 0
    assert value(course, "holds-office", who="stalin") == 1


def test_what_befalls_somebody_is_dated(course: Course) -> None:
    assert value(course, "befalls", who="trotsky", event="condemned") == 1
    assert value(course, "befalls", who="trotsky", event="condemned", at="1922-06") == 0
    assert value(course, "befalls", who="stalin", event="condemned") == 0
    assert value(course, "months-before", who="trotsky", event="seat-lost") == 9
    assert value(course, "months-before", who="stalin", event="seat-lost") == MONTHS
    assert value(course, "months-before", who="trotsky", event="seat-lost", at="1922-06") == 3


def test_a_seat_outside_the_top_body_is_not_the_seat_that_counts(course: Course) -> None:
    events = course.events.copy()
    events["body"][events["kind"] == codes.E_SEAT_LOST] = codes.COMMITTEE
    lower = Course(0, course.leaders, course.chiefs, course.census, events, course.rolls)
    assert value(lower, "befalls", who="trotsky", event="seat-lost") == 0
    assert value(lower, "months-condemned") == 6


def test_votes_are_measured_by_their_losing_side_and_by_who_moved_them(course: Course) -> None:
    assert value(course, "minority") == pytest.approx(2 / 7)
    assert value(course, "carries", who="chief") == value(course, "carries", who="stalin") == 1
    assert isnan(value(course, "carries", who="zinoviev"))
    assert isnan(value(course, "minority", at="1922-05"))


def test_the_condemned_are_followed_to_the_loss_of_a_seat(course: Course) -> None:
    assert value(course, "months-condemned") == 9 - 3
    assert value(course, "months-condemned", at="1922-09") == 6 - 3
    assert isnan(value(course, "months-condemned", at="1922-05"))


def test_a_seat_lost_before_the_condemnation_does_not_end_it(course: Course) -> None:
    events = course.events.copy()
    events["month"][events["kind"] == codes.E_SEAT_LOST] = 1
    earlier = Course(0, course.leaders, course.chiefs, course.census, events, course.rolls)
    assert value(earlier, "months-condemned") == MONTHS - 3


@pytest.mark.parametrize("name", list(MEASURES))
def test_every_measure_says_what_it_measures(name: str) -> None:
    fields = {"who": "stalin", "event": "seat-lost"}
    asked = {field: fields[field] for field in MEASURES[name].needs}
    said = MEASURES[name].said(Outcome.model_validate({"measure": name, "expected": "more"} | asked), SCENE)
    assert END in said
    assert "{" not in said
    assert ("Stalin" in said) == ("who" in MEASURES[name].needs)
