"""The text of a month fits the terminal and says what matters."""

import pytest

from apparat.constitution import Constitution, describe
from apparat.ground.dates import Month
from tests.constitution.conftest import EVERY_MONTH


@pytest.mark.parametrize("month", EVERY_MONTH[::24], ids=str)
def test_no_line_is_wider_than_80_columns(soviet: Constitution, month: Month) -> None:
    lines = describe(soviet, month).splitlines()
    assert len(lines) > 60
    assert max(map(len, lines)) <= 80


def test_it_names_every_body_and_office_in_force(soviet: Constitution) -> None:
    month = Month.of(1924, 4)
    now, text = soviet.at(month), " ".join(describe(soviet, month).split())
    names = [body.name for body in now.bodies.values() if body.kind != "base"]
    assert [name for name in (*names, *(o.name for o in now.offices.values())) if name not in text] == []


def test_it_says_whether_power_flows_in_a_circle(soviet: Constitution) -> None:
    early, late = (" ".join(describe(soviet, Month.of(year, 5)).split()) for year in (1920, 1924))
    assert "none: nobody chooses those who choose him" in early
    assert "Secretariat -> (appoints) Regional secretaries -> (prepares the list for) Party Congress" in late


def test_it_says_where_the_sources_disagree(soviet: Constitution) -> None:
    assert "Since when was there a General Secretary? 1922 (others: 1921)" in describe(
        soviet, Month.of(1924, 4)
    )
