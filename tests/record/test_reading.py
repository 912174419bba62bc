"""Reading tables: faults are found all at once, each with its line."""

from dataclasses import dataclass
from typing import Literal

import pytest

from apparat.ground.errors import DocumentError
from apparat.record.reading import read_table


@dataclass(frozen=True, kw_only=True)
class Meeting:
    place: str
    size: int | None
    mood: Literal["calm", "stormy"]


def read(folder, text):
    (folder / "meetings.csv").write_text(text, encoding="utf-8")
    return read_table(Meeting, "meetings", folder)


def test_columns_may_stand_in_any_order(tmp_path):
    assert read(tmp_path, "mood,size,place\ncalm,,Baku\n") == (Meeting(place="Baku", size=None, mood="calm"),)


def test_all_faults_are_told_with_their_lines(tmp_path):
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, "place,size,mood\nBaku,many,calm\nKiev,3,cheerful\nOmsk\nPerm,1,calm,9\n")
    told = str(caught.value).splitlines()
    assert "meetings.csv:2: column 'size'" in told[0]
    assert "meetings.csv:3: column 'mood': 'cheerful' is not one of calm, stormy" in told[1]
    assert all("meetings.csv:4" in line for line in told[2:-1])
    assert "meetings.csv:5: more cells than columns" in told[-1]


def test_a_misspelt_column_is_answered_with_the_nearest(tmp_path):
    with pytest.raises(DocumentError, match="did you mean place") as caught:
        read(tmp_path, "plase,size,mood\nBaku,1,calm\n")
    assert "the column 'place' is missing" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"place,size,mood\nBaku,3,calm\nB\xe9ke,3,calm\n", "is not UTF-8"),
        (b"place,size,mood\n" + b"x" * 200_000 + b",3,calm\n", "no table of comma-separated values"),
    ],
)
def test_a_file_that_is_no_table_of_text_is_told_as_that(tmp_path, content, said):
    (tmp_path / "meetings.csv").write_bytes(content)
    with pytest.raises(DocumentError, match=said):
        read_table(Meeting, "meetings", tmp_path)
