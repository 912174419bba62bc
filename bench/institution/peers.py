"""Where each implementation runs, here or in the peers' environment, and processes that play runs."""

import json
import os
import subprocess
import sys
import venv
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self

from bench.institution.by_hand import NoCompiler, compiler
from bench.institution.rules import FIGURES, MONTHS
from bench.institution.worker import HANDS

ROOT = Path(__file__).resolve().parents[2]
LOCK = Path(__file__).with_name("peers.lock")
ENVIRONMENT = ROOT / ".venv-peers"
_ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
        "NUMBA_NUM_THREADS",
    ),
    "1",
)
_QUIET = {"STARSIM_INSTALL_FONTS": "0", "PYTHONWARNINGS": "ignore", "MPLBACKEND": "agg"}


class Missing(Exception):
    """An implementation cannot run here; the message says why and what would help."""


def set_up() -> None:
    """Make the environment of the peers, or bring it into line with its lock. Needs a package index."""
    if not _python().exists():
        venv.create(ENVIRONMENT, with_pip=True)
    install = [
        "-m",
        "pip",
        "install",
        "-qq",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        str(LOCK),
    ]
    subprocess.run([str(_python()), *install], check=True)


def _python() -> Path:
    folder, program = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return ENVIRONMENT / folder / program


@cache
def interpreter(name: str) -> str:
    """The interpreter that can play an implementation. Raises Missing."""
    if name == "c":
        try:
            compiler()
        except NoCompiler as error:
            raise Missing(str(error)) from None
        return sys.executable
    if name == "kernels" or find_spec(name):
        return sys.executable
    if (
        _python().exists()
        and not subprocess.run([str(_python()), "-c", f"import {name}"], check=False).returncode
    ):
        return str(_python())
    raise Missing(
        f"{name.title()} is not installed here; python -m bench.institution --set-up installs the peers."
    )


class Player:
    """A process that plays runs of one implementation, on one core. A context manager."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [interpreter(name), "-m", "bench.institution.worker", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": _path(), **_ONE_THREAD, **_QUIET},
        )
        self.versions: dict[str, str] = self._answer()

    def play(
        self, regions: int, *, runs: int, seed: int = 1, first: int = 0, months: int = MONTHS
    ) -> dict[str, Any]:
        """Seconds in all (under "seconds"), and of each figure of the outcome the values of all runs."""
        task = {"regions": regions, "seed": seed, "first": first, "runs": runs, "months": months}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        said = self._answer()
        return {
            "seconds": said["seconds"],
            **dict(zip(FIGURES, zip(*said["outcomes"], strict=True), strict=True)),
        }

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            status = self._close()
            raise RuntimeError(f"{self.name} stopped with status {status}; its words stand above")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def _close(self) -> int:
        """Let it end, since it has nothing more to read; returns its exit status."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        return self._process.wait()


def _path() -> str:
    """The checkout and whatever was on the path: the peers' own environment does not hold this project."""
    return os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])


def available(names: tuple[str, ...] = tuple(HANDS)) -> tuple[list[str], list[str]]:
    """Implementations that can run here, and why the others cannot."""
    found, reasons = [], []
    for name in names:
        try:
            interpreter(name)
            found.append(name)
        except Missing as reason:
            reasons.append(str(reason))
    return found, reasons
