"""The levels of state and party: who makes each up, what it stands for, and how its preferences are shifted.

A level is read off the world as it is: holders of posts, members of bodies, a region's members. The people
have no opinions in the model, only unrest; the two congresses have no persons, only delegates who speak for
those who send them. What a level lacks is said in `LEVELS`, and no number is made up for it.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from apparat.constitution.constitution import Constitution
from apparat.results.flows import LevelRow
from apparat.scenario.compile import Compiled
from apparat.world import codes

Array = NDArray[np.void]
Chain = Literal["state", "party"]

(
    PEOPLE,
    SOVIETS,
    SOVIET_CONGRESS,
    SOVNARKOM,
    MEMBERS,
    SECRETARIES,
    CONGRESS,
    COMMITTEE,
    TOP,
    CHIEF,
) = range(10)


@dataclass(frozen=True)
class Level:
    """A level as it is told, and its place in the order from below to above."""

    name: str
    title: str
    """Where the constitution has no body or office of the level's name."""
    chain: Chain
    height: int
    shifted: str
    """How its preferences are shifted; empty if the model has nothing to shift."""
    votes: str
    """Whose votes on the question count; empty if nobody has any."""


_IDEALS, _STATED = "ideal points", "ideal points and stated positions"
_EACH = ", each by himself"


LEVELS = (
    Level("people", "People", "state", 0, "unrest as felt, which turns against the economic line", ""),
    Level(
        "soviets",
        "Soviets",
        "state",
        1,
        f"{_IDEALS} of their chairmen and boards",
        f"chairmen, boards{_EACH}",
    ),
    Level(
        "congress-of-soviets",
        "Congress of Soviets",
        "state",
        3,
        "",
        "delegates by region, as their soviets vote, through stages of indirect election",
    ),
    Level("sovnarkom", "Sovnarkom", "state", 5, f"{_STATED} of its members", f"its members{_EACH}"),
    Level("members", "Party members", "party", 1, "moods of all regions", "all members in their cells"),
    Level(
        "secretaries",
        "Local secretaries",
        "party",
        2,
        f"{_IDEALS} of the regional secretaries",
        f"the regional secretaries{_EACH}",
    ),
    Level(
        "congress",
        "Party Congress",
        "party",
        3,
        "moods of delegates, in the months of an assembly alone",
        "delegates, by region, stages and approved list",
    ),
    Level("central-committee", "Central Committee", "party", 4, f"{_STATED} of its members", "a vote of it"),
    Level("politburo", "Politburo", "party", 5, f"{_STATED} of its members", "a vote of it"),
    Level("general-secretary", "General Secretary", "party", 6, f"{_STATED}", "his own vote"),
)
"""From below to above by `height`; of equal height neither is above the other [assumed]."""

_BODIES = {COMMITTEE: codes.COMMITTEE, TOP: codes.TOP}
RANK = (CHIEF, TOP, SOVNARKOM, COMMITTEE, SECRETARIES, SOVIETS)
"""Levels made up of persons; a person who stands at several of them is shifted with the first alone."""
_SOVIETS = ("regional-soviet-chairs", "regional-soviet-boards", "county-soviet-chairs")
_SUPREME_SOVIET = "supreme-soviet"
"""What stands in the place of the Congress of Soviets from 1936 on: nobody in the model elects it."""
UNREST, DISTRESS = 0.3, codes.ECONOMY
"""Line beyond which distress pulls members the other way, as in `doctrine`; the axis on which it does."""


class Levels:
    """The levels of one compiled scenario."""

    def __init__(self, compiled: Compiled) -> None:
        places, law = compiled.places, compiled.constitution
        kinds = compiled.template["posts"][0]["kind"][: places.count]
        soviets = [places.classes[name] for name in _SOVIETS if name in places.classes]
        self.soviets = np.flatnonzero(np.isin(kinds, soviets))
        """Posts of soviets."""
        cabinet = codes.BODY_IDS[codes.CABINET]
        self.cabinet = np.array(
            [row for name, row in places.offices.items() if law.offices[name].body == cabinet], np.intp
        )
        """Offices of the government."""
        self.delegates = LEVELS[SOVIET_CONGRESS].name in law.bodies
        """Whether soviets send delegates to a congress of theirs."""
        self.rows = tuple(self._row(place, law) for place in range(len(LEVELS)))
        """The levels as the scenario's constitution names and has them."""

    def _row(self, place: int, law: Constitution) -> LevelRow:
        level = LEVELS[place]
        votes = level.votes if place != SOVIET_CONGRESS or self.delegates else ""
        return LevelRow(
            level=level.name,
            title=_title(place, law),
            chain=level.chain,
            height=level.height,
            shifted=level.shifted or None,
            votes=votes or None,
            stands=place in RANK or place == MEMBERS,
        )

    def persons(self, world: Array, level: int) -> NDArray[np.intp]:
        """Rows of the persons who make up a level; none where it has none."""
        holders = _table(world, "posts")["holder"]
        if level in _BODIES:
            body = _table(world, "bodies")[_BODIES[level]]
            found = _table(world, "seats")["person"][body["first"] : body["first"] + body["size"]]
        elif level == SECRETARIES:
            found = holders[_regions(world)["secretary"]]
        elif level == SOVIETS:
            found = holders[self.soviets]
        elif level == SOVNARKOM:
            found = np.unique(holders[self.cabinet])
        elif level == CHIEF:
            found = holders[[world["rules"]["chief"][0]]]
        else:
            found = holders[:0]
        return np.asarray(found[found >= 0], np.intp)

    def own(self, world: Array, level: int) -> NDArray[np.intp]:
        """Rows of those who are shifted with a level: all but those who stand higher as well."""
        above: set[int] = set()
        for other in RANK[: RANK.index(level)] if level in RANK else ():
            above.update(self.persons(world, other).tolist())
        return np.array([row for row in self.persons(world, level) if row not in above], np.intp)

    def wish(self, world: Array, level: int, axis: int) -> float:
        """Mean of what a level wants: ideal points, members' moods, or unrest. NaN if nobody."""
        if level == PEOPLE:
            return float(world["line"]["unrest"][0])
        if level in (MEMBERS, CONGRESS):
            regions = _regions(world)
            return float(np.average(regions["mood"][:, axis], weights=regions["members"].sum(axis=1)))
        return _mean(_table(world, "people")["ideal"][self.own(world, level), axis])

    def shift(self, world: Array, level: int, axis: int, amount: float) -> None:
        """Shift what a level wants and says, in place, within the bounds of positions."""
        if level == PEOPLE:
            world["line"]["unrest"] = np.clip(world["line"]["unrest"] + amount, 0.0, 1.0)
        elif level in (MEMBERS, CONGRESS):
            _move(_regions(world)["mood"], slice(None), axis, amount)
        else:
            rows = self.own(world, level)
            people = _table(world, "people")
            _move(people["ideal"], rows, axis, amount)
            figures = people["figure"][rows]
            _move(_table(world, "figures")["stated"], figures[figures >= 0], axis, amount)

    def stand(self, world: Array, level: int, axis: int, shifted: frozenset[int]) -> float:
        """Mean of what a level stands for: stated positions, ideal points of officials, or members' moods.

        `shifted` are keys of persons to be left out. NaN if nobody is left, or the level has no persons.
        """
        if level == MEMBERS:
            return self.wish(world, level, axis)
        if level not in RANK:
            return float("nan")
        people = _table(world, "people")
        rows = self.persons(world, level)
        rows = rows[[key not in shifted for key in people["key"][rows].tolist()]]
        figures = people["figure"][rows]
        said = _table(world, "figures")["stated"][figures, axis]
        return _mean(np.where(figures >= 0, said, people["ideal"][rows, axis]))

    def keys(self, world: Array, rows: NDArray[np.intp]) -> frozenset[int]:
        """Keys of persons."""
        return frozenset(_table(world, "people")["key"][rows].tolist())


def distress(world: Array) -> float:
    """The way in which distress pulls members on the economy: 1 or -1, as in `doctrine`."""
    return -1.0 if world["line"]["line"][0, DISTRESS] > UNREST else 1.0


def _title(place: int, law: Constitution) -> str:
    """What the constitution calls a level at the opening."""
    level = LEVELS[place]
    if place == SOVIET_CONGRESS and level.name not in law.bodies and _SUPREME_SOVIET in law.bodies:
        return law.bodies[_SUPREME_SOVIET].name
    if level.name in law.bodies:
        return law.bodies[level.name].name
    return law.offices[level.name].name if level.name in law.offices else level.title


def _table(world: Array, name: str) -> Any:
    return world[name][0]


def _regions(world: Array) -> Any:
    return _table(world, "regions")[: int(world["n"]["regions"][0])]


def _move(positions: Any, rows: Any, axis: int, amount: float) -> None:
    positions[rows, axis] = np.clip(positions[rows, axis] + amount, -1.0, 1.0)


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if len(values) else float("nan")
