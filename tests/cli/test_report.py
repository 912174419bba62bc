"""`apparat report`, as it is typed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from apparat.cli import main
from apparat.ground.errors import ApparatError, DocumentError, UsageError
from apparat.results.kept import keep
from tests.report.samples import CALIBRATION


def call(*words: str) -> str:
    result = CliRunner().invoke(main.app, ["report", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_page_is_written_and_its_place_is_said_in_one_word(tmp_path: Path) -> None:
    folder = tmp_path / "far-[down]" / ("a" * 70)
    folder.mkdir(parents=True)
    keep(CALIBRATION, folder)
    assert call(str(folder)) == f"Page: {folder / 'report.html'}\n"
    call(str(folder), "--out", str(tmp_path / "fit.html"))
    assert (tmp_path / "fit.html").read_text("utf-8") == (folder / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (None, UsageError, "neither a file nor a folder"),
        ("{", DocumentError, "x.json:1:2: this is no JSON"),
        ('{"schema": "apparat/ensemble/7"}', DocumentError, "made by another version"),
    ],
)
def test_what_is_no_experiment_is_refused_in_plain_words(
    tmp_path: Path, content: str | None, kind: type[ApparatError], said: str
) -> None:
    if content is not None:
        (tmp_path / "x.json").write_text(content)
    with pytest.raises(kind, match=said):
        call(str(tmp_path / "x.json"))
    assert not (tmp_path / "x.html").exists()
