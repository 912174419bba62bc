"""A worker takes part only with the same program and the same folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from apparat.experiments.crew.terms import Terms, program

pytest.importorskip("distributed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "manifest.json").write_text('{"seed": 1}')
    return tmp_path


def test_the_same_process_keeps_its_own_terms(folder: Path) -> None:
    assert Terms.here(folder).broken() is None
    assert Terms.here(None).broken() is None


def test_another_folder_of_that_name_is_noticed(folder: Path) -> None:
    agreed = Terms.here(folder)
    (folder / "manifest.json").write_text('{"seed": 2}')
    assert str(folder) in (agreed.broken() or "")
    (folder / "manifest.json").unlink()
    assert "file system that all machines share" in (agreed.broken() or "")


def test_whatever_of_the_program_differs_is_named() -> None:
    theirs = tuple((name, "0.1" if name == "numpy" else version) for name, version in program())
    broken = replace(Terms.here(None), program=theirs).broken() or ""
    assert "numpy" in broken
    assert "instead of 0.1" in broken
    assert "numba" not in broken
    assert {name for name, _ in program()} >= {"Apparat", "Python", "numba", "numpy", "pyarrow"}
