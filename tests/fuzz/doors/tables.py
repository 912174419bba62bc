"""Tables that readers write: the facts, the history tables, parameter sets."""

from importlib import resources
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from apparat.engine.parameters import read_sets
from apparat.mechanisms.month import all_parameters
from apparat.record.reading import read_table
from apparat.record.rows import (
    Appointment,
    CommitteeSeat,
    Composition,
    Congress,
    Fact,
    Flow,
    Membership,
    Office,
    PolitburoSpell,
    Vote,
)
from apparat.record.spans import overlaps
from tests.fuzz.door import Door
from tests.fuzz.hostile import tables

_HISTORY: dict[str, type[Any]] = {
    "appointments": Appointment,
    "cc_full_members_1917_1923": CommitteeSeat,
    "congresses": Congress,
    "offices": Office,
    "party_composition": Composition,
    "party_flows": Flow,
    "party_membership": Membership,
    "politburo_members": PolitburoSpell,
    "votes": Vote,
}
_ROWS = 4


def doors(folder: Path) -> tuple[Door, ...]:
    """The doors; the tables are written into `folder`."""
    file = folder / "sets.csv"

    def sets(data: bytes) -> None:
        file.write_bytes(data)
        read_sets(file)

    def facts(data: bytes) -> None:
        (folder / "facts.csv").write_bytes(data)
        _read(Fact, "facts", folder)

    def history(data: bytes) -> None:
        # The first letter says which table this pretends to be.
        name = sorted(_HISTORY)[(data[0] if data else 0) % len(_HISTORY)]
        (folder / f"{name}.csv").write_bytes(data[1:])
        _read(_HISTORY[name], name, folder)

    of_history = [bytes([place]) + _head(name) for place, name in enumerate(sorted(_HISTORY))]
    letters = st.integers(0, len(_HISTORY) - 1).map(lambda place: bytes([place]))
    return (
        Door("facts", facts, (_head("facts"),), tables(_head("facts").decode())),
        Door(
            "history",
            history,
            tuple(of_history),
            st.tuples(letters, tables(*(seed[1:].decode() for seed in of_history))).map(b"".join),
        ),
        Door("sets", sets, (_parameters(),), tables(_parameters().decode())),
    )


def _read(kind: type[Any], name: str, folder: Path) -> None:
    for row in read_table(kind, name, folder):
        overlaps(*row.span, "1922", "1924-05")
        if not isinstance(row.summary, str):
            raise TypeError(f"{kind.__name__} without a summary")


def _head(name: str) -> bytes:
    path = resources.files("apparat.record") / "data" / f"{name}.csv"
    return "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[: _ROWS + 1]).encode()


def _parameters() -> bytes:
    some = all_parameters()[:3]
    rows = [",".join(p.address for p in some), ",".join(str(p.default) for p in some)]
    return ("\n".join(rows) + "\n").encode()
