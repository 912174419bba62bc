"""Answers and runs on disk, a folder for each order, under the cache of this edition of the program.

A folder is named by the order's id, which no request can choose freely: whatever a client writes is either
thirty-two hexadecimal digits or refused.
"""

import hashlib
import re
import shutil
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from apparat.store.files import explained, write_whole

MOST_KEPT = 60
_ID = re.compile(r"[0-9a-f]{32}")
_ANSWER = "answer.json"
_RUNS = "runs"
_STALE = 14 * 24 * 3600
"""Seconds after which an edition that nobody added to is another version's leftover."""
_SOURCES = (".py", ".yaml", ".csv", ".json", ".parquet", ".npy", ".npz")


@cache
def edition() -> str:
    """Twelve hexadecimal digits that change with anything in the program that an answer may depend on."""
    package = Path(__file__).resolve().parents[2]
    digest = hashlib.blake2b(digest_size=6)
    web = package / "web"
    for path in sorted(package.rglob("*")):
        if path.suffix in _SOURCES and not path.is_relative_to(web):
            digest.update(str(path.relative_to(package)).encode() + path.read_bytes())
    return digest.hexdigest()


class Shelf:
    """The folders of one edition. Opening it clears away editions that nothing was added to for weeks."""

    def __init__(self, root: Path, name: str | None = None) -> None:
        self._root = root / "web" / (name or edition())
        with explained(self._root):
            self._root.mkdir(parents=True, exist_ok=True)
            for other in self._root.parent.iterdir():
                if other != self._root and time.time() - other.stat().st_mtime > _STALE:
                    shutil.rmtree(other, ignore_errors=True)

    def runs(self, order_id: str) -> Path:
        """The folder for the runs of an order; it need not exist."""
        return self._folder(order_id) / _RUNS

    def answered(self, order_id: str) -> Path | None:
        """The file with an order's answer, as JSON; None while there is none."""
        path = self._folder(order_id) / _ANSWER
        return path if path.is_file() else None

    def keep(self, order_id: str, answer: str) -> None:
        """Keep an answer, whole or not at all."""
        folder = self._folder(order_id)
        with explained(folder):
            folder.mkdir(exist_ok=True)
        write_whole(folder / _ANSWER, answer.encode())

    def make_room(self, needed: Iterable[str]) -> None:
        """Remove the oldest orders beyond the newest sixty, none of those still needed."""
        spared = set(needed)
        kept = sorted(self._root.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for folder in kept[MOST_KEPT:]:
            if folder.name not in spared:
                shutil.rmtree(folder, ignore_errors=True)

    def _folder(self, order_id: str) -> Path:
        if not _ID.fullmatch(order_id):
            raise ValueError("an order's id has thirty-two hexadecimal digits")
        return self._root / order_id
