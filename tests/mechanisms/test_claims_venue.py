"""Small loyal bodies draw business, and a chief without a majority waits with his congress."""

import numpy as np
import pytest

from apparat.mechanisms import calendar, venue
from apparat.world import codes
from tests.mechanisms.laboratory import SEEDS, Lab, lab, rising


def odds(here: Lab) -> float:
    """Odds of the top body against the much larger committee, habit being equal."""
    return venue.attraction(*here.both, codes.TOP, 0) / venue.attraction(*here.both, codes.COMMITTEE, 0)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("pressure", ["threat", "failure"])
def test_smaller_bodies_draw_business_the_more_time_presses(seed: int, pressure: str) -> None:
    here = lab(seed)
    bodies = here.table("bodies")
    assert bodies["size"][codes.TOP] < bodies["size"][codes.COMMITTEE]
    found = []
    for urgency in (0.0, 0.4, 0.8):
        here.single("line")["threat"] = here.single("line")["failure"] = 0.0
        here.single("line")[pressure] = urgency
        found.append(odds(here))
    assert rising(found)


def test_use_makes_habit() -> None:
    here = lab()
    tally = here.single("tally")
    tally["routed_top"], tally["routed_cabinet"], tally["routed_committee"] = 10, 10, 10
    assert rising([venue.attraction(*here.both, codes.CABINET, used) for used in (0, 10, 20, 30)])


def test_a_loyal_body_draws_business() -> None:
    here = lab()
    figures, people, bodies = (here.table(name) for name in ("figures", "people", "bodies"))
    leader = max(np.flatnonzero(figures["seated"] >= 0), key=lambda f: figures["power"][f])
    cabinet = bodies[codes.CABINET]
    members = here.table("seats")["person"][cabinet["first"] : cabinet["first"] + cabinet["size"]]
    found = []
    for root in (codes.NOBODY, leader):
        here.table("relations")[leader] = 0.0
        people["root"][members], people["loyal"][members] = root, 0.5
        found.append(venue.attraction(*here.both, codes.CABINET, 0))
    assert rising(found)


def test_every_question_of_a_month_goes_somewhere() -> None:
    here = lab()
    names = ["routed_top", "routed_cabinet", "routed_committee"]
    before = sum(int(here.single("tally")[n][0]) for n in names)
    venue.step(*here.both)
    assert sum(int(here.single("tally")[n][0]) for n in names) == before + venue.QUESTIONS


def delays(*, agenda: int, hostile: bool) -> int:
    """In how many of many runs the congress due this month is put off."""
    count = 0
    for run in range(200):
        here = lab()
        here.single("clock")["run"] = run
        here.single("rules")["agenda_on"] = agenda
        here.single("rules")["lists"] = 0
        here.sets["calendar"]["delay_drift"] = 0.05
        month = int(here.single("clock")["month"][0])
        here.table("sessions")["month"][0] = here.table("sessions")["planned"][0] = month
        chief = int(here.table("people")["figure"][here.table("posts")["holder"][0]])
        rival = calendar.strongest_rival(here.world, chief)
        here.table("regions")["deference"], here.table("regions")["engagement"] = 0.0, 1.0
        here.table("regions")["mood"] = here.table("figures")["stated"][rival if hostile else chief]
        here.table("people")["authority"][here.person(rival if hostile else chief)] = 1.0
        calendar._delay(*here.both)
        count += int(here.table("sessions")["month"][0] == month + 1)
    return count


def test_who_sets_the_agenda_puts_off_a_congress_that_he_would_lose() -> None:
    losing, winning, powerless = (
        delays(agenda=1, hostile=True),
        delays(agenda=1, hostile=False),
        delays(agenda=0, hostile=True),
    )
    assert powerless < 30
    assert losing > powerless + 20
    assert losing > winning
