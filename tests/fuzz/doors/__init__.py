"""Every door."""

from pathlib import Path

from tests.fuzz.door import Door
from tests.fuzz.doors import arguments, documents, folders, requests, tables

NAMES = {
    documents: ("scenario", "levers", "causes", "targets", "theory"),
    tables: ("facts", "history", "sets"),
    folders: ("manifest", "block", "work", "posterior", "result"),
    requests: ("requests",),
    arguments: ("arguments",),
}
"""The doors by the module that makes them. Each module's belong into a process of their own."""


def opened(name: str, folder: Path) -> Door:
    """A door by name; what it needs on disk is made in `folder`."""
    room = next(room for room, names in NAMES.items() if name in names)
    return next(door for door in room.doors(folder) if door.name == name)
