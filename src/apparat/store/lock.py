"""One writer at a time.

The operating system holds the lock and lets go of it when its process ends, however it ends; so a lock
left by a killed process is simply free. The file's text only tells others who holds it.
"""

import json
import os
import platform
import sys
from pathlib import Path
from typing import IO

from apparat.ground.errors import StoreError
from apparat.store.files import explained

NAME = "lock"


class Lock:
    """The right to write to a folder. Raises StoreError while another process has it."""

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        with explained(path):
            # Without a buffer: what a full disk refuses is refused here, and not again at the end.
            self._file: IO[bytes] = path.open("ab+", buffering=0)
        if not _seize(self._file):
            holder = _holder(self._file)
            self._file.close()
            raise StoreError(
                f"{folder}: {holder} is writing to this store. Wait for it to end, or choose another folder."
            )
        holder = json.dumps({"process": os.getpid(), "machine": platform.node()})
        try:
            with explained(path):
                self._file.truncate(0)
                self._file.write(holder.encode())
        except StoreError:
            self._file.close()
            raise

    def release(self) -> None:
        """Let others write. The file stays: removing it would race with the next writer."""
        self._file.close()


def _holder(file: IO[bytes]) -> str:
    file.seek(0)
    try:
        told = json.loads(file.read())
        return f"process {told['process']} on {told['machine']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


if sys.platform == "win32":
    import msvcrt

    # A byte far behind the text, since Windows would keep others from reading a locked one.
    _BYTE = 1 << 30

    def _seize(file: IO[bytes]) -> bool:
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        file.seek(0)
        return True

else:
    import fcntl

    def _seize(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
