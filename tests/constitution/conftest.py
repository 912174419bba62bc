"""A constitution of one's own to spoil: the shipped folder, copied, with one passage replaced."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from apparat import constitution
from apparat.constitution import Constitution
from apparat.ground.dates import Month

SHIPPED = Path(constitution.__file__).parent / "data" / "soviet"
FIRST, LAST = Month.of(1917, 11), Month.of(1964, 12)
EVERY_MONTH = [FIRST + k for k in range(LAST - FIRST + 1)]
TURNS = constitution.load().turning_points()
"""Months in which anything begins, ends or changes: between them a constitution stands still."""

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Replace the first occurrence of a passage in one file of a copy; gives the copy's folder."""
    folder = tmp_path / "mine"
    shutil.copytree(SHIPPED, folder)

    def replace(file: str, old: str, new: str) -> Path:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return replace


@pytest.fixture(scope="session")
def soviet() -> Constitution:
    """The shipped constitution with its default answers."""
    return constitution.load()
