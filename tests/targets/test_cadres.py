import numpy as np
import pytest

from apparat.targets.runs import Runs
from apparat.targets.statistic import known
from tests.targets.tables import NAMES, tables


def measure(name: str, made, **arguments: object) -> list[float]:
    return known()[name].of(Runs(made, NAMES), arguments).tolist()


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("appointments", "appointments"),
        ("appointments-from-above", "attended"),
        ("secretaries-moved", "secretaries_moved"),
    ],
)
def test_counts_run_from_the_start_of_one_month_to_the_end_of_another(name: str, column: str) -> None:
    made = tables(**{column: [3, 5, 9, 14, 20, 27]})
    assert measure(name, made, since="1922-06", until="1922-08") == [15.0, 15.0]
    assert measure(name, made, since="1922-04", until="1922-05") == [5.0, 5.0]
    assert measure(name, made, since="1922-09", until="1922-09") == [7.0, 7.0]


def test_secretaries_are_shares_of_those_in_office() -> None:
    made = tables(
        secretaries=[80, 80, 80, 80, 80, 40],
        secretaries_remaining=[80, 70, 60, 50, 40, 10],
        secretaries_from_above=[0, 0, 0, 0, 20, 30],
    )
    assert measure("secretaries-replaced", made, month="1922-09") == [0.75, 0.75]
    assert measure("secretaries-from-above", made, month="1922-08") == [0.25, 0.25]


def test_members_are_counted_at_the_end_of_a_month_and_growth_is_a_multiple() -> None:
    made = tables(members=[400, 500, 600, 700, 800, 1000])
    assert measure("members", made, month="1922-05") == [500.0, 500.0]
    assert measure("membership-growth", made, since="1922-05", until="1922-09") == [2.0, 2.0]


def test_what_a_committee_drops_and_what_is_new_in_it_are_two_readings_of_one_renewal() -> None:
    made = tables(congresses=[(100, 12, 20, 15, 30), (101, 12, 20, 20, 20), (100, 13, 9, 0, 9)])
    assert measure("committee-dropped", made, congress=12) == [0.25, 0.0]
    assert measure("committee-new", made, congress=12) == [0.5, 0.0]
    assert measure("committee-size", made, congress=12) == [30.0, 20.0]


def test_a_congress_that_does_not_meet_is_not_measured() -> None:
    made = tables(congresses=[(100, 12, 20, 15, 30)])
    assert np.isnan(measure("committee-dropped", made, congress=12)[1])
