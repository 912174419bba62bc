"""Paths of persons: traits, standing, health, what others see of them, and what binds two of them."""

from collections.abc import Iterator, Sequence

from apparat.ground.errors import UsageError, unknown_name
from apparat.scenario.compile import Compiled
from apparat.scenario.levers.edits import Array, Change, Edit, assign, is_gone, number, rows, written
from apparat.scenario.levers.schema import Value

COLUMNS = {
    "authority": ("people", 1.0),
    "skill": ("figures", 1.0),
    "organiser": ("figures", 1.0),
    "flexibility": ("figures", 1.0),
    "ambition": ("figures", 1.0),
    "menace": ("figures", 2.0),
    "capacity": ("figures", 1.0),
    "revealed": ("figures", 1.0),
}
"""What can be set of a person: table, and the highest value; the lowest is 0."""
EVERYBODY = "*"


def row_of(compiled: Compiled, name: str) -> int:
    """The row of a named person. Raises UsageError for an unknown one."""
    if name not in compiled.persons:
        raise unknown_name("person", name, compiled.persons)
    return compiled.persons.index(name)


def of_person(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`persons.NAME.COLUMN`; `*` stands for every named person."""
    name, column = _two(parts, "persons.NAME.COLUMN")
    if column not in COLUMNS:
        raise unknown_name("column of a person", column, COLUMNS)
    table, high = COLUMNS[column]
    wanted = number(".".join(("persons", *parts)), value, 0.0, high)
    for each in compiled.persons if name == EVERYBODY else (name,):
        change = _setting(row_of(compiled, each), table, column, wanted)
        idle = f"{each} is dead or expelled by then, or has this {column} already"
        yield Edit(f"persons.{each}.{column}", written(wanted), month, change, idle)


def _setting(row: int, table: str, column: str, wanted: float) -> Change:
    # Figure k is person k.
    def change(world: Array, _: Array) -> bool:
        if is_gone(world, row):
            return False
        place = rows(world, table)[row]
        changed = assign(place, column, wanted)
        if column == "capacity":
            changed = assign(place, "recovers", -1) or changed
        return changed

    return change


def of_relation(compiled: Compiled, parts: Sequence[str], value: Value, month: int) -> Iterator[Edit]:
    """`relations.ONE.OTHER`: affinity from -1 to 1, the same both ways."""
    names = _two(parts, "relations.ONE.OTHER")
    one, other = (row_of(compiled, name) for name in names)
    if one == other:
        raise UsageError(f"relations.{'.'.join(names)}: a relation needs two persons.")
    wanted = number(".".join(("relations", *parts)), value, -1.0, 1.0)

    def change(world: Array, _: Array) -> bool:
        if is_gone(world, one) or is_gone(world, other):
            return False
        table = rows(world, "relations")
        before = table[one, other]
        table[one, other] = table[other, one] = wanted
        return bool(before != wanted)

    path = ".".join(("relations", *sorted(names)))
    yield Edit(path, written(wanted), month, change, "one of the two is dead or expelled by then")


def _two(parts: Sequence[str], form: str) -> tuple[str, str]:
    if len(parts) != 2:
        raise UsageError(f"'{'.'.join((form.partition('.')[0], *parts))}' is no path: write {form}.")
    return parts[0], parts[1]
