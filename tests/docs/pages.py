"""The pages as these tests see them: prose, fenced blocks, and the commands in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import ROOT

DOCS = ROOT / "docs"
_BUILT = [page for page in DOCS.rglob("*.md") if "_build" not in page.parts]
PAGES = tuple(sorted([*_BUILT, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]))
_FENCE = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1[ ]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, the line it starts at, and the prose since the block before."""

    language: str
    text: str
    line: int
    before: str


def name(page: Path) -> str:
    """A page's path from the root of the checkout."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    seen = 0
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(found[2], found[3], line, text[seen : found.start()])
        seen = found.end()


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = heading.split(" ", maxsplit=1)[0]
    assert f"\n{heading}\n" in text, f"no heading '{heading}'"
    after = text.split(f"\n{heading}\n")[1]
    return re.split(rf"^#{{1,{len(level)}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]
