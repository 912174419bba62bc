"""Seats and posts: each is filled by somebody, by nobody himself, and the listed posts add up."""

from collections.abc import Iterator

from apparat.constitution.constitution import Constitution
from apparat.constitution.model import FILLING
from apparat.ground.dates import Month
from apparat.ground.errors import Problem

_SIZE = "nomenklatura-size"


def body_elects_itself(constitution: Constitution) -> Iterator[Problem]:
    """Edges by which a body puts its own members in their seats."""
    for k, edge in enumerate(constitution.edges):
        if edge.who == edge.whom and edge.does in FILLING:
            yield Problem(f"'{edge.who}' {edge.does} itself: somebody else must", path=f"edges[{k}]")


def seats_are_filled(constitution: Constitution) -> Iterator[Problem]:
    """Bodies, offices and post classes that nobody fills in some month, and in which month first."""
    told: set[str] = set()
    for month in constitution.turning_points():
        for path in _unfilled(constitution.at(month)):
            if path not in told:
                told.add(path)
                yield _nobody(path, month)


def _nobody(path: str, month: Month) -> Problem:
    node = path.partition(".")[2]
    return Problem(
        f"nobody fills '{node}' in {month}: add an edge 'elects' or 'appoints', with dates that cover it",
        path=path,
    )


def _unfilled(now: Constitution) -> Iterator[str]:
    filled = {edge.whom for edge in now.edges if edge.does in FILLING}
    for name, body in now.bodies.items():
        composed = body.composed_of and all(part in now.bodies for part in body.composed_of)
        if body.kind != "base" and not composed and name not in filled:
            yield f"bodies.{name}"
    yield from (f"offices.{name}" for name in now.offices if name not in filled)
    yield from (f"post-classes.{name}" for name in now.post_classes if name not in filled)


def posts_add_up(constitution: Constitution) -> Iterator[Problem]:
    """The classes of listed posts against the size of the lists, whenever that is in force."""
    for month in constitution.turning_points():
        now = constitution.at(month)
        rule = now.rule(_SIZE)
        if rule is not None and now.posts != rule.value:
            yield Problem(
                f"the post classes add up to {now.posts:,} posts in {month}, the rule '{_SIZE}' says "
                f"{rule.value:,}: change counts until they agree",
                path="post-classes",
            )
            return
