"""What must hold of a constitution before it is used: each rule finds its own faults."""

from collections.abc import Callable, Iterator

from apparat.constitution.check_dates import dates
from apparat.constitution.check_names import names_exist
from apparat.constitution.check_seats import body_elects_itself, posts_add_up, seats_are_filled
from apparat.constitution.check_sources import sources_are_known
from apparat.constitution.constitution import Constitution
from apparat.ground.errors import Problem

CHECKS: tuple[Callable[[Constitution], Iterator[Problem]], ...] = (
    names_exist,
    dates,
    body_elects_itself,
    sources_are_known,
)
"""Checks of what is written."""

LATER: tuple[Callable[[Constitution], Iterator[Problem]], ...] = (seats_are_filled, posts_add_up)
"""Checks of every month, which make sense only when the names and dates are in order."""


def check(constitution: Constitution) -> list[Problem]:
    """Everything wrong with a constitution; `path` says where (`edges[3]`, `bodies.politburo`)."""
    problems = [problem for rule in CHECKS for problem in rule(constitution)]
    if not problems:
        problems = [problem for rule in LATER for problem in rule(constitution)]
    return problems
