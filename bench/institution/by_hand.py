"""The loop in C: `loop.c`, compiled for this machine, kept under a name that its text decides."""

import ctypes
import hashlib
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.institution.rules import (
    KINDS,
    POSTS_PER_REGION,
    QUARTER,
    Outcome,
    Rules,
    attention,
    below,
    bosses,
    counts,
    firsts,
    seats,
)

SOURCE = Path(__file__).with_name("loop.c")
FLAGS = ("-std=c11", "-O3", "-march=native", "-fno-tree-vectorize", "-ffp-contract=off", "-fPIC", "-shared")


class NoCompiler(Exception):
    """There is no C compiler here."""


class _Kind(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int64) for name in ("first", "count", "below")] + [
        (name, ctypes.c_double) for name in ("turnover", "entitlement")
    ]


class _Size(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int64) for name in ("regions", "posts", "seats", "attention")] + [
        ("kinds", ctypes.c_void_p),
        ("boss", ctypes.c_void_p),
    ]


class _Tally(ctypes.Structure):
    _fields_ = [(name, ctypes.c_double) for name in ("following", "congress_share", "committee_tie")] + [
        (name, ctypes.c_int64) for name in ("chiefs", "secretaries", "appointments")
    ]


def compiler() -> str:
    """The C compiler: what CC names, else `cc`, `gcc` or `clang`. Raises NoCompiler."""
    for name in (os.environ.get("CC", ""), "cc", "gcc", "clang"):
        found = shutil.which(name) if name else None
        if found:
            return found
    raise NoCompiler("There is no C compiler (cc, gcc or clang). Install one, or name it in CC.")


def compiler_version() -> str:
    """What the compiler calls itself."""
    done = subprocess.run([compiler(), "--version"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


@cache
def library() -> ctypes.CDLL:
    """The compiled loop. Raises NoCompiler, or CalledProcessError with the compiler's words."""
    command = [compiler(), *FLAGS]
    mark = hashlib.sha256(SOURCE.read_bytes() + "\0".join(command).encode()).hexdigest()[:12]
    folder = Path(os.environ.get("APPARAT_CACHE", "") or Path(tempfile.gettempdir())) / "institution-c"
    target = folder / f"loop-{mark}.so"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # Two programs may build at once: each to a name of its own, which then becomes the common one.
        made = folder / f"{target.name}.{os.getpid()}"
        subprocess.run([*command, str(SOURCE), "-o", str(made), "-lm"], check=True)
        made.replace(target)
    loaded = ctypes.CDLL(str(target))
    loaded.loop_new.restype = ctypes.c_void_p
    loaded.loop_new.argtypes = [ctypes.POINTER(_Size), ctypes.c_void_p, ctypes.c_uint64]
    loaded.loop_play.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int64, ctypes.c_void_p]
    loaded.loop_tally.argtypes = [ctypes.c_void_p, ctypes.POINTER(_Tally)]
    loaded.loop_posts.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    loaded.loop_free.argtypes = [ctypes.c_void_p]
    return loaded


class ByHand:
    """Runs of one size, one after the other. The same face as `kernels.Kernels`."""

    def __init__(self, regions: int, seed: int, rules: Rules | None = None) -> None:
        chosen = rules or Rules()
        self.regions = regions
        self.n_posts = POSTS_PER_REGION * regions + 1
        self._library = library()
        self._boss = np.array(bosses(regions), np.int32)
        self._kinds = (_Kind * len(KINDS))(
            *(
                _Kind(first, count, below(c), kind.turnover, kind.entitlement)
                for c, (first, count, kind) in enumerate(
                    zip(firsts(regions), counts(regions), KINDS, strict=True)
                )
            )
        )
        size = _Size(
            regions,
            self.n_posts,
            seats(regions),
            attention(regions, chosen),
            ctypes.addressof(self._kinds),
            self._boss.ctypes.data,
        )
        numbers = np.array(chosen.row())
        self._loop = self._library.loop_new(ctypes.byref(size), numbers.ctypes.data, seed)
        if not self._loop:
            raise MemoryError(f"no memory for a loop of {self.n_posts} posts")

    def __del__(self) -> None:
        self._library.loop_free(getattr(self, "_loop", None))

    def run(self, number: int, months: int) -> NDArray[np.float64]:
        """Play a run; returns the chief's following at the end of each quarter."""
        following = np.zeros(months // QUARTER)
        self._library.loop_play(self._loop, number, months, following.ctypes.data)
        return following

    def outcome(self) -> Outcome:
        """Where the last run ended."""
        tally = _Tally()
        self._library.loop_tally(self._loop, ctypes.byref(tally))
        return Outcome(
            following=tally.following,
            congress_share=tally.congress_share,
            committee_tie=tally.committee_tie,
            chiefs=float(tally.chiefs),
            secretaries_moved=tally.secretaries / self.regions,
            appointments=tally.appointments / (self.n_posts - 1),
        )

    def posts(self) -> NDArray[np.float64]:
        """Who holds the posts at the end of the last run, see `loop.posts_of`."""
        found = np.empty((self.n_posts, 4))
        self._library.loop_posts(self._loop, found.ctypes.data)
        return found
