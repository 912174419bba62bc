"""Drawing: what is larger is drawn larger, where it should be, and everything has its words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.report.page.charts import Arrow, Arrows, Bar, Bars, Fan, Level, Line, Shares, Stripe, Stripes
from apparat.report.page.draw import drawn
from apparat.report.page.draw.scale import scale, shade

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
SAYS = "What is to be seen."


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_an_axis_holds_all_values_between_round_marks(values: list[float]) -> None:
    axis = scale(values)
    hair = 1e-6 + 1e-8 * (max(values) - min(values))
    assert axis.marks[0] <= min(values) + hair
    assert axis.marks[-1] >= max(values) - hair
    assert 2 <= len(axis.marks) <= 9
    shares = [axis.share(value) for value in sorted(values)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def fan(mark: tuple[str, str] | None = None) -> str:
    up, down = (
        Line("A", [0, 10, 20], [0, 5, 10], [0, 15, 30]),
        Line("B & C", [0, -5, -10], [0, -9, -20], [0, 0, 0]),
    )
    return drawn(Fan("1922-12", [up, down], "points", mark), SAYS)


def test_a_fan_draws_every_line_in_its_range() -> None:
    piece = fan()
    band, line = (re.findall(rf'<{kind} points="([^"]+)"', piece) for kind in ("polygon", "polyline"))
    assert len(band) == len(line) == 2
    heights = [float(point.split(",")[1]) for point in line[0].split()]
    assert heights == sorted(heights, reverse=True)
    assert [point.split(",")[1] for point in line[0].split()] == ["60.00", "40.00", "20.00"]
    assert "B &amp; C -10" in piece
    assert f'aria-label="{SAYS}"' in piece


def test_years_and_the_mark_stand_at_their_month() -> None:
    piece = fan(("1923-02", "intervention"))
    assert 'class="year" style="left:50.00%">1923<' in piece
    assert 'class="mark before" style="left:100.00%">intervention<' in piece
    assert 'class="mark" style="left:0.00%"' in fan(("1922-12", "x"))


def test_bars_go_from_nought_and_marks_stand_where_they_should() -> None:
    rows = [
        Bar("gain", (0, 10), "+10", inner=(5, 15), shade=0),
        Bar("loss", (0, -10), "-10", outer=(-20, 0), tick=-10, shade=-1, group="Others"),
    ]
    piece = drawn(Bars(rows, "points", ("who", "change")), SAYS)
    assert re.findall(r'<i style="left:([\d.]+)%;width:([\d.]+)%', piece) == [
        ("50.00", "25.00"),
        ("25.00", "25.00"),
    ]
    assert '<b style="left:62.50%;width:25.00%"' in piece
    assert '<u style="left:0.00%;width:50.00%"' in piece
    assert '<em style="left:25.00%"' in piece
    for said in ("gain", "+10", "Others", "points", "who", "change", SAYS):
        assert said in piece


def test_what_lies_beyond_a_given_axis_stands_at_its_end() -> None:
    piece = drawn(Bars([Bar("far", (0, 50), "50", tick=90)], "x", within=(-10, 10)), SAYS)
    assert '<em style="left:100.00%"' in piece
    assert '<i style="left:50.00%;width:50.00%' in piece


def test_stripes_are_as_wide_as_their_parts_and_name_the_wide_ones() -> None:
    piece = drawn(Stripes([Stripe("1924", {"A": 0.75, "B": 0.05, "C": 0.2, "D": 0.0}, "75 %")]), SAYS)
    assert re.findall(r"flex:([\d.]+) 0 0", piece) == ["0.7500", "0.0500", "0.2000"]
    assert ">A</span>" in piece
    assert 'title="B: 5 %"></span>' in piece


def test_shares_are_stacked_as_in_a_notebook() -> None:
    piece = drawn(Shares("1922-12", {"A": [0.25, 0.5], "collective leadership": [0.75, 0.5]}), SAYS)
    assert piece.count("<polygon") == 2
    assert "var(--c0)" in piece
    assert SAYS in piece


def test_arrows_are_as_thick_as_they_are_strong_and_go_where_they_should() -> None:
    levels = (Level("low", 1, 0), Level("quite a long name", 1, 2), Level("beside", 0, 0))
    arrows = [
        Arrow("low", "quite a long name", 0.2, "a fifth", 0),
        Arrow("quite a long name", "low", 0.8, "four fifths", 1),
        Arrow("beside", "low", 0.4, "two fifths", -1),
    ]
    piece = drawn(Arrows(levels, arrows, {"rises": 0, "falls": 1, "across": -1}), SAYS)
    drawn_as = re.findall(r'd="M(\d+),(\d+) [^"]*?,(\d+)" style="stroke:(\S+?);stroke-width:([\d.]+)"', piece)
    down, across, up = drawn_as
    widths = [float(each[4]) for each in (up, across, down)]
    assert widths == pytest.approx([2, 4, 8])
    assert int(up[1]) > int(up[2])
    assert int(down[1]) < int(down[2])
    assert across[1] == across[2]
    assert int(up[0]) > int(down[0]) > int(across[0])
    assert [each[3] for each in (up, down, across)] == ["var(--c0)", "var(--c1)", "var(--neither)"]
    assert "quite</tspan>" in piece or "quite a</tspan>" in piece
    for said in ("a fifth", "rises", SAYS):
        assert said in piece


def test_every_shade_is_a_colour_of_the_stylesheet() -> None:
    assert shade(0) == "var(--c0)"
    assert shade(6) == shade(0)
    assert shade(-1) == "var(--neither)"
