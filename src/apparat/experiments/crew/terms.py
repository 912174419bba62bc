"""What a worker must have in common with whoever asks: program, libraries, folder.

A worker that computes by other rules, or writes to another disk, would spoil a store silently; so every
process looks before its first item.
"""

import hashlib
import platform
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from apparat.store.manifest import NAME

_LIBRARIES = ("cloudpickle", "distributed", "llvmlite", "numba", "numpy", "pyarrow")


@dataclass(frozen=True)
class Terms:
    """What was agreed on."""

    program: tuple[tuple[str, str], ...]
    folder: Path | None
    """Where results are written, if they are."""
    manifest: str | None
    """Checksum of the manifest there, which no other folder has."""

    @classmethod
    def here(cls, folder: Path | None) -> "Terms":
        """The terms of this process, for work in a folder."""
        full = folder.resolve() if folder is not None else None
        return cls(program(), full, _manifest(full) if full is not None else None)

    def broken(self) -> str | None:
        """Why this process does not keep them; None if it does."""
        theirs, mine = dict(self.program), dict(program())
        differing = [
            f"{name} {have} instead of {theirs.get(name, 'none')}"
            for name, have in mine.items()
            if have != theirs.get(name)
        ]
        if differing:
            return f"it has {', '.join(differing)}. Install the same Apparat from the same lock file."
        if self.folder is not None and _manifest(self.folder) != self.manifest:
            return (
                f"it does not see the folder {self.folder}, or sees another of that name. Give --out DIR on "
                "a file system that all machines share under the same path."
            )
        return None


@cache
def program() -> tuple[tuple[str, str], ...]:
    """Name and version of all that decides what is computed and stored; the program by its source files."""
    root = Path(__file__).resolve().parents[2]
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    python = ".".join(platform.python_version_tuple()[:2])
    versions = [(name, version(name)) for name in _LIBRARIES]
    return (("Apparat", digest.hexdigest()[:12]), ("Python", python), *versions)


def _manifest(folder: Path) -> str | None:
    try:
        return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()
    except OSError:
        return None
