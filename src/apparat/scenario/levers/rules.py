"""Paths of rules and of the model's own parameters."""

from collections.abc import Iterator, Sequence

from apparat.ground.errors import UsageError, unknown_name
from apparat.mechanisms.month import all_parameters
from apparat.mechanisms.reform import enact
from apparat.scenario.compile import Compiled
from apparat.scenario.levers.edits import Array, Edit, assign, handed, number, rows, switch, written
from apparat.scenario.levers.schema import Value
from apparat.world import codes


def of_rule(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`rules.RULE`: on or off for good, out of leaders' reach and of later dates."""
    if len(parts) != 1:
        raise UsageError(f"'rules.{'.'.join(parts)}' is no path: write rules.RULE.")
    if parts[0] not in compiled.rules:
        raise unknown_name("rule", parts[0], compiled.rules)
    s, wanted = compiled.rules.index(parts[0]), switch(f"rules.{parts[0]}", value)

    def change(world: Array, _: Array) -> bool:
        statute = rows(world, "statutes")[s]
        changed = assign(statute, "open", 0)
        for dated in rows(world, "amendments")[: int(world["n"]["amendments"][0])]:
            ours = dated["kind"] == codes.CHANGES_RULE and dated["subject"] == s
            if ours and dated["month"] >= world["clock"]["month"][0]:
                changed = assign(dated, "month", codes.NOBODY) or changed
        if int(statute["in_force"]) != wanted:
            _enacted(world, s, wanted)
            changed = True
        return changed

    idle = "the rule stands so already, and neither leaders nor dates will change it"
    yield Edit(f"rules.{parts[0]}", written(bool(wanted)), month, change, idle)


def _enacted(world: Array, statute: int, wanted: int) -> None:
    # Outside of the edit, which is sent to other processes: a compiled kernel cannot be.
    enact(handed(world), statute, wanted, codes.NOBODY, codes.NOBODY)


def of_parameter(_: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`parameters.MECHANISM.NAME`: a parameter of the model, within its range, from this month on."""
    address = ".".join(parts)
    known = {p.address: p for p in all_parameters()}
    if address not in known:
        raise unknown_name("parameter", address, known)
    wanted = number(f"parameters.{address}", value, known[address].low, known[address].high)
    mechanism, name = parts

    def change(_: Array, parameters: Array) -> bool:
        return assign(parameters[0][mechanism], name, wanted)

    yield Edit(f"parameters.{address}", written(wanted), month, change, "it has this value already")
