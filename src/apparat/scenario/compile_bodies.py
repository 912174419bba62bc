"""Bodies: who sits at the opening, and by which majority and ballot each decides."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from apparat.constitution import Constitution
from apparat.constitution.parts import Majority
from apparat.scenario.compile_posts import Places
from apparat.scenario.schema import Scenario
from apparat.world import codes

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
        capacity = max([size, *_later(scenario, kind)]) + EXTRA
        first = _seat(world, kind, first, capacity, size, members)
    cabinet = _cabinet(world, law, places)
    _seat(world, codes.CABINET, first, len(cabinet) + EXTRA, len(cabinet), cabinet)
    for kind, name in enumerate(codes.BODY_IDS):
        _set_conduct(world, law, kind, name.removesuffix("-candidates"))
    for row in world["seats"][0]["person"][: world["bodies"][0][codes.TOP]["size"]]:
        world["figures"][0][world["people"][0][row]["figure"]]["seated"] = 0


def _later(scenario: Scenario, kind: int) -> list[int]:
    part = {codes.COMMITTEE: "full", codes.COMMITTEE_CANDIDATES: "candidate", codes.CONTROL: "control"}.get(
        kind
    )
    if part is None:
        return []
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


def _set_conduct(world: NDArray[np.void], law: Constitution, kind: int, name: str) -> None:
    body = world["bodies"][0][kind]
    written = law.bodies.get(name)
    majority = written.majority if written is not None else None
    if kind == codes.JOINT:
        majority = _to_expel(law, majority)
    body["numerator"] = majority.numerator if majority is not None else 1
    body["denominator"] = majority.denominator if majority is not None else 2
    body["secret"] = written is not None and written.ballot == "secret"
    interval = written.meets_every.value if written is not None and written.meets_every is not None else 1.0
    body["meets"] = max(round(interval), 1)


def _to_expel(law: Constitution, otherwise: Majority | None) -> Majority | None:
    """The majority that expels a member: of the joint plenum while there is one, then of the committee."""
    for name in (codes.BODY_IDS[codes.JOINT], codes.BODY_IDS[codes.COMMITTEE]):
        if name in law.bodies:
            return law.bodies[name].special_majorities.get("expel", law.bodies[name].majority)
    return otherwise
