import math

import numpy as np
import pytest

from apparat.targets.runs import Runs
from apparat.targets.statistic import known
from apparat.world import codes
from tests.targets.tables import NAMES, tables

SEAT, CHIEF = codes.NOBODY, 0
START = NAMES.start.number


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


def test_a_seat_is_won_in_the_first_month_in_which_a_person_sits_for_himself_not_in_an_office() -> None:
    made = tables(tenures=[(100, 3, SEAT, 4, 6), (100, 3, SEAT, 1, 2), (101, 3, CHIEF, 0, 6)])
    assert measure("seat-won", made, person="bela") == [START + 1, math.inf]


def test_an_office_is_left_at_the_end_of_a_spell_unless_the_run_ends_first() -> None:
    made = tables(tenures=[(100, 3, CHIEF, 0, 4), (100, 3, CHIEF, 5, 6), (101, 3, CHIEF, 0, 6)])
    assert measure("office-left", made, office="general-secretary", person="bela") == [START + 4, math.inf]
    held = [
        measure("office-held", made, office="general-secretary", person="bela", month=month)
        for month in ("1922-07", "1922-08", "1922-09")
    ]
    assert held == [[1.0, 1.0], [0.0, 1.0], [1.0, 1.0]]


def test_expulsions_are_dated_and_nobody_else_is_expelled() -> None:
    made = tables(expulsions=[(101, 3, 12)])
    assert measure("expelled", made, person="cora") == [math.inf, START + 3]
    assert measure("expelled", made, person="ada") == [math.inf, math.inf]


def test_newcomers_and_leavers_are_shares_of_different_benches() -> None:
    made = tables(
        tenures=[
            (100, 7, SEAT, 0, 6),
            (100, 3, SEAT, 0, 2),
            (100, 12, SEAT, 3, 6),
            (100, 5, SEAT, 3, 6),
            (101, 7, SEAT, 0, 6),
        ]
    )
    months = {"since": "1922-04", "until": "1922-09"}
    assert measure("top-body-new", made, **months) == [pytest.approx(2 / 3), 0.0]
    assert measure("top-body-left", made, **months) == [0.5, 0.0]
    assert measure("top-body-size", made, month="1922-09") == [3.0, 1.0]


def test_a_run_without_a_bench_has_no_share_of_newcomers() -> None:
    made = tables(tenures=[(100, 7, SEAT, 0, 6)])
    assert np.isnan(measure("top-body-new", made, since="1922-04", until="1922-09")[1])


def test_what_is_left_of_the_police_is_told_against_an_earlier_month() -> None:
    months = (0.4, 0.4, 0.2, 0.1, 0.0, 0.8)
    made = tables()
    made["police"] = {
        "run": np.repeat([100, 101], 6),
        "month": np.tile(range(6), 2),
        "influence": np.array([*months, *[0.0] * 6]),
    }
    kept = [
        measure("police-influence-kept", made, since="1922-04", until=until)
        for until in ("1922-06", "1922-09")
    ]
    assert [each[0] for each in kept] == [0.5, 2.0]
    assert all(np.isnan(each[1]) for each in kept)
    unseen = measure("police-influence-kept", tables(), since="1922-04", until="1922-09")
    assert np.isnan(unseen).all()
