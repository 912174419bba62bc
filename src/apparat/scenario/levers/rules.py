"""Paths of rules and of the model's own parameters."""

from collections.abc import Iterator, Sequence

from apparat.ground.errors import UsageError, unknown_name
from apparat.mechanisms.month import all_parameters
from apparat.mechanisms.reform import apply_rule, enact
from apparat.scenario.compile import Compiled
from apparat.scenario.levers.edits import (
    Array,
    Edit,
    assign,
    handed,
    is_switch,
    number,
    rows,
    switch,
    written,
)
from apparat.scenario.levers.schema import Value
from apparat.world import codes


def of_rule(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`rules.RULE`: on or off for good, out of leaders' reach and of dates; the police's also how far."""
    if len(parts) != 1:
        raise UsageError(f"'rules.{'.'.join(parts)}' is no path: write rules.RULE.")
    if parts[0] not in compiled.rules:
        raise unknown_name("rule", parts[0], compiled.rules)
    s = compiled.rules.index(parts[0])
    wanted, level = _asked(compiled, s, value)

    def change(world: Array, _: Array) -> bool:
        statute = rows(world, "statutes")[s]
        changed = assign(statute, "open", 0)
        if level is not None and assign(statute, "level", level):
            _applied(world, s)
            changed = True
        for dated in rows(world, "amendments")[: int(world["n"]["amendments"][0])]:
            ours = dated["kind"] == codes.CHANGES_RULE and dated["subject"] == s
            if ours and dated["month"] >= world["clock"]["month"][0]:
                changed = assign(dated, "month", codes.NOBODY) or changed
        if int(statute["in_force"]) != wanted:
            _enacted(world, s, wanted)
            changed = True
        return changed

    idle = "the rule stands so already, and neither leaders nor dates will change it"
    said = written(bool(wanted)) if level is None else written(level)
    yield Edit(f"rules.{parts[0]}", said, month, change, idle)


def _asked(compiled: Compiled, s: int, value: Value) -> tuple[int, float | None]:
    """Whether a rule shall be in force, and how far it shall go where a number says so."""
    path = f"rules.{compiled.rules[s]}"
    if compiled.template["statutes"][0, s]["kind"] != codes.POLICE or is_switch(value):
        return switch(path, value), None
    level = number(path, value, 0.0, 1.0)
    return int(level > 0.0), level or None


def _enacted(world: Array, statute: int, wanted: int) -> None:
    # Outside of the edit, which is sent to other processes: a compiled kernel cannot be.
    enact(handed(world), statute, wanted, codes.NOBODY, codes.NOBODY)


def _applied(world: Array, statute: int) -> None:
    # As above.
    apply_rule(handed(world), statute)


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
