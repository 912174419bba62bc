"""The faults. Each is done to one process at work on a store, or to the store while nobody works on it."""

import os
import random
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from apparat import store
from tests.faults.disk import Disk
from tests.faults.ensembles import Child, Ended, Warmed, play

_STORE = str(Path(store.__file__).parent)
_LINES = 900
"""Lines of the store's code within which a kill at a line falls: about as many as an ensemble takes."""
_MOMENT = 0.25
"""Seconds within which other faults fall: about as many as an ensemble takes."""
_NOBODY = 65534
_TAKEN = "is writing to this store"
_YEARS = 3e8


class Fault:
    """What is done, decided by luck alone: the same luck decides the same."""

    kills = False
    damages = False
    refused = False
    """Whether the work may end with a message to its user."""

    def __init__(self, luck: random.Random) -> None:
        self.luck = luck

    def __str__(self) -> str:
        return type(self).__name__

    def do(self, request: Warmed, disk: Disk, folder: Path) -> Ended:
        """Let a process work on the store and do the fault to it."""
        return Child(lambda: self.within(lambda: play(request, folder, threads=1))).wait()

    def within(self, work: Callable[[], str]) -> str:
        """In the process at work."""
        return work()


class KillAtALine(Fault):
    """SIGKILL before a line of the store's code, so that every place between two writes is met."""

    kills = True

    def __init__(self, luck: random.Random) -> None:
        super().__init__(luck)
        self.line = luck.randint(1, _LINES)

    def within(self, work: Callable[[], str]) -> str:
        """Count lines, and die at one."""
        left = self.line

        def count(_: FrameType, event: str, __: Any) -> Any:
            nonlocal left
            if event == "line":
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return count

        def enter(frame: FrameType, *_: Any) -> Any:
            return count if frame.f_code.co_filename.startswith(_STORE) else None

        threading.settrace(enter)
        sys.settrace(enter)
        return work()


class KillAtAMoment(Fault):
    """A signal at any moment, on two threads, inside whatever call of the system that is."""

    kills = True
    signal = signal.SIGKILL

    def do(self, request: Warmed, disk: Disk, folder: Path) -> Ended:
        """Send it."""
        child = Child(lambda: play(request, folder))
        time.sleep(self.luck.uniform(0.01, _MOMENT))
        child.kill(self.signal)
        return child.wait()


class Terminate(KillAtAMoment):
    """SIGTERM, as a machine that shuts down sends it."""

    signal = signal.SIGTERM


class Interrupt(KillAtAMoment):
    """Ctrl-C: blocks in flight are finished."""

    kills = False
    refused = True
    signal = signal.SIGINT


class FullDisk(Fault):
    """A disk with room for a few blocks, or for part of one."""

    refused = True

    def do(self, request: Warmed, disk: Disk, folder: Path) -> Ended:
        """Fill it; where none can be mounted, forbid long files instead."""
        if not disk.real:
            return LongFiles(self.luck).do(request, disk, folder)
        with disk.full_after(self.luck.randint(0, 40) * 4096):
            return super().do(request, disk, folder)


class LongFiles(Fault):
    """A limit on the size of a file (`ulimit -f`), below that of many parts."""

    refused = True

    def within(self, work: Callable[[], str]) -> str:
        """Set the limit."""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        most = self.luck.randint(0, 12) * 1024
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return work()


class ReadOnly(Fault):
    """A file system that has become read-only."""

    refused = True

    def do(self, request: Warmed, disk: Disk, folder: Path) -> Ended:
        """Mount it so; where none can be mounted, take the right to write away."""
        if not disk.real:
            return Forbidden(self.luck).do(request, disk, folder)
        with disk.read_only():
            return super().do(request, disk, folder)


class Forbidden(Fault):
    """A folder that somebody else may write to."""

    refused = True

    def within(self, work: Callable[[], str]) -> str:
        """Become nobody, or leave the folder to nobody."""
        if os.geteuid() == 0:
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
        return work()

    def do(self, request: Warmed, disk: Disk, folder: Path) -> Ended:
        """Take the right to write away, and give it back."""
        written = [path for path in (folder, *folder.glob("*")) if path.is_dir()]
        for path in written:
            path.chmod(0o555)
        try:
            return super().do(request, disk, folder)
        finally:
            for path in written:
                path.chmod(0o755)


class JumpingClocks(Fault):
    """Clocks that jump by years, both ways, at any look at them."""

    def within(self, work: Callable[[], str]) -> str:
        """Replace the clocks of this process."""

        def jumping() -> float:
            return 1e9 + self.luck.uniform(-_YEARS, _YEARS)

        time.time = time.monotonic = time.perf_counter = jumping
        return work()


class TwoAtOnce(Fault):
    """Two processes on one store: one works, the other is refused or finds the work done."""

    def do(self, request: Warmed, disk: Disk, folder: Path) -> Ended:
        """Start both."""
        one, other = (Child(lambda: play(request, folder)) for _ in range(2))
        both = one.wait(), other.wait()
        if not any(ended.value for ended in both):
            return Ended(fault=f"neither of two could work: {both}")
        return next((ended for ended in both if ended.refusal and _TAKEN not in ended.refusal), Ended())


class Damage(Fault):
    """Parts and records cut short, emptied, changed by a bit, removed, or joined by strays."""

    damages = True

    def do(self, request: Warmed, disk: Disk, folder: Path) -> Ended:
        """Do the damage; nobody is at work."""
        files = sorted([*folder.glob("parts/*"), *folder.glob("blocks/*")])
        for path in self.luck.sample(files, min(len(files), self.luck.randint(1, 4))):
            self.luck.choice((_cut, _emptied, _flipped, _removed, _strayed))(path, self.luck)
        return Ended()


def _cut(path: Path, luck: random.Random) -> None:
    os.truncate(path, luck.randrange(max(path.stat().st_size, 1)))


def _emptied(path: Path, _: random.Random) -> None:
    os.truncate(path, 0)


def _flipped(path: Path, luck: random.Random) -> None:
    content = bytearray(path.read_bytes() or b"\0")
    content[luck.randrange(len(content))] ^= 1 << luck.randrange(8)
    path.write_bytes(content)


def _removed(path: Path, _: random.Random) -> None:
    path.unlink()


def _strayed(path: Path, luck: random.Random) -> None:
    path.with_name(path.name + ".tmp").write_bytes(luck.randbytes(100))


KILLS = (KillAtALine, KillAtALine, KillAtAMoment, KillAtAMoment, Terminate)
OTHERS = (Interrupt, FullDisk, LongFiles, ReadOnly, Forbidden, JumpingClocks, TwoAtOnce, Damage, Damage)
