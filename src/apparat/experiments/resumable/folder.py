"""Long work on disk (a calibration, an analysis, an explanation ...): whose it is, and its finished pieces.

`manifest.json` says what decides the answer; each finished piece of work is one file, written whole or not at
all. A piece depends on the plan and its own number only, so whatever is missing or damaged is computed again
and comes out the same.
"""

import hashlib
import io
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from apparat.ground.errors import StoreError, UsageError
from apparat.ground.told import parsed
from apparat.store import provenance
from apparat.store.files import TEMPORARY, explained, write_whole
from apparat.store.lock import NAME as LOCK
from apparat.store.lock import Lock
from apparat.store.manifest import differences, made_by, plain

MANIFEST = "manifest.json"
FORMAT, VERSION = "apparat-pieces", 3
PIECES = "pieces"
SEAL = 16
"""Bytes of the checksum at a piece's end: a zip file notices damage to its contents, not to its frame."""

Piece = dict[str, NDArray[Any]]


class Pieces:
    """The finished pieces in a folder. Whoever sees it may write them: a piece is the same from everybody."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def piece(self, stage: str, number: int) -> Piece | None:
        """A finished piece of a stage; None if it is missing or damaged."""
        try:
            content = self._file(stage, number).read_bytes()
        except OSError:
            return None
        whole, seal = content[:-SEAL], content[-SEAL:]
        if _seal(whole) != seal:
            return None
        with np.load(io.BytesIO(whole), allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}

    def keep(self, stage: str, number: int, piece: Piece) -> None:
        """Store a finished piece. Raises StoreError if the folder cannot be written to."""
        path = self._file(stage, number)
        with explained(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        stream = io.BytesIO()
        np.savez_compressed(stream, allow_pickle=False, **piece)
        content = stream.getvalue()
        write_whole(path, content + _seal(content))

    def count(self, stage: str) -> int:
        """How many pieces of a stage are finished."""
        return sum(1 for _ in self._file(stage, 0).parent.glob("*.npz"))

    def _file(self, stage: str, number: int) -> Path:
        return self.path / PIECES / stage / f"{number:05d}.npz"


class Folder(Pieces):
    """The folder of one piece of long work, held against other writers. Use as a context manager."""

    def __init__(
        self,
        path: Path,
        identity: Mapping[str, Any],
        *,
        resume: bool,
        request: Mapping[str, Any] | None = None,
    ) -> None:
        """`identity` decides every piece; `request` is how the work was asked for, and may grow."""
        super().__init__(path)
        with explained(path):
            path.mkdir(parents=True, exist_ok=True)
            found = sorted(each.name for each in path.iterdir())
        if MANIFEST in found:
            _check(path, identity, resume=resume)
        elif any(name != LOCK and not name.endswith(TEMPORARY) for name in found):
            raise StoreError(
                f"{path}: this folder is not empty and holds other things. Choose another, or an empty one."
            )
        self._lock = Lock(path)
        for stray in path.rglob(f"*{TEMPORARY}"):
            stray.unlink(missing_ok=True)
        if MANIFEST not in found:
            _begin(path, identity, request)
        elif request is not None:
            _save(path, stored(path) | {"request": plain(dict(request))})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.release()

    @property
    def pieces(self) -> Pieces:
        """The pieces without the right to the folder, which cannot be passed on."""
        return Pieces(self.path.resolve())


@contextmanager
def opened(
    out: Path | None,
    identity: Mapping[str, Any],
    *,
    resume: bool,
    request: Mapping[str, Any] | None = None,
) -> Iterator[Folder]:
    """The folder `out`, or a temporary one that is removed. Raises UsageError to go on with none."""
    if resume and out is None:
        raise UsageError("--resume needs --out DIR: the folder of the work to go on with.")
    if out is not None:
        with Folder(out, identity, resume=resume, request=request) as folder:
            yield folder
        return
    temporary = Path(tempfile.mkdtemp(prefix="apparat-"))
    try:
        with Folder(temporary, identity, resume=False) as folder:
            yield folder
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def stored(path: Path) -> dict[str, Any]:
    """The manifest of a folder. Raises StoreError if it holds none, or a damaged one."""
    file = path / MANIFEST
    with explained(file):
        if not file.is_file():
            raise StoreError(f"{path}: there is nothing in this folder to go on with.")
        text = file.read_bytes()
    try:
        content = parsed(text)
        if content["format"] == FORMAT:
            _check_version(file, content)
            if isinstance(content["identity"], dict) and isinstance(content.get("request", {}), dict):
                return dict(content)
    except (ValueError, KeyError, TypeError):
        pass
    raise StoreError(
        f"{file}: this is no manifest of work that can be gone on with, or it is damaged. Begin anew."
    )


def _check(path: Path, identity: Mapping[str, Any], *, resume: bool) -> None:
    if not resume:
        raise StoreError(
            f"{path}: there is earlier work here already. Add --resume to go on with it, or choose another "
            "folder."
        )
    differing = differences(stored(path)["identity"], dict(identity))
    if differing:
        raise StoreError(
            f"{path}: what stands here belongs to other work, so it cannot be resumed:\n  "
            + "\n  ".join(differing)
            + "\nAsk for the same, or choose another folder."
        )


def _check_version(file: Path, content: Mapping[str, Any]) -> None:
    if content["version"] != VERSION:
        raise StoreError(
            f"{file}: this folder has layout version {content['version']}, this Apparat reads version "
            f"{VERSION}. Use the Apparat that made it ({made_by(dict(content))}), or choose another folder."
        )


def _begin(path: Path, identity: Mapping[str, Any], request: Mapping[str, Any] | None) -> None:
    content = {
        "format": FORMAT,
        "version": VERSION,
        "identity": plain(dict(identity)),
        "request": plain(dict(request or {})),
        "software": provenance.software(),
        "platform": provenance.machine(),
        "commit": provenance.commit(),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    _save(path, content)


def _save(path: Path, content: Mapping[str, Any]) -> None:
    write_whole(path / MANIFEST, (json.dumps(content, indent=2) + "\n").encode())


def _seal(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=SEAL).digest()
