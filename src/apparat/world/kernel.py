"""The one door through which functions are compiled.

Numba notices an edit only in the file that defines a kernel, not in the files it calls, so the cache
folder is named by a hash of every source of the compiled rooms and of the compiler's version. This
module must therefore be imported before any kernel is defined; every kernel takes `kernel` from here.
"""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from platform import machine
from typing import ParamSpec, TypeVar

_ROOMS = ("world", "mechanisms", "observers", "engine")

P = ParamSpec("P")
R = TypeVar("R")


@cache
def sources_hash(package: Path | None = None) -> str:
    """Twelve hexadecimal digits that change when any compiled source or the compiler changes."""
    root = package or Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for name in ("numba", "llvmlite", "numpy"):
        digest.update(f"{name}={version(name)};".encode())
    for room in _ROOMS:
        for path in sorted((root / room).glob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def cache_root() -> Path:
    """The folder under which compiled kernels are kept (APPARAT_CACHE, else the user's cache)."""
    chosen = os.environ.get("APPARAT_CACHE")
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "apparat"


def cache_folder() -> Path:
    """Where this version's kernels are kept."""
    return cache_root() / f"kernels-{sources_hash()}"


os.environ.setdefault("NUMBA_CACHE_DIR", str(cache_folder()))

import numba  # noqa: E402  the cache folder must be named before the compiler is imported
from numba.core.codegen import get_host_cpu_features  # noqa: E402

from apparat.world.compiler import LANES, Kernel  # noqa: E402

# Whoever imported the compiler earlier has fixed its folder; it is named again.
numba.config.CACHE_DIR = os.environ["NUMBA_CACHE_DIR"]  # type: ignore[attr-defined]
# Failed guesses of types are no messages: they need no colours, which cost seconds.
numba.config.COLOR_SCHEME = "no_color"  # type: ignore[attr-defined]
# Kernels go from row to row and branch; packing loops into vectors makes them slower (by 5 %).
numba.config.LOOP_VECTORIZE = numba.config.SLP_VECTORIZE = 0  # type: ignore[attr-defined]

if machine() in ("x86_64", "AMD64"):  # their own instruction for it takes twice as long as loading one by one
    HOST = get_host_cpu_features()  # type: ignore[no-untyped-call]
    numba.config.CPU_FEATURES = f"{HOST},+prefer-no-gather"  # type: ignore[attr-defined]


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compile without the interpreter's lock, cached on disk, IEEE arithmetic kept."""
    if numba.config.DISABLE_JIT:  # type: ignore[attr-defined]
        return function
    door: Callable[P, R] = Kernel(function)
    return door


def lanes(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a kernel that is one plain loop, no round of which depends on another: eight go side by side.

    Each number is computed as it would be alone, by the same operations in the same order.
    """
    function.in_lanes = True  # type: ignore[attr-defined]
    return kernel(function)


@kernel
def registers(rows: int) -> int:
    """Rows rounded up to whole registers: what such a loop goes through, so that none is left to go alone.

    Tables for it are long enough, and what stands in the rows beyond is never read.
    """
    return (rows + LANES - 1) // LANES * LANES
