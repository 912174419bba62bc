"""The page about the store says what is there."""

import re
from pathlib import Path

from writer import fill

from apparat.store.manifest import Manifest

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


def test_every_field_of_the_manifest_is_explained_and_no_other() -> None:
    table = PAGE.split("## The manifest")[1].split("##")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} == set(Manifest.model_fields)


def test_every_file_of_a_store_is_explained(tmp_path: Path) -> None:
    fill(tmp_path / "s", 5)
    table = PAGE.split("## What stands where")[1].split("##")[0]
    patterns = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)
    known = [
        re.sub(r"FIRST|COUNT", r"\\d+", p).replace("TABLE", r"\w+").replace(".", r"\.") for p in patterns
    ]
    files = [
        path.relative_to(tmp_path / "s").as_posix() for path in (tmp_path / "s").rglob("*") if path.is_file()
    ]
    assert len(files) > 5
    assert [file for file in files if not any(re.fullmatch(p, file) for p in known)] == []
