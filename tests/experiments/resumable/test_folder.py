"""Long work on disk belongs to what was asked, and half a piece is none."""

import json
from pathlib import Path

import numpy as np
import pytest

from apparat.experiments.resumable.folder import MANIFEST, Folder, opened, stored
from apparat.ground.errors import StoreError, UsageError


def test_a_piece_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    piece = {"a": np.arange(3), "b": np.array([0.5])}
    with Folder(tmp_path / "f", {}, resume=False) as folder:
        assert folder.piece("runs", 7) is None
        folder.keep("runs", 7, piece)
        found = folder.piece("runs", 7)
        assert (folder.count("runs"), folder.count("others")) == (1, 0)
    assert found is not None
    assert {name: column.tolist() for name, column in found.items()} == {"a": [0, 1, 2], "b": [0.5]}


@pytest.mark.parametrize("damage", [b"", b"half a pie", None])
def test_a_damaged_piece_is_none(tmp_path: Path, damage: bytes | None) -> None:
    with Folder(tmp_path / "f", {}, resume=False) as folder:
        folder.keep("runs", 0, {"a": np.arange(1000)})
        file = next((tmp_path / "f").rglob("*.npz"))
        file.write_bytes(file.read_bytes()[:200] if damage is None else damage)
        assert folder.piece("runs", 0) is None


def test_one_flipped_bit_anywhere_is_damage(tmp_path: Path) -> None:
    """A zip file's own sums cover its contents, not its frame."""
    with Folder(tmp_path / "f", {}, resume=False) as folder:
        folder.keep("runs", 0, {"a": np.arange(3)})
        file = next((tmp_path / "f").rglob("*.npz"))
        whole = file.read_bytes()
        for place in range(len(whole)):
            content = bytearray(whole)
            content[place] ^= 1 << place % 8
            file.write_bytes(content)
            assert folder.piece("runs", 0) is None, place


def test_other_work_in_the_folder_is_refused_with_what_differs(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {"seed": 1}, resume=False):
        pass
    with pytest.raises(StoreError, match="seed: stored 1, asked 2"):
        Folder(tmp_path / "f", {"seed": 2}, resume=True)
    with pytest.raises(StoreError, match="--resume"):
        Folder(tmp_path / "f", {"seed": 1}, resume=False)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(StoreError, match="not empty and holds other things"):
        Folder(tmp_path, {}, resume=False)
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_a_folder_of_another_layout_names_the_program_that_made_it(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {}, resume=False):
        pass
    file = tmp_path / "f" / MANIFEST
    content = json.loads(file.read_text())
    file.write_text(json.dumps(content | {"version": 9, "software": {"apparat": "7.0"}}))
    with pytest.raises(StoreError, match=r"layout version 9, this Apparat reads version 3.*\(7\.0\)"):
        Folder(tmp_path / "f", {}, resume=True)
    file.write_text(file.read_text()[:40])
    with pytest.raises(StoreError, match=r"damaged\. Begin anew"):
        stored(tmp_path / "f")


def test_how_it_was_asked_for_may_grow(tmp_path: Path) -> None:
    for runs in (2, 5):
        with Folder(tmp_path / "f", {"seed": 1}, resume=runs == 5, request={"runs": runs}):
            assert stored(tmp_path / "f")["request"] == {"runs": runs}


def test_without_a_folder_pieces_live_as_long_as_the_work() -> None:
    with opened(None, {}, resume=False) as folder:
        folder.keep("runs", 0, {"a": np.arange(1)})
        path = folder.path
        assert folder.count("runs") == 1
    assert not path.exists()
    with pytest.raises(UsageError, match="--resume needs --out"), opened(None, {}, resume=True):
        pass
