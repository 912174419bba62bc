"""The page on the constitution says what is true of it: its examples are run."""

import re
import runpy
from pathlib import Path

import pytest

from apparat import constitution
from apparat.constitution.model import Power
from apparat.constitution.sources import FILES
from apparat.ground.dates import Month
from apparat.ground.errors import DocumentError
from tests.constitution.conftest import Spoil

PAGE = Path(__file__).parents[2] / "docs" / "constitution.md"


def examples(language: str) -> list[str]:
    """The examples of the page in one language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_python_example_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "example.py").write_text(examples("python")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runpy.run_path("example.py")
    assert capsys.readouterr().out == examples("text")[0]
    assert (tmp_path / "constitution.svg").stat().st_size > 50_000


def test_a_misspelt_name_is_told_as_the_page_says(spoil: Spoil) -> None:
    folder = spoil("edges.yaml", "does: elects, whom: orgburo", "does: elects, whom: orgbureau")
    with pytest.raises(DocumentError) as raised:
        constitution.load(folder)
    assert str(raised.value).replace(f"{folder.parent}/", "") + "\n" == examples("text")[1]


def test_the_amendment_on_the_page_loads_and_takes_effect(spoil: Spoil) -> None:
    old = examples("yaml")[0].splitlines()[0].replace(", until: 1924-06", "")
    mine = constitution.load(spoil("edges.yaml", old + "\n", examples("yaml")[0]))
    electors = [mine.at(Month.of(1924, month)).filled_by("orgburo") for month in (5, 6)]
    assert electors == [("central-committee",), ("party-congress",)]


def test_the_page_names_every_file_and_every_power() -> None:
    text = PAGE.read_text(encoding="utf-8")
    words = (*FILES.values(), *Power.__args__)  # type: ignore[attr-defined]
    assert [word for word in words if word not in text] == []
