"""The terminal's tables as HTML: the same words in the same places."""

import pytest
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from apparat.report.page.tables import as_html, table


def shown(rows: int = 1) -> Table:
    made = Table("who", title="Leaders & others")
    made.add_column("share", justify="right")
    for _ in range(rows):
        made.add_row(Text("A<B", style="red"), "5 %")
    return made


def test_heads_cells_and_captions_are_kept_and_numbers_stand_to_the_right() -> None:
    piece = table(shown())
    assert "<caption>Leaders &amp; others</caption>" in piece
    assert '<th scope="col" class="number">share</th>' in piece
    assert '<td class="word">A&lt;B</td><td class="number">5 %</td>' in piece


def test_long_tables_are_folded_and_texts_are_paragraphs() -> None:
    parts = list(as_html(Group(Text("one\n\ntwo"), shown(31))))
    assert parts[:2] == ["<p>one</p>", "<p>two</p>"]
    assert parts[2].startswith("<details><summary>Leaders &amp; others (31 rows)</summary>")


def test_what_has_no_form_here_is_refused() -> None:
    with pytest.raises(TypeError, match="no form for Panel"):
        list(as_html(Panel("x")))
