"""Dates of unequal precision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.ground.errors import UsageError
from apparat.record.spans import check_date, is_date, overlaps

DATES = (
    st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.dates().map(lambda day: str(day)[:4])
)


@pytest.mark.parametrize("text", ["1924", "1924-02", "1924-02-29"])
def test_years_months_and_days_are_dates(text):
    assert is_date(text)
    assert check_date(text, "--from") == text


@pytest.mark.parametrize("text", ["", "24", "1924-13", "1923-02-29", "1924-2", "May 1924", "1924-01-01x"])
def test_anything_else_is_not(text):
    assert not is_date(text)
    with pytest.raises(UsageError, match="YYYY-MM"):
        check_date(text, "--from")


@pytest.mark.parametrize(
    ("span", "bounds", "expected"),
    [
        (("1924-05-23", "1924-05-31"), ("1924", "1924"), True),
        (("1924", ""), ("1924-05", "1924-05"), True),
        (("1922-04-03", "1953-03-05"), ("1930", "1930"), True),
        (("1922-04-03", "1953-03-05"), ("1953-03-06", None), False),
        (("1924-05-23", ""), (None, "1924-05-22"), False),
        (("", "1927"), ("1927-12", None), True),
        (("", ""), ("1900", None), False),
        (("", ""), (None, None), True),
    ],
)
def test_overlap(span, bounds, expected):
    assert overlaps(*span, *bounds) is expected


@given(DATES)
def test_a_date_overlaps_itself(date):
    assert is_date(date)
    assert overlaps(date, date, date, date)


@given(DATES, DATES)
def test_overlap_does_not_depend_on_which_side_asks(one, other):
    assert overlaps(one, one, other, other) is overlaps(other, other, one, one)
