"""Seats and posts have the holders that the history has."""

from collections import Counter

from apparat.engine import Engine
from apparat.engine.engine import History
from apparat.results.standing import Standing


def test_the_chief_secretary_is_whoever_holds_the_office(history: History, standing: Standing) -> None:
    held = [post for post in standing.posts if post.place == "general-secretary"]
    for month, chief in enumerate(history.chiefs.tolist()):
        assert [post.key for post in held if post.since <= month < post.until] == ([chief] if chief else [])


def test_the_opening_seats_those_whom_the_scenario_seats(engine: Engine, standing: Standing) -> None:
    scenario = engine.compiled.scenario
    written = {scenario.persons[seat.person].key for seat in scenario.bodies["politburo"].full}
    first = {
        seat.key for seat in standing.seats if seat.body == "politburo" and seat.full and seat.since == 0
    }
    assert first == written


def test_nobody_sits_twice_in_a_body(standing: Standing) -> None:
    for month in (0, 40, standing.months - 1):
        seated = Counter((seat.body, seat.key) for seat in standing.seats if seat.since <= month < seat.until)
        assert seated
        assert max(seated.values()) == 1
