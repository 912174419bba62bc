"""Where each institution stands in the picture, and the way of each arrow: laid out by hand.

Coordinates are in units of the drawing, 16.8 wide and 10.2 high. The soviet chain is the left column,
the arms of the state stand beside it; the party's chain is the third column, its offices the last. What
comes after an institution stands in its place.
"""

from dataclasses import dataclass
from typing import Literal

Side = Literal["left", "right", "top", "bottom"]

WIDTH, HEIGHT = 16.8, 10.2
DIVIDE = 7.3
"""Where the state's half of the picture ends and the party's begins."""


@dataclass(frozen=True)
class Box:
    """Centre and size of an institution's box."""

    x: float
    y: float
    width: float = 2.5
    height: float = 0.74

    def port(self, side: Side, shift: float) -> tuple[float, float]:
        """A point on a side, `shift` away from its middle, to the right or upwards."""
        if side in ("left", "right"):
            sign = 1 if side == "right" else -1
            return (self.x + sign * self.width / 2, self.y + shift)
        sign = 1 if side == "top" else -1
        return (self.x + shift, self.y + sign * self.height / 2)


@dataclass(frozen=True)
class Route:
    """An arrow's way: out of one side, along a `lane` (x between sides, y between top and bottom), in."""

    out: Side
    into: Side
    out_shift: float = 0.0
    into_shift: float = 0.0
    lane: float | None = None

    def points(self, who: Box, whom: Box) -> list[tuple[float, float]]:
        """Corners of the arrow, right-angled, from the one box to the other."""
        start, end = who.port(self.out, self.out_shift), whom.port(self.into, self.into_shift)
        level_out, level_in = self.out in ("left", "right"), self.into in ("left", "right")
        if level_out and level_in:
            x = end[0] if self.lane is None else self.lane
            corners = [(x, start[1]), (x, end[1])]
        elif level_out:
            corners = [(end[0], start[1])]
        elif level_in:
            corners = [(start[0], end[1])]
        else:
            y = end[1] if self.lane is None else self.lane
            corners = [(start[0], y), (end[0], y)]
        path = [start]
        for point in (*corners, end):
            if abs(point[0] - path[-1][0]) + abs(point[1] - path[-1][1]) > 1e-9:
                path.append(point)
        return path


POSTS = "listed-posts"
"""The box that stands for all posts filled by the party's own offices."""

_ARM = {"width": 2.9, "height": 0.74}
_SMALL = {"width": 1.9, "height": 0.46}

FOLLOWS: dict[str, str] = {
    "supreme-soviet": "congress-of-soviets",
    "supreme-presidium": "cec",
    "defence-committee": "sto",
    "ministers-presidium": "sto",
    "industrial-ministries": "vsnkh",
    "economic-councils": "vsnkh",
    "interior-ministry": "constituent-assembly",
    "party-control": "control-commission",
    "presidium-bureau": "orgburo",
    "rsfsr-bureau": "orgburo",
    "agriculture-bureau": "joint-plenum",
    "industry-bureau": "comintern-executive",
}
"""Institutions that stand where another stood before them."""

_PLACES: dict[str, Box] = {
    "voters": Box(2.2, 0.9),
    "local-soviets": Box(2.2, 2.6),
    "constituent-assembly": Box(5.6, 3.25, 2.9, 0.62),
    "union-members": Box(5.6, 0.9, 2.9, 0.62),
    "unions-council": Box(5.6, 1.84, 2.9, 0.74),
    "congress-of-soviets": Box(2.2, 4.6),
    "cec": Box(2.2, 6.6),
    "sovnarkom": Box(2.2, 9.0),
    "sto": Box(5.6, 7.9, **_ARM),
    "political-police": Box(5.6, 6.98, **_ARM),
    "war-council": Box(5.6, 6.06, **_ARM),
    "vsnkh": Box(5.6, 5.14, **_ARM),
    "rabkrin": Box(5.6, 4.22, **_ARM),
    "regional-committees": Box(9.0, 3.75, 2.3, 0.62),
    "party-conference": Box(9.0, 4.9, 2.3, 0.62),
    "control-commission": Box(9.0, 6.8, 2.3, 0.74),
    "joint-plenum": Box(9.0, 7.9, 2.3, 0.62),
    "party-members": Box(11.7, 0.9),
    "local-branches": Box(11.7, 2.6),
    "party-congress": Box(11.7, 4.9),
    "central-committee": Box(11.7, 6.8),
    "politburo": Box(11.7, 9.0),
    "secretariat": Box(14.75, 9.0),
    "orgburo": Box(14.95, 7.9, 1.9, 0.62),
    "comintern-executive": Box(14.95, 7.05, **_SMALL),
    "pravda-board": Box(14.95, 6.4, **_SMALL),
    "lenin-institute": Box(14.95, 5.75, **_SMALL),
    "regional-secretaries": Box(14.75, 3.75, 2.3),
    POSTS: Box(14.75, 1.95, 2.3, 0.62),
}
BOXES: dict[str, Box] = {**_PLACES, **{later: _PLACES[earlier] for later, earlier in FOLLOWS.items()}}

_UP = Route("top", "bottom")
_TRUNK = {"out_shift": -0.24, "lane": 4.02}

ROUTES: dict[tuple[str, str, str], Route] = {
    ("voters", "elects", "constituent-assembly"): Route("right", "left", lane=3.8),
    ("voters", "elects", "congress-of-soviets"): Route("left", "left", lane=0.7),
    ("congress-of-soviets", "appoints", "sovnarkom"): Route("left", "left", 0.1, -0.2, lane=0.7),
    ("congress-of-soviets", "supervises", "sovnarkom"): Route("left", "left", 0.2, -0.1, lane=0.58),
    ("congress-of-soviets", "elects", "sovnarkom"): Route("left", "left", 0.1, -0.2, lane=0.7),
    ("cec", "elects", "sovnarkom"): _UP,
    ("cec", "supervises", "sovnarkom"): Route("top", "bottom", 0.5, 0.5),
    ("sovnarkom", "commands", "local-soviets"): Route("left", "left", 0.05, 0.0, lane=0.45),
    ("sovnarkom", "appoints", "sto"): Route("right", "left", **_TRUNK),
    ("sovnarkom", "appoints", "political-police"): Route("right", "left", **_TRUNK),
    ("sovnarkom", "appoints", "war-council"): Route("right", "left", **_TRUNK),
    ("sovnarkom", "appoints", "vsnkh"): Route("right", "left", **_TRUNK),
    ("sovnarkom", "appoints", "constituent-assembly"): Route("right", "left", **_TRUNK),
    ("sovnarkom", "appoints", "rabkrin"): Route("right", "left", -0.24, 0.1, lane=4.02),
    ("rabkrin", "supervises", "sovnarkom"): Route("left", "right", -0.14, -0.31, lane=3.72),
    ("political-police", "supervises", "local-soviets"): Route("left", "right", -0.15, 0.2, lane=3.87),
    ("control-commission", "supervises", "rabkrin"): Route("left", "right", 0.12, 0.0, lane=7.36),
    ("control-commission", "supervises", "local-branches"): Route("left", "left", -0.12, -0.2, lane=7.64),
    ("politburo", "commands", "sovnarkom"): Route("left", "right", 0.02, 0.02),
    ("politburo", "prepares-slate", "sovnarkom"): Route("left", "right", 0.22, 0.22),
    ("politburo", "commands", "political-police"): Route("left", "right", -0.2, 0.0, lane=7.56),
    ("politburo", "commands", "war-council"): Route("left", "right", -0.2, 0.0, lane=7.56),
    ("politburo", "commands", "secretariat"): Route("right", "left", -0.02, -0.02),
    ("politburo", "sets-agenda", "party-congress"): Route("right", "right", -0.22, 0.27, lane=13.12),
    ("secretariat", "sets-agenda", "politburo"): Route("left", "right", 0.2, 0.2),
    ("secretariat", "sets-agenda", "central-committee"): Route("bottom", "right", -0.95, 0.26),
    ("secretariat", "appoints", "regional-secretaries"): Route("right", "right", 0.1, 0.0, lane=16.45),
    ("secretariat", "appoints", POSTS): Route("right", "right", 0.1, 0.0, lane=16.45),
    ("secretariat", "prepares-slate", "party-congress"): Route("right", "right", -0.14, 0.08, lane=16.2),
    ("regional-secretaries", "prepares-slate", "party-congress"): Route("top", "right", -0.5, -0.14),
    ("regional-secretaries", "commands", "local-branches"): Route("bottom", "right", -0.5, 0.0),
    ("regional-committees", "elects", "regional-secretaries"): Route("right", "left"),
    ("local-branches", "elects", "regional-committees"): Route("left", "bottom", 0.18, 0.0),
    ("local-branches", "commands", "local-soviets"): Route("left", "right", -0.02, -0.02),
    ("party-congress", "elects", "control-commission"): Route("top", "bottom", -0.7, 0.0, lane=5.85),
    ("party-conference", "elects", "control-commission"): _UP,
    ("control-commission", "sits-in", "joint-plenum"): _UP,
    ("central-committee", "sits-in", "joint-plenum"): Route("top", "right", -0.8, 0.0),
    ("central-committee", "elects", "orgburo"): Route("right", "left", 0.08, 0.0, lane=13.3),
    ("central-committee", "elects", "secretariat"): Route("right", "left", 0.08, -0.22, lane=13.3),
    ("central-committee", "appoints", "comintern-executive"): Route("right", "left", -0.12, lane=13.5),
    ("central-committee", "appoints", "pravda-board"): Route("right", "left", -0.12, lane=13.5),
    ("central-committee", "appoints", "lenin-institute"): Route("right", "left", -0.12, lane=13.5),
}


def route(who: str, power: str, whom: str) -> Route:
    """The way laid out for an arrow; upwards, downwards or across for one nobody has laid out."""
    laid = ROUTES.get((FOLLOWS.get(who, who), power, FOLLOWS.get(whom, whom)))
    if laid is not None:
        return laid
    dy, dx = BOXES[whom].y - BOXES[who].y, BOXES[whom].x - BOXES[who].x
    if abs(dy) > 0.8:
        return Route("top", "bottom") if dy > 0 else Route("bottom", "top")
    return Route("right", "left") if dx > 0 else Route("left", "right")
