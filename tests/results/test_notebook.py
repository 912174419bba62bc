"""What notebooks show: the answer, the charts, every table; readable at every width on light and dark."""

import re
from math import inf
from pathlib import Path

import pytest
from browser import measured

from apparat.results.ensemble import EnsembleResult
from apparat.results.run import RunResult
from tests.experiments.validation.cards import the_record, whole


def test_an_ensemble_shows_its_answer_leaders_and_every_table_that_has_rows(many: EnsembleResult) -> None:
    piece = many._repr_html_()
    for words in (many.title, many.conclusion.split(";")[0], many.digest, "judged by conduct", "<svg "):
        assert words in piece
    filled = [name for name in many.tables_ if len(many.table(name))]
    assert re.findall(r"<summary>Table (\w+) ", piece) == filled


def test_a_run_shows_who_led_and_its_turning_points_in_sentences(one: RunResult) -> None:
    piece = one._repr_html_()
    turning = piece.split("<h4>Turning points</h4>")[1].split("</table>")[0]
    assert turning.count("<tr>") - 1 == sum(event.turning_point for event in one.events)
    assert "Lenin dies." in turning
    assert piece.count('class="strip"') == 3
    assert "Politburo, on Stalin&#x27;s motion" in piece


def test_a_run_in_which_nothing_turned_says_so(one: RunResult) -> None:
    calm = one.model_copy(update={"events": ()})
    assert "<h4>Turning points</h4><p>None.</p>" in calm._repr_html_()


def test_a_report_card_shows_headline_scores_failures_and_every_target_that_counts() -> None:
    card = whole(lambda t: inf if t.measured_by.scale == "months" else the_record(t))
    piece = card._repr_html_()
    assert card.conclusion in piece
    assert "uncalibrated" in piece
    for row in card.targets:
        assert (f"<td>{row.target}</td>" in piece) or row.role == "shown"
    for name in ("incumbents stay", "fame decides", "uniform"):
        assert f"<td>{name}</td>" in piece
    assert "trotsky-loses-seat (1926-10): recorded 1926-10, the model never." in piece


def test_markup_in_data_stays_text(many: EnsembleResult, one: RunResult) -> None:
    nasty = "<script>alert(1)</script>"
    for result in (
        many.model_copy(update={"leaders": (many.leaders[0].model_copy(update={"person": nasty}),)}),
        many.model_copy(update={"title": nasty, "conclusion": nasty}),
        one.model_copy(update={"months": (one.months[0].model_copy(update={"chief": nasty}),)}),
        one.model_copy(update={"events": (one.events[0].model_copy(update={"actor": nasty}),)}),
    ):
        assert "<script>" not in result._repr_html_()


def test_a_long_table_says_how_many_rows_it_leaves_out(many: EnsembleResult) -> None:
    table = many.table("over_time")
    assert len(table) > 40
    assert f"The first 40 of {len(table):,} rows" in table._repr_html_()
    assert table._repr_html_().count("<tr>") == 41


MEASURES = """
document.querySelectorAll("details").forEach(each => each.open = true)
const width = cell.getBoundingClientRect().width
const beyond = [...cell.querySelectorAll("p,h3,svg,summary,.track,.strip,.legend,.scroll")]
    .filter(each => each.getBoundingClientRect().right > width + 1)
    .map(each => each.className || each.tagName)
const ink = getComputedStyle(cell.querySelector("td")).color
const line = getComputedStyle(cell.querySelector("b")).backgroundColor
return {beyond, ink, line, shown: getComputedStyle(cell.querySelector("td.wide")).display}
"""


@pytest.mark.slow
@pytest.mark.parametrize(("width", "columns"), [(1000, "table-cell"), (360, "none")])
def test_nothing_sticks_out_and_letters_take_the_pages_colour(
    width: int, columns: str, many: EnsembleResult, one: RunResult, tmp_path: Path
) -> None:
    body = many._repr_html_() + one._repr_html_() + many.table("losses")._repr_html_()
    for dark, ink in ((False, "rgb(34, 34, 34)"), (True, "rgb(238, 238, 238)")):
        found = measured(body, MEASURES, tmp_path, width=width, dark=dark)
        assert found == {"beyond": [], "ink": ink, "line": ink, "shown": columns}
