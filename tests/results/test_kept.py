"""Results as files: read back as they were, and every mistake met with a sentence."""

from pathlib import Path

import pytest

from apparat.ground.errors import ApparatError, DocumentError, UsageError
from apparat.results.ensemble import EnsembleResult
from apparat.results.kept import FILE, keep, read
from apparat.results.run import RunResult


def test_a_result_reads_back_as_it_was(many: EnsembleResult, one: RunResult, tmp_path: Path) -> None:
    for result in (many, one):
        assert keep(result, tmp_path) is result
        assert read(tmp_path) == result
        assert read(tmp_path / FILE) == result


def test_without_a_folder_nothing_is_written(many: EnsembleResult) -> None:
    assert keep(many, None) is many


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", r"answer.json:1:1: this is no JSON"),
        (b'{"schema": "apparat/ens', r"answer.json:1:12: this is no JSON"),
        (b"\xff\xfe\x00", "this is no text"),
        (b"[]", "has no 'schema'"),
        (b'{"schema": 1}', "has no 'schema'"),
        (
            b'{"schema": "apparat/ensemble/99"}',
            r"no result 'apparat/ensemble/99'; it reads 'apparat/ens.*/1'",
        ),
        (b'{"schema": "apparat/ensemble/1"}', r"digest: Field required(.|\n)*made by another version"),
    ],
)
def test_what_is_no_result_is_refused_with_its_place(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "answer.json").write_bytes(content)
    with pytest.raises(DocumentError, match=said):
        read(tmp_path / "answer.json")


def test_a_result_that_was_changed_names_the_field(many: EnsembleResult, tmp_path: Path) -> None:
    text = many.to_json().replace('"runs": 50', '"runs": "many"', 1)
    (tmp_path / "answer.json").write_text(text)
    with pytest.raises(ApparatError, match="runs: Input should be a valid integer"):
        read(tmp_path / "answer.json")


def test_a_folder_without_an_answer_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no result.json, so it is no finished experiment"):
        read(tmp_path)
    with pytest.raises(UsageError, match="neither a file nor a folder"):
        read(tmp_path / "nothing")
