"""Paths of offices, seats, ballots and the powers of the chief secretary's office."""

from collections.abc import Iterator, Sequence

from apparat.ground.errors import UsageError, unknown_name
from apparat.mechanisms.reform import apply_rule
from apparat.scenario.compile import Compiled
from apparat.scenario.compile_bodies import BENCHES
from apparat.scenario.levers.edits import Array, Edit, assign, handed, is_gone, rows, switch, written
from apparat.scenario.levers.persons import EVERYBODY, row_of
from apparat.scenario.levers.schema import Value
from apparat.world import codes
from apparat.world.places import leave_post, place_in_post, seat, seat_of, unseat

NOBODY = "nobody"
POWERS = ("attention", "slate", "agenda", "dependence", "authority")
"""What the constitution bundles into the chief secretary's office."""
_BALLOTS = ("open", "secret")
_SEATS = {name if part == "full" else f"{name}-candidates": kind for kind, name, part in BENCHES}


def of_office(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`offices.OFFICE.holder`: a person, or `nobody`."""
    if len(parts) != 2 or parts[1] != "holder":
        raise UsageError(f"'offices.{'.'.join(parts)}' is no path: write offices.OFFICE.holder.")
    if parts[0] not in compiled.places.offices:
        raise unknown_name("office", parts[0], compiled.places.offices)
    post = compiled.places.offices[parts[0]]
    row = codes.NOBODY if value == NOBODY else row_of(compiled, written(value))

    idle = "he holds it already, or is dead or expelled by then" if row >= 0 else "it is vacant already"
    yield Edit(
        f"offices.{parts[0]}.holder",
        written(value),
        month,
        lambda world, _: _handed_over(world, post, row),
        idle,
    )


def of_seat(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`seats.BODY.PERSON`: on gives him a seat (one is added if none is free), off takes it."""
    if len(parts) != 2:
        raise UsageError(f"'seats.{'.'.join(parts)}' is no path: write seats.BODY.PERSON.")
    if parts[0] not in _SEATS:
        raise unknown_name("body", parts[0], _SEATS)
    kind, row = _SEATS[parts[0]], row_of(compiled, parts[1])
    wanted = switch(".".join(("seats", *parts)), value)

    yield Edit(
        f"seats.{'.'.join(parts)}",
        written(bool(wanted)),
        month,
        lambda world, _: _seated(world, kind, row, wanted=bool(wanted)),
        "it is so already",
    )


# What touches the world stands outside of edits: they go to other processes, and no kernel can follow.
def _handed_over(world: Array, post: int, row: int) -> bool:
    holder = int(rows(world, "posts")[post]["holder"])
    if holder == row or (row >= 0 and is_gone(world, row)):
        return False
    leave_post(handed(world), post)
    if row >= 0:
        place_in_post(handed(world), post, row, 0)
    return True


def _seated(world: Array, kind: int, row: int, *, wanted: bool) -> bool:
    if is_gone(world, row) or (seat_of(handed(world), kind, row) >= 0) == wanted:
        return False
    if not wanted:
        return bool(unseat(handed(world), kind, row))
    body = rows(world, "bodies")[kind]
    given = bool(seat(handed(world), kind, row))
    body["quota"] = max(int(body["quota"]), int(body["size"]))
    return given


def of_chief(_: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`chief.POWER`: whether the chief secretary's office has one of its powers; `*` for all of them."""
    if len(parts) != 1 or parts[0] not in (*POWERS, EVERYBODY):
        raise unknown_name("power of the chief's office", ".".join(parts), (*POWERS, EVERYBODY))
    wanted = switch(f"chief.{parts[0]}", value)
    for power in POWERS if parts[0] == EVERYBODY else (parts[0],):

        def change(world: Array, _: Array, column: str = f"{power}_on") -> bool:
            return assign(rows(world, "rules"), column, wanted)

        yield Edit(f"chief.{power}", written(bool(wanted)), month, change, "it is so already")


def of_body(_: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`bodies.BODY.ballot`: open or secret, for good; `*` for every body that votes by head."""
    if len(parts) != 2 or parts[1] != "ballot":
        raise UsageError(f"'bodies.{'.'.join(parts)}' is no path: write bodies.BODY.ballot.")
    # Delegates and members are counted by region; the kind of ballot is of bodies whose members are persons.
    known = codes.BODY_IDS[: codes.CONFERENCE]
    if parts[0] not in (*known, EVERYBODY):
        raise unknown_name("body", parts[0], known)
    if value not in _BALLOTS:
        raise UsageError(f"bodies.{'.'.join(parts)} is set to '{written(value)}': write open or secret.")
    wanted = _BALLOTS.index(str(value))
    for name in known if parts[0] == EVERYBODY else (parts[0],):

        def change(world: Array, _: Array, kind: int = codes.BODY_IDS.index(name)) -> bool:
            return _ballot(world, kind, wanted)

        yield Edit(f"bodies.{name}.ballot", str(value), month, change, "it votes so already, and for good")


def _ballot(world: Array, kind: int, wanted: int) -> bool:
    """Set how a body votes, take the rule that says so from its leaders, and drop later dated changes."""
    changed = assign(rows(world, "bodies")[kind], "secret", wanted)
    for s, statute in enumerate(rows(world, "statutes")[: int(world["n"]["statutes"][0])]):
        if statute["kind"] == codes.BALLOT and statute["body"] == kind:
            changed = assign(statute, "open", 0) or changed
            changed = assign(statute, "in_force", wanted) or changed
            apply_rule(handed(world), s)
    now = int(world["clock"]["month"][0])
    for dated in rows(world, "amendments")[: int(world["n"]["amendments"][0])]:
        if dated["kind"] == codes.CHANGES_BALLOT and dated["subject"] == kind and dated["month"] >= now:
            changed = assign(dated, "month", codes.NOBODY) or changed
    return changed
