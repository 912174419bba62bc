"""A disk of our own that can be full or read-only, where this system lets us mount one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOM = 64 * 2**20


class Disk:
    """A small file system in memory; where none can be mounted, an ordinary folder (`real` is False)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.real = os.geteuid() == 0 and _mounts("-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", folder)

    @contextmanager
    def full_after(self, free: int) -> Iterator[None]:
        """A disk with room for so many bytes more."""
        found = os.statvfs(self.folder)
        used = (found.f_blocks - found.f_bfree) * found.f_frsize
        _mounts("-o", f"remount,size={used + free}", self.folder)
        try:
            yield
        finally:
            _mounts("-o", f"remount,size={_ROOM}", self.folder)

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """A disk that takes nothing."""
        _mounts("-o", "remount,ro", self.folder)
        try:
            yield
        finally:
            _mounts("-o", "remount,rw", self.folder)

    def close(self) -> None:
        """Take the disk away."""
        if self.real:
            subprocess.run(["umount", "--lazy", self.folder], check=True)


def _mounts(*words: str | Path) -> bool:
    try:
        return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
