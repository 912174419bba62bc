"""The same world with its persons and figures in other rows of memory."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

POINTERS = {
    "people": (("people", "patron"), ("figures", "person"), ("posts", "holder"), ("seats", "person")),
    "figures": (
        ("people", "figure"),
        ("people", "root"),
        ("documents", "author"),
        ("signals", "figure"),
        ("probes", "mover"),
        ("probes", "target"),
        ("appeals", "mover"),
        ("appeals", "target"),
        ("statutes", "author"),
    ),
}


def relabelled(world: NDArray[np.void], people: Sequence[int], figures: Sequence[int]) -> NDArray[np.void]:
    """Person k moved to row `people[k]`, figure k to row `figures[k]`; the rest stay, all pointers follow."""
    moved = world.copy()
    places = {
        table: _places(world, table, order) for table, order in (("people", people), ("figures", figures))
    }
    for table, place in places.items():
        moved[table][0][place] = world[table][0]
    for table, place in places.items():
        for holder, column in POINTERS[table]:
            old = moved[holder][column]
            moved[holder][column] = np.where(old >= 0, place[old], old)
    place = places["figures"]
    for square in ("relations", "perceived"):
        moved[square][0][np.ix_(place, place)] = world[square][0]
    for by_figure in ("effects", "knows", "camps"):
        moved[by_figure][0][:, place] = world[by_figure][0]
    return moved


def _places(world: NDArray[np.void], table: str, order: Sequence[int]) -> NDArray[np.int64]:
    place = np.arange(len(world[table][0]))
    place[: len(order)] = order
    return place
