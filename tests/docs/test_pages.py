"""Pages name files that exist, link to files that exist, and explain words once."""

import re

from tests.docs.pages import DOCS, PAGES, name, prose
from tests.house.tree import ROOT

_FOLDERS = ("src", "docs", "scripts", "bench", ".ci")


def test_every_file_named_in_a_page_exists() -> None:
    paths = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
    named = [(name(page), path) for page in PAGES for path in paths.findall(prose(page))]
    inside = [(page, path) for page, path in named if path.split("/")[0] in _FOLDERS]
    assert len(inside) > 5
    assert [pair for pair in inside if not (ROOT / pair[1]).exists()] == []


def test_every_link_outside_the_built_pages_leads_somewhere() -> None:
    outside = [page for page in PAGES if not page.is_relative_to(DOCS)]
    links = [
        (page, target.split("#")[0])
        for page in outside
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(page))
        if not re.match(r"\w+:", target)
    ]
    assert links
    assert [(name(page), link) for page, link in links if link and not (page.parent / link).exists()] == []


def test_the_glossary_explains_each_word_once_and_in_order() -> None:
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    parts = text.split("\n## ")[1:]
    terms = [re.findall(r"^(\S.*)\n: ", part, re.MULTILINE) for part in parts]
    every = [term for part in terms for term in part]
    assert len(every) > 50
    assert len(set(every)) == len(every)
    for part in terms:
        assert part == sorted(part, key=str.lower)
