"""The watch on speed from end to end: a case that a change makes slow fails the command, by name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.watch.__main__ import ROOT

SLOWED = "record: searched"
_SEARCHING = Path("src", "apparat", "record", "searching.py")
_CONSTANT_WORK = """

_quick = search


def search(words=""):
    sum(range(500_000))
    return _quick(words)
"""


def git(folder: Path, *words: str) -> None:
    us = ["-c", "user.name=somebody", "-c", "user.email=somebody@localhost"]
    subprocess.run(["git", *us, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A checkout of its own with one commit: the program and the watch as they stand."""
    for part in ("src", "bench"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--force", "src", "bench")
    git(tmp_path, "commit", "--quiet", "--message", "before")
    return tmp_path


@pytest.mark.slow
def test_a_change_that_slows_a_case_fails_the_watch_with_that_case_named(committed: Path) -> None:
    with (committed / _SEARCHING).open("a", encoding="utf-8") as searching:
        searching.write(_CONSTANT_WORK)
    done = subprocess.run(
        [sys.executable, "-m", "bench.watch", "--against", "HEAD", "--case", SLOWED],
        cwd=committed,
        env=os.environ | {"PYTHONPATH": str(committed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"SLOWER by more than 1.5 times: {SLOWED}"
