"""Pieces of HTML: well formed, escaped, self-contained."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from apparat.results import html

WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)


class Balance(HTMLParser):
    """Counts what is opened and closed, and keeps the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said = ""
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.names.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.said += data


def parsed(piece: str) -> Balance:
    found = Balance()
    found.feed(piece)
    found.close()
    assert found.open == []
    return found


@given(WORDS, WORDS, WORDS)
def test_whatever_the_words_the_page_is_well_formed_and_says_them(title: str, about: str, cell: str) -> None:
    piece = html.page(title, about, html.text(cell), html.fold(about, html.grid([title], [[cell]])))
    page = parsed(piece)
    assert page.names <= {
        "style",
        "div",
        "h3",
        "p",
        "details",
        "summary",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert page.said.strip() == title + about + cell + about + title + cell


def test_nothing_is_fetched_or_run() -> None:
    piece = html.page("a", "b", html.text("c"))
    assert not re.search(r"https?:|url\(|@import|<script|javascript", piece)


def test_the_style_touches_its_own_class_only() -> None:
    rules = re.findall(r"(?:^|\})\s*([^{}@]+)\{", re.sub(r"</?style>", "", html.STYLE))
    selectors = [selector.strip() for rule in rules for selector in rule.split(",")]
    assert len(selectors) > 20
    assert [selector for selector in selectors if not selector.startswith(".apparat")] == []


def test_columns_carry_their_kind_in_head_and_body() -> None:
    piece = html.grid(["n", "word"], [["1", "x"], ["2", "y"]], ["number"])
    assert piece.count('class="number"') == 3
    assert "<td>x</td>" in piece
