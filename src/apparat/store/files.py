"""Files written whole or not at all, and a store's troubles told in one sentence each."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from apparat.ground.errors import StoreError

TEMPORARY = ".tmp"

_FULL = (errno.ENOSPC, errno.EDQUOT)
_READ_ONLY = (errno.EROFS,)
_DENIED = (errno.EACCES, errno.EPERM)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the operating system's refusals under this context into a StoreError about `path`."""
    try:
        yield
    except OSError as error:
        raise StoreError(_sentence(error, path)) from error


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in _FULL:
        return (
            f"{path}: the disk is full. Free some space and ask again; "
            "runs already finished in a folder given by --out are kept, and --resume goes on from them."
        )
    if error.errno in _READ_ONLY:
        return f"{path}: the file system is read-only. Choose a folder that can be written to."
    if error.errno in _DENIED:
        return f"{path}: no permission. Choose another folder, or ask for the right to use this one."
    if error.errno == errno.EFBIG:
        return f"{path}: files may not grow so large here (`ulimit -f`). Raise the limit."
    if isinstance(error, NotADirectoryError | FileExistsError):
        return f"{path}: a file stands where a folder is needed. Choose another folder."
    return f"{path}: {error.strerror or error}."


def write_whole(path: Path, content: bytes) -> None:
    """Write to a temporary name in the same folder, flush to the disk, rename.

    A reader, or a machine that loses power, meets the whole file or none. Several may write the same file:
    each has a temporary name of its own.
    """
    temporary = path.with_name(f"{path.name}.{token_hex(4)}{TEMPORARY}")
    with explained(path):
        try:
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()
            raise


def settle(folder: Path) -> None:
    """Flush a folder's list of names to the disk, where the system can."""
    if os.name == "nt":
        return
    with explained(folder):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with explained(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
