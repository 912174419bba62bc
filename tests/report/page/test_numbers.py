"""The numbers of figures, for whoever does not see them drawn."""

from apparat.report.page.charts import (
    Arrow,
    Arrows,
    Band,
    Bar,
    Bars,
    Curve,
    Fan,
    Level,
    Shares,
    Stripe,
    Stripes,
)
from apparat.report.page.numbers import numbers


def test_every_bar_is_a_row_with_its_group() -> None:
    piece = numbers(Bars([Bar("gain & loss", (0, 10), "+10", group="Others")], "points", ("who", "change")))
    for said in ("Others", "gain &amp; loss", "+10", "who", "change"):
        assert said in piece
    assert "<details>" in piece


def test_bars_without_groups_have_no_column_for_them() -> None:
    assert numbers(Bars([Bar("a", (0, 1), "1")], "points")).count("<th ") == 2


def test_of_months_the_first_the_januaries_and_the_last_are_told() -> None:
    line = Curve("A", [1, 2, 3, 4], [0, 1, 2, 3], [2, 3, 4, 5], 0)
    piece = numbers(Fan("1922-11", [line], "points"))
    assert [month for month in ("November 1922", "December 1922", "January 1923") if month in piece] == [
        "November 1922",
        "January 1923",
    ]
    assert "+3 (+2 to +4)" in piece
    assert "February 1923" in piece


def test_what_was_measured_of_one_run_has_neither_sign_nor_range() -> None:
    line = Curve("A", [41.0], [41.0], [41.0], 0)
    assert ">41<" in numbers(Fan("1922-11", [line], "% of the body"))


def test_shares_are_told_by_name() -> None:
    piece = numbers(Shares("1922-11", [Band("A", [0.25, 0.5], 0), Band("nobody", [0.75, 0.5], -1)]))
    assert "75 %" in piece
    assert "nobody" in piece


def test_parts_and_arrows_are_told_in_words() -> None:
    stripes = Stripes([Stripe("1924", {"A": 0.75, "B": 0.25}, "said")], {"A": 0, "B": 1})
    assert "A 75 %, B 25 %" in numbers(stripes)
    levels = (Level("low", 1, 0), Level("high", 1, 1))
    assert "a fifth" in numbers(Arrows(levels, [Arrow("low", "high", 0.2, "a fifth")], {"rises": 0}))
