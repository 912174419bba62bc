"""Pages of the record: what an entry says, drawn and in tables, and nothing that the model computed."""

import pytest

from apparat import record
from apparat.report.page.charts import Bars
from apparat.report.page.page import page
from apparat.report.page.recorded import amount, span, year_of
from apparat.report.page.told import told
from apparat.results.record import bodies_result, people_result, show_result


def test_days_lie_within_their_year_and_in_their_order() -> None:
    dates = ["1922", "1922-01-15", "1922-07", "1922-12-31", "1923"]
    years = [year_of(date) for date in dates]
    assert years == sorted(years)
    assert year_of("1922-07") == 1922.5
    assert year_of("1922-12-31") < 1923


def test_numbers_and_dates_are_said_as_far_as_they_are_known() -> None:
    assert [amount(7, 9), amount(11, 11), amount(1500, None)] == ["7 to 9", "11", "at least 1,500"]
    assert [span("1924", "1924"), span("", "1924")] == ["1924", "unknown to 1924"]


def test_a_vote_is_drawn_by_its_count() -> None:
    (drawn,) = told(show_result(record.entry("vote/1918-01-24/central-committee"))).figures
    assert isinstance(drawn.chart, Bars)
    assert [(row.label, row.span) for row in drawn.chart.rows] == [
        ("for", (0, 9)),
        ("against", (0, 7)),
        ("abstained", (0, 0)),
    ]


def test_readings_stand_side_by_side_with_those_of_the_others() -> None:
    tale = told(show_result(record.entry("politburo-size-s7")))
    (drawn,) = tale.figures
    assert [(row.inner, row.tick) for row in drawn.chart.rows] == [((7, 9), None), ((5, 7), None), (None, 11)]
    low, high = drawn.chart.within
    assert low < 5 < 11 < high
    assert "politburo-size-1984" in tale.facts


def test_an_entry_without_numbers_is_told_without_figures() -> None:
    assert not told(show_result(record.entry("secretary-selects-party-members"))).figures


def test_a_person_is_drawn_by_spells_in_the_politburo_and_in_offices() -> None:
    (drawn,) = told(people_result([record.person("stalin")])).figures
    rows = [(row.group, row.label) for row in drawn.chart.rows]
    assert ("Politburo", "full member of the Politburo") in rows
    assert ("Offices", "party leader") in rows
    low, high = drawn.chart.within
    assert all(low <= row.span[0] < row.span[1] <= high for row in drawn.chart.rows)


def test_a_body_is_drawn_by_its_sizes_each_unit_by_itself() -> None:
    body = next(one for one in record.bodies() if one.id == "central-committee")
    drawn = {figure.title: figure.chart for figure in told(bodies_result([body])).figures}
    assert set(drawn) == {"How large it was, in full members", "How large it was, in members"}
    assert [row.outer for row in drawn["How large it was, in members"].rows] == [(30, 40)]


@pytest.mark.parametrize("kind", ["people", "bodies"])
def test_many_are_a_list(kind: str) -> None:
    result = {"people": people_result, "bodies": bodies_result}[kind](list(getattr(record, kind)()))
    (table,) = told(result).tables
    assert table.row_count == len(getattr(result, kind))


def test_a_page_of_the_record_says_nothing_of_mechanisms_and_parameters() -> None:
    written = page(people_result([record.person("trotsky")]))
    for name in ("question", "answer", "tables", "method", "sources", "data"):
        assert f'<section id="{name}">' in written
    for name in ("parameters", "references", "again", "scenario"):
        assert f'<section id="{name}">' not in written
    assert "follow from the model" not in written
