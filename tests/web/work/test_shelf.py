"""Answers on disk."""

import os
import time
from pathlib import Path

import pytest

from apparat.web.work.shelf import MOST_KEPT, Shelf, edition

ID = "0123456789abcdef0123456789abcdef"


def test_an_answer_is_found_again(tmp_path: Path) -> None:
    Shelf(tmp_path, "a").keep(ID, "{}")
    found = Shelf(tmp_path, "a").answered(ID)
    assert found is not None
    assert found.read_text() == "{}"


def test_another_edition_has_other_answers(tmp_path: Path) -> None:
    Shelf(tmp_path, "a").keep(ID, "{}")
    assert Shelf(tmp_path, "b").answered(ID) is None


@pytest.mark.parametrize("name", ["", "..", "../" * 8 + "etc", ID.upper(), ID + "0", "/etc/passwd"])
def test_only_an_id_names_a_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        Shelf(tmp_path, "a").runs(name)


def test_the_oldest_make_room_but_none_that_is_needed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "a")
    ids = [f"{number:032x}" for number in range(MOST_KEPT + 3)]
    for age, order_id in enumerate(ids):
        shelf.keep(order_id, "{}")
        folder = shelf.runs(order_id).parent
        os.utime(folder, (time.time() - age, time.time() - age))
    shelf.make_room(needed=[ids[-1]])
    assert [order_id for order_id in ids if shelf.answered(order_id) is None] == ids[-3:-1]


def test_what_an_older_edition_left_goes_after_weeks(tmp_path: Path) -> None:
    Shelf(tmp_path, "old")
    Shelf(tmp_path, "recent")
    os.utime(tmp_path / "web" / "old", (0, 0))
    Shelf(tmp_path, "new")
    assert sorted(path.name for path in (tmp_path / "web").iterdir()) == ["new", "recent"]


def test_the_edition_is_a_short_hash() -> None:
    assert len(edition()) == 12
    assert edition() == edition()
