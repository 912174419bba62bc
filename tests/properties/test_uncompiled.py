"""The compiler changes nothing: the kernels give the same run as plain Python."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

from apparat.engine import play
from apparat.mechanisms.month import defaults
from apparat.world import codes
from tests.family import build
from tests.properties import uncompiled

ROOT = Path(__file__).resolve().parents[2]


def compiled() -> np.ndarray[Any, np.dtype[np.void]]:
    """The world of the script, played by the compiled kernels."""
    world, parameters = build(uncompiled.PLAN), defaults()
    world["clock"]["journal"] = codes.J_FULL
    play.begin(world, parameters)
    play.advance(world, parameters, uncompiled.PLAN.months, 1)
    return world


def differing(name: str, a: Any, b: Any) -> list[str]:
    """The columns that differ: whole numbers at all, others by more than rounding."""
    if a.dtype.names:
        return [d for column in a.dtype.names for d in differing(f"{name}.{column}", a[column], b[column])]
    same = np.allclose(a, b, rtol=1e-9, atol=1e-9, equal_nan=True) if a.dtype.kind == "f" else (a == b).all()
    return [] if same else [name]


def test_compiled_and_plain_python_agree(tmp_path: Path) -> None:
    assert hasattr(play.advance, "py_func"), "these tests must run with the compiler"
    kept = tmp_path / "world"
    path = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    subprocess.run(
        [sys.executable, "-m", "tests.properties.uncompiled", str(kept)],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONPATH": path},
        cwd=tmp_path,
        check=True,
    )
    here = compiled()
    there = np.frombuffer(kept.read_bytes(), here.dtype)
    assert there["clock"]["digest"] == here["clock"]["digest"]
    assert there["tally"]["contests"] > 0
    assert differing("world", there, here) == []
