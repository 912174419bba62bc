"""How many places each power filled, month by month: seats by election, posts by appointment."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.experiments.standing.seats import members
from apparat.results.standing import Filled
from apparat.world import codes

_ELECTED = (
    codes.TOP,
    codes.TOP_CANDIDATES,
    codes.COMMITTEE,
    codes.COMMITTEE_CANDIDATES,
    codes.CONTROL,
    codes.BUREAU,
    codes.SECRETARIAT,
)


class Power(NamedTuple):
    """Who fills what; ids of the constitution."""

    who: str | None
    does: Literal["elects", "appoints"]
    whom: str
    on_the_spot: bool = False


class Places:
    """Places filled, by power and month."""

    def __init__(self, engine: Engine) -> None:
        self._law, places = engine.compiled.constitution, engine.compiled.places
        self._months = engine.compiled.scenario.months
        self._classes = {row: name for name, row in places.classes.items()}
        self._offices = {row: name for name, row in places.offices.items()}
        self._organs = {row: name for name, row in places.organs.items()}
        self._posts = engine.compiled.template["posts"][0]
        self._electors = {
            edge.whom: edge.who
            for edge in self._law.edges
            if edge.does == "elects" and edge.standing == "theory"
        }
        self._count: dict[Power, NDArray[np.int64]] = defaultdict(lambda: np.zeros(self._months, np.int64))
        self._opening: dict[int, set[int]] = {}

    def opening(self, world: NDArray[np.void]) -> None:
        """The state before the first month: who sits already was elected by nobody in this run."""
        self._opening = {kind: set(members(world, kind)) for kind in _ELECTED}

    def look(self, world: NDArray[np.void], month: int) -> None:
        """Seats filled in a month, by the state at its end."""
        for kind in _ELECTED:
            body = world["bodies"][0][kind]
            seats = world["seats"][0][body["first"] : body["first"] + body["size"]]
            keys = world["people"][0]["key"][seats["person"]]
            new = {int(key) for key in keys[seats["since"] == month]}
            if month == 0:
                new -= self._opening[kind]
            whom = codes.BODY_IDS[kind].removesuffix("-candidates")
            self._count[Power(self._electors.get(whom), "elects", whom)][month] += len(new)

    def read(self, events: NDArray[np.void]) -> None:
        """Posts filled, by the journal."""
        for event in events[np.isin(events["kind"], (codes.E_APPOINTMENT, codes.E_ELECTED))]:
            if event["post"] >= 0:
                self._count[self._power(event)][int(event["month"])] += 1

    def _power(self, event: np.void) -> Power:
        """Whose say a filling was: the committee's vote, an authority's look, or the superior's word."""
        post = self._posts[event["post"]]
        whom = self._classes[int(post["kind"])].removeprefix("office/")
        if event["kind"] == codes.E_ELECTED:
            return Power(codes.BODY_IDS[event["body"]], "elects", whom)
        if event["carried"]:
            return Power(self._law.organs[self._organs[int(post["organ"])]].body, "appoints", whom)
        if event["actor"] and post["boss"] >= 0:
            return Power(self._room(int(post["boss"])), "appoints", whom, on_the_spot=True)
        elector = self._electors.get(whom)
        return Power(elector, "appoints" if elector is None else "elects", whom)

    def _room(self, post: int) -> str:
        """The body of an office, or the class of a post."""
        if post in self._offices:
            return self._law.offices[self._offices[post]].body
        return self._classes[int(self._posts[post]["kind"])]

    def filled(self) -> Iterator[Filled]:
        """Every power that filled a place."""
        for power, places in sorted(self._count.items(), key=lambda item: str(item[0])):
            if places.any():
                yield Filled(**power._asdict(), places=tuple(places.tolist()))
