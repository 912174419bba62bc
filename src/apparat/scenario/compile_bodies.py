"""Bodies: who sits at the opening, and by which majority and ballot each decides."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from apparat.constitution import Constitution
from apparat.ground.errors import UsageError
from apparat.scenario.compile_posts import Places
from apparat.scenario.compile_rules import conduct
from apparat.scenario.schema import Scenario
from apparat.world import codes, state

BENCHES = (
    (codes.TOP, "politburo", "full"),
    (codes.TOP_CANDIDATES, "politburo", "candidate"),
    (codes.COMMITTEE, "central-committee", "full"),
    (codes.COMMITTEE_CANDIDATES, "central-committee", "candidate"),
    (codes.CONTROL, "control-commission", "full"),
    (codes.BUREAU, "orgburo", "full"),
    (codes.SECRETARIAT, "secretariat", "full"),
)
EXTRA = 4
"""Seats a body may gain beyond what the calendar foresees."""


def set_bodies(
    world: NDArray[np.void], scenario: Scenario, law: Constitution, persons: Sequence[str], places: Places
) -> None:
    """Seats, quotas, majorities and ballots of every body that the mechanisms know."""
    rows = {name: row for row, name in enumerate(persons)}
    first = 0
    for kind, name, part in BENCHES:
        bench = scenario.bodies.get(name)
        members = [rows[seat.person] for seat in getattr(bench, part)] if bench is not None else []
        size = getattr(bench.size, part) if bench is not None else 0
        capacity = max([size, *_later(world, scenario, kind)]) + EXTRA
        first = _seat(world, kind, first, capacity, size, members)
        world["bodies"][0][kind]["staffed"] = bench is not None and bench.unnamed == "synthetic"
    cabinet = _cabinet(world, law, places)
    first = _seat(world, codes.CABINET, first, len(cabinet) + EXTRA, len(cabinet), cabinet)
    _check_room(world, scenario, first)
    for kind in range(codes.BODY_KINDS):
        body = world["bodies"][0][kind]
        (body["numerator"], body["denominator"]), body["secret"], body["meets"], _ = conduct(law, kind)
    for row in world["seats"][0]["person"][: world["bodies"][0][codes.TOP]["size"]]:
        world["figures"][0][world["people"][0][row]["figure"]]["seated"] = 0


def _check_room(world: NDArray[np.void], scenario: Scenario, seats: int) -> None:
    largest = int(world["bodies"][0]["capacity"].max())
    for number, room, what in (
        (seats, state.SEATS, "seats in all bodies"),
        (largest, state.SCRATCH, "seats in one body"),
    ):
        if number > room:
            raise UsageError(
                f"The scenario '{scenario.scenario}' needs {number} {what}; a world has room for {room}. "
                f"Use fewer, or raise the capacity in apparat/world/state.py."
            )


def _later(world: NDArray[np.void], scenario: Scenario, kind: int) -> list[int]:
    """Sizes that a body will have: by the constitution's dates, or those that the calendar brings."""
    part = {codes.COMMITTEE: "full", codes.COMMITTEE_CANDIDATES: "candidate", codes.CONTROL: "control"}.get(
        kind
    )
    if part is None:
        dated = world["amendments"][0][: int(world["n"]["amendments"][0])]
        sizes = dated["value"][(dated["kind"] == codes.CHANGES_QUOTA) & (dated["subject"] == kind)]
        return [int(size) for size in sizes]
    return [
        getattr(session.committee, part) for session in scenario.congresses if session.committee is not None
    ]


def _seat(
    world: NDArray[np.void], kind: int, first: int, capacity: int, quota: int, members: Iterable[int]
) -> int:
    """Seat members in order of key; returns the first seat of the next body."""
    seated = sorted(set(members), key=lambda row: int(world["people"][0][row]["key"]))
    body = world["bodies"][0][kind]
    body["first"], body["capacity"], body["quota"], body["size"] = first, capacity, quota, len(seated)
    for k, row in enumerate(seated):
        world["seats"][0][first + k] = (row, 0)
    return first + capacity


def _cabinet(world: NDArray[np.void], law: Constitution, places: Places) -> list[int]:
    """Holders of the offices that belong to the body of the premier."""
    holders = [
        int(world["posts"][0][row]["holder"])
        for name, row in places.offices.items()
        if law.offices[name].body == codes.BODY_IDS[codes.CABINET]
    ]
    return [row for row in holders if row != codes.NOBODY]
