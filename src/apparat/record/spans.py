"""Dates of unequal precision: `1924`, `1924-05` and `1924-05-23` are all dates here.

They stay text, as the record has them; a coarse date stands for its whole year or month.
"""

import re
from datetime import date

from apparat.ground.errors import UsageError

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_EARLIEST, _LATEST = "-01-01", "-12-31"


def is_date(text: str) -> bool:
    """Whether the text is a year, a month or a day of the calendar."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def check_date(text: str, option: str) -> str:
    """The date given with a command-line option. Raises UsageError when it is none."""
    if not is_date(text):
        raise UsageError(f"{option} {text}: not a date. Write YYYY, YYYY-MM or YYYY-MM-DD, e.g. 1924-05.")
    return text


def overlaps(start: str, end: str, since: str | None, until: str | None) -> bool:
    """Whether the span start..end touches since..until, both ends included.

    An empty `end` is the start itself; a span without a start touches nothing once a bound is given.
    """
    if since is None and until is None:
        return True
    first, last = start or end, end or start
    if not first:
        return False
    begins_in_time = until is None or _day(first, _EARLIEST) <= _day(until, _LATEST)
    ends_in_time = since is None or _day(last, _LATEST) >= _day(since, _EARLIEST)
    return begins_in_time and ends_in_time


def _day(text: str, fill: str) -> str:
    return text + fill[len(text) - 4 :]
