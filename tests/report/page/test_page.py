"""A page is whole: it says what it must, is well formed, fetches nothing, and gives its numbers back."""

import base64
import csv
import gzip
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from apparat.ground.errors import ApparatError, UsageError
from apparat.report.page import page, write
from apparat.report.page.bundle import built
from apparat.results.base import Result
from apparat.results.kept import keep
from tests.report.samples import CALIBRATION

KINDS = [
    "ensemble",
    "what-if",
    "what-if, apart",
    "explain",
    "branch",
    "flows",
    "run",
    "validation",
    "calibration",
    "sensitivity",
    "contrast",
    "why",
]
_VOID = {"meta", "br", "hr", "img", "input", "link"}


class Read(HTMLParser):
    """What a browser would make of a page: elements balanced, ids, links, loads, headings and captions."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[int] = []
        self.names: set[str] = set()
        self.data = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.names.add(tag)
        if tag not in _VOID:
            self.open.append(tag)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if tag == "a" and given.get("href") else []
        self.loads += [
            given[name] for name in ("src", "srcset", "action", "data", "poster") if given.get(name)
        ]
        self.loads += [given["href"]] if tag in {"link", "image", "use", "base"} and given.get("href") else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"] and self.ids[-1:] == ["result"]:
            self.data += data


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_well_formed_and_can_be_found_its_way_in(pages: dict[str, str], kind: str) -> None:
    read = Read(pages[kind])
    assert len(set(read.ids)) == len(read.ids)
    inside = [link[1:] for link in read.links if link.startswith("#")]
    assert len(inside) > 6
    assert set(inside) <= set(read.ids)
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    steps = zip(read.headings, read.headings[1:], strict=False)
    assert [step for step in steps if step[1] > step[0] + 2] == []
    places = re.findall(r'<div class="drawing" data-figure="(\d+)">', pages[kind])
    assert places == [str(number) for number in range(pages[kind].count("<figcaption>"))]
    assert pages[kind].count("<summary>The numbers</summary>") == len(places)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fetches_and_runs_nothing(pages: dict[str, str], kind: str) -> None:
    text = pages[kind]
    read = Read(text)
    assert read.loads == []
    assert [link for link in read.links if not link.startswith(("#", "data:"))] == []
    assert not read.names & {"link", "iframe", "img", "object", "embed", "base", "form", "video", "audio"}
    scripts = [tag for tag in re.findall(r"<script[^>]*>", text) if "application/json" not in tag]
    assert scripts == (["<script>"] if built().script else [])
    assert not re.search(
        r"url\(|@import|javascript:|\son\w+=", re.sub(r"<script.*?</script>", "", text, flags=re.S)
    )
    assert "default-src 'none'" in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_gives_all_of_its_numbers_back(
    pages: dict[str, str], every: dict[str, Result], kind: str
) -> None:
    result = every[kind]
    read = Read(pages[kind])
    assert type(result).model_validate_json(read.data) == result
    given = [link for link in read.links if link.startswith("data:")]
    packed = base64.b64decode(given[0].split(",", 1)[1])
    assert gzip.decompress(packed).decode() == result.to_json()
    tables = [table for table in map(result.table, result.tables_) if len(table)]
    assert len(given) == 1 + len(tables)
    for link, table in zip(given[1:], tables, strict=True):
        content = base64.b64decode(link.split(",", 1)[1])
        content = gzip.decompress(content) if link.startswith("data:application/gzip") else content
        rows = list(csv.reader(io.StringIO(content.decode())))
        assert rows[0] == table.columns
        assert len(rows) == len(table) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_what_identifies_it_and_how_to_have_it_again(
    pages: dict[str, str], every: dict[str, Result], kind: str
) -> None:
    result = every[kind]
    for name in ("question", "method", "scenario", "parameters", "sources", "references", "again", "data"):
        assert f'<section id="{name}">' in pages[kind], name
    assert result.headline().split(":")[0] in pages[kind]
    command = getattr(result, "command", "")
    assert (command in pages[kind]) if command else ("The command is not known" in pages[kind])
    for name in ("digest", "engine", "scenario_hash"):
        assert str(getattr(result, name, "")) in pages[kind]


def test_a_page_is_small_enough_to_be_sent(pages: dict[str, str]) -> None:
    assert max(map(len, pages.values())) < 2_000_000


def test_levers_scenario_parameters_and_works_are_told_from_what_the_program_has(
    pages: dict[str, str],
) -> None:
    text = pages["what-if"]
    for said in (
        "Would anybody have won without the Secretariat?",
        "chief.*",
        "gensec-drafts-agenda",
        "The post stays as a title.",
        "In April 1922 Lenin leads the party",
        "voting.tie",
        "20 sets were used",
        "Agresti",
        "Now Out of Never",
    ):
        assert said in text, said


def test_a_scenario_that_the_program_does_not_have_is_said_to_be_unknown() -> None:
    text = page(CALIBRATION)
    assert "is no scenario of this version of the program" in text


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_stands_in_a_result_stays_text(every: dict[str, Result], kind: str) -> None:
    evil = '</script><img src=x onerror="alert(1)"> & <!--'
    name = "conclusion" if hasattr(every[kind], "conclusion") else "title"
    text = page(every[kind].model_copy(update={name: evil}))
    read = Read(text)
    assert "img" not in read.names
    assert json.loads(read.data)[name] == evil


def test_a_page_stands_beside_its_experiment_or_where_it_is_asked_for(tmp_path: Path) -> None:
    keep(CALIBRATION, tmp_path)
    assert write(tmp_path) == tmp_path / "report.html"
    assert write(tmp_path / "result.json") == tmp_path / "result.html"
    assert write(CALIBRATION, tmp_path / "x.HTML").read_text(encoding="utf-8") == page(CALIBRATION)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("page.pdf", r"a page's name ends in \.html"),
        ("nowhere/page.html", "there is no folder"),
        ("folder.html", "a folder stands there"),
    ],
)
def test_a_place_that_no_page_can_have_is_refused_before_any_work(
    tmp_path: Path, target: str, said: str
) -> None:
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(UsageError, match=said):
        write(tmp_path / "nothing there", tmp_path / target)


def test_a_result_alone_does_not_say_where_its_page_shall_stand() -> None:
    with pytest.raises(UsageError, match="Say where"):
        write(CALIBRATION)


def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(ApparatError, match=r"page\.html: the page could not be written: Permission denied"):
        write(CALIBRATION, tmp_path / "page.html")
