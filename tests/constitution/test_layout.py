"""The picture's boxes stand apart, and no arrow runs through a box that is not its own."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.constitution import Constitution
from apparat.constitution.layout import BOXES, HEIGHT, POSTS, WIDTH, Box, Route, route
from apparat.constitution.picture import arrows
from apparat.ground.dates import Month
from tests.constitution.conftest import TURNS

Point = tuple[float, float]


def overlap(one: Box, other: Box, gap: float = 0.05) -> bool:
    """Whether two boxes come nearer than a gap."""
    across = (one.width + other.width) / 2 + gap
    along = (one.height + other.height) / 2 + gap
    return abs(one.x - other.x) < across and abs(one.y - other.y) < along


def crosses(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight piece of an arrow runs through the inside of a box."""
    left, right = sorted((start[0], end[0]))
    low, high = sorted((start[1], end[1]))
    inside_x = right > box.x - box.width / 2 + 0.01 and left < box.x + box.width / 2 - 0.01
    return inside_x and high > box.y - box.height / 2 + 0.01 and low < box.y + box.height / 2 - 0.01


def test_boxes_of_one_month_stand_apart_and_on_the_sheet(soviet: Constitution) -> None:
    near = [pair for pair in combinations(BOXES, 2) if overlap(BOXES[pair[0]], BOXES[pair[1]])]
    moments = [soviet.at(month) for month in soviet.turning_points()]
    assert [(one, other) for one, other in near if any(one in now and other in now for now in moments)] == []
    assert all(box.x - box.width / 2 > 0 and box.x + box.width / 2 < WIDTH for box in BOXES.values())
    assert all(box.y - box.height / 2 > 0.2 and box.y + box.height / 2 < HEIGHT for box in BOXES.values())


def test_every_shipped_body_has_a_place(soviet: Constitution) -> None:
    assert set(soviet.bodies) == set(BOXES) - {POSTS, "regional-secretaries"}


@pytest.mark.parametrize("month", TURNS[::2], ids=str)
def test_no_arrow_runs_through_a_box(soviet: Constitution, month: Month) -> None:
    now = soviet.at(month)
    present = [name for name in BOXES if name in now or name == POSTS]
    struck = [
        (each.who, each.power, each.whom, name)
        for each in arrows(soviet, month)
        for start, end in pairwise(
            route(each.who, each.power, each.whom).points(BOXES[each.who], BOXES[each.whom])
        )
        for name in present
        if crosses(start, end, BOXES[name])
    ]
    assert struck == []


SIDES = st.sampled_from(["left", "right", "top", "bottom"])


@given(out=SIDES, into=SIDES, lane=st.one_of(st.none(), st.floats(0, 10)))
def test_an_arrow_turns_only_at_right_angles_and_joins_both_boxes(
    out: str, into: str, lane: float | None
) -> None:
    who, whom = Box(1, 1), Box(8, 6)
    laid = Route(out, into, lane=lane)  # type: ignore[arg-type]
    points = laid.points(who, whom)
    assert points[0] == who.port(laid.out, 0)
    assert points[-1] == whom.port(laid.into, 0)
    assert all(abs(a[0] - b[0]) < 1e-9 or abs(a[1] - b[1]) < 1e-9 for a, b in pairwise(points))
