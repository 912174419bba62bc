"""Seats and posts, and who holds them, month by month."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.experiments.standing.spells import Spells
from apparat.results.standing import Posted, Seated
from apparat.world import codes

_SHOWN = tuple(
    kind
    for kind in range(codes.BODY_KINDS)
    if kind not in (codes.JOINT, codes.CONFERENCE, codes.CONGRESS)  # they have no seats of their own
)
_CANDIDATES = "-candidates"


class Seats:
    """Holders of seats and posts, told month by month."""

    def __init__(self, engine: Engine) -> None:
        self._directory = engine.directory
        self._posts_of = engine.compiled.template["posts"][0]
        self._classes = {row: name for name, row in engine.compiled.places.classes.items()}
        self._leading = {*engine.compiled.places.offices.values(), *self._posts_of["boss"].tolist()}
        self._seats: Spells[tuple[int, int]] = Spells()
        self._posts: Spells[tuple[int, int]] = Spells()

    def look(self, world: NDArray[np.void]) -> None:
        """The state at the end of the next month."""
        self._seats.tell((kind, key) for kind in _SHOWN for key in members(world, kind))
        posts = world["posts"][0][: int(world["n"]["posts"][0])]
        held = np.flatnonzero(posts["holder"] >= 0)
        keys = world["people"][0]["key"][posts["holder"][held]]
        self._posts.tell(zip(held.tolist(), keys.tolist(), strict=True))

    def keys(self) -> set[int]:
        """Everybody who ever had a seat, an office, or posts under him."""
        seated = {key for (_, key), _, _ in self._seats}
        return seated | {key for (post, key), _, _ in self._posts if post in self._leading}

    def seated(self) -> Iterator[Seated]:
        """Spells in bodies."""
        for (kind, key), since, until in self._seats:
            name = codes.BODY_IDS[kind]
            body = name.removesuffix(_CANDIDATES)
            yield Seated(body=body, full=name == body, key=key, since=since, until=until)

    def posted(self, of: Collection[int]) -> Iterator[Posted]:
        """Spells in posts, of some persons."""
        for (post, key), since, until in self._posts:
            if key in of:
                place = self._classes[int(self._posts_of[post]["kind"])].removeprefix("office/")
                said = self._directory.post(post)
                yield Posted(key=key, post=said, place=place, since=since, until=until)


def members(world: NDArray[np.void], kind: int) -> list[int]:
    """Keys of a body's members, in order."""
    body = world["bodies"][0][kind]
    rows = world["seats"][0]["person"][body["first"] : body["first"] + body["size"]]
    return [int(key) for key in world["people"][0]["key"][rows]]
