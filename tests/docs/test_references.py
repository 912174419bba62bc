"""The bibliography: every key cited has its entry; every entry is cited and says how it is known."""

import re

from tests.docs.pages import DOCS, PAGES, name
from tests.house.tree import written

BIBLIOGRAPHY = DOCS / "references.md"
_KEY = re.compile(r"\[([A-Z][A-Za-z]+\d{4}[a-z]?)\]")


def entries() -> dict[str, str]:
    """Key to text."""
    parts = re.split(r"^## (\w+)$", BIBLIOGRAPHY.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def cited() -> dict[str, str]:
    """Key to a place where it is cited, in source or in pages (the generated page of parameters left out)."""
    found = {}
    for path, text in written("src"):
        found |= dict.fromkeys(_KEY.findall(text), path.name)
    for page in PAGES:
        if page not in {BIBLIOGRAPHY, DOCS / "parameters.md"}:
            found |= dict.fromkeys(_KEY.findall(page.read_text(encoding="utf-8")), name(page))
    return found


def test_every_key_that_is_cited_has_an_entry() -> None:
    assert {key: where for key, where in cited().items() if key not in entries()} == {}


def test_every_entry_is_cited() -> None:
    assert sorted(set(entries()) - set(cited())) == []


def test_entries_stand_in_order_and_say_how_they_are_known() -> None:
    assert list(entries()) == sorted(entries())
    for key, text in entries().items():
        assert len(re.findall(r"\*(Seen|Recalled)\b", text)) == 1, key
        assert key[-4:] in text, key
        assert "Used for: " in text, key


def test_every_link_to_the_bibliography_goes_to_its_own_key() -> None:
    link = re.compile(r"\[(\w+\d{4}[a-z]?)\]\(references\.md#(\w+)\)")
    links = [
        (name(page), *found) for page in PAGES for found in link.findall(page.read_text(encoding="utf-8"))
    ]
    assert len(links) > 5
    assert [one for one in links if one[1].lower() != one[2]] == []
