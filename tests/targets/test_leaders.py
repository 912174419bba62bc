import math

from apparat.targets.runs import Runs
from apparat.targets.statistic import known
from tests.targets.tables import NAMES, tables


def measure(name: str, made, **arguments: str) -> list[float]:
    return known()[name].of(Runs(made, NAMES), arguments).tolist()


def test_a_seat_is_lost_in_its_first_month_or_never() -> None:
    made = tables(seats=[(100, 4, 3), (100, 2, 3), (101, 1, 12)])
    assert measure("seat-lost", made, person="bela") == [NAMES.start.number + 2, math.inf]
    assert measure("seat-lost", made, person="ada") == [math.inf, math.inf]


def test_seats_lost_are_counted_between_two_months_both_included() -> None:
    made = tables(seats=[(100, 4, 3), (100, 2, 7), (101, 1, 12)])
    assert measure("seats-lost", made, since="1922-06", until="1922-08") == [2.0, 0.0]
    assert measure("seats-lost", made, since="1922-04", until="1922-05") == [0.0, 1.0]


def test_who_holds_the_chief_post_and_who_leads_is_read_at_the_end_of_a_month() -> None:
    made = tables(chief=7, leader=3)
    made["months"]["chief"][5] = 12
    assert measure("chief", made, person="ada", month="1922-09") == [0.0, 1.0]
    assert measure("leads", made, person="bela", month="1922-04", by="conduct") == [1.0, 1.0]
    assert measure("leads", made, person="ada", month="1922-04", by="power") == [0.0, 0.0]
