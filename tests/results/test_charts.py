"""Charts: shares fill the height they should, stretches of months are told once, letters can be read."""

import re

import pytest

from apparat.results import charts
from apparat.results.ensemble import COLLECTIVE, LeaderShare
from apparat.results.series import OTHERS

START = "1922-11"


def share(person: str, value: float, sets: tuple[float, float] | None) -> LeaderShare:
    low, high = sets if sets else (None, None)
    return LeaderShare(
        yardstick="conduct",
        key=1,
        person=person,
        runs=10,
        share=value,
        low=value - 0.1,
        high=value + 0.1,
        sets_low=low,
        sets_high=high,
    )


def test_a_bar_is_as_long_as_its_share_and_its_lines_as_their_intervals() -> None:
    piece = charts.bars([share("A", 0.5, (0.2, 0.9))], {"A": "#0072B2"})
    assert 'style="width:50.0%;background:#0072B2"' in piece
    assert '<b style="left:40.0%;width:20.0%">' in piece
    assert '<u style="left:20.0%;width:70.0%">' in piece
    assert [cell for cell in ("50 %", "40 to 60 %", "20 to 90 %") if cell not in piece] == []


def test_one_set_and_sets_that_differ_by_luck_only_are_said() -> None:
    assert "one set" in charts.bars([share("A", 0.5, None)], {})
    assert "as luck" in charts.bars([share("A", 0.5, (0.5, 0.5))], {})


def test_stacked_shares_reach_from_the_floor_to_their_sum() -> None:
    series = {"A": [0.25, 0.5, 0.5], COLLECTIVE: [0.75, 0.25, 0.5]}
    piece = charts.areas(series, charts.colours(list(series)), START)
    first, second = (
        [tuple(map(float, point.split(","))) for point in points.split()]
        for points in re.findall(r'points="([^"]+)"', piece)
    )
    assert first == [(0, 75), (1, 50), (2, 50), (2, 100), (1, 100), (0, 100)]
    assert second[:3] == [(0, 0), (1, 25), (2, 0)]
    assert second[3:] == list(reversed(first[:3]))


def test_a_year_is_marked_at_its_january() -> None:
    piece = charts.areas({"A": [0.5] * 15}, {"A": "#0072B2"}, START)
    assert re.findall(r'left:([\d.]+)%" data-says="(\d{4})"', piece) == [
        ("14.29", "1923"),
        ("100.00", "1924"),
    ]


def test_a_strip_tells_each_stretch_once_with_its_dates() -> None:
    piece = charts.strip(["A", "A", "B", "A"], {"A": "#0072B2", "B": "#E69F00"}, START)
    assert re.findall(r'flex:(\d+) 0 0" title="([^"]+)"', piece) == [
        ("2", "A: 1922-11 to 1922-12"),
        ("1", "B: 1923-01 to 1923-01"),
        ("1", "A: 1923-02 to 1923-02"),
    ]


def test_a_stretch_without_room_for_its_name_goes_unnamed() -> None:
    piece = charts.strip(["Somebody"] * 2 + ["Another"] * 91, {}, START)
    assert piece.count("Somebody") == 1  # as a tooltip
    assert piece.count("Another") == 2


def test_leaders_have_colours_of_their_own_and_nobody_the_pages() -> None:
    shades = charts.colours(["A", "B", COLLECTIVE, OTHERS, *"CDEFGH"])
    assert len({shades[name] for name in "ABCDEF"}) == 6
    assert shades["G"] == shades["H"] == shades[OTHERS]
    assert "currentColor" in shades[COLLECTIVE]


def luminance(shade: str) -> float:
    channels = [int(shade[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("shade", list(charts.colours(list("ABCDEF")).values())[2:])
def test_letters_stand_out_from_every_shade(shade: str) -> None:
    piece = charts.strip(["A"], {"A": shade}, START)
    ink = re.search(r"--on:(#\w{3})", piece)
    assert ink is not None
    letters = luminance("#" + "".join(2 * c for c in ink[1][1:]))
    light, dark = sorted([luminance(shade), letters], reverse=True)
    assert (light + 0.05) / (dark + 0.05) > 4.5


def test_without_styles_and_pictures_only_names_are_left() -> None:
    colour = charts.colours(["A", "B"])
    shown = charts.areas({"A": [0.5] * 15, "B": [0.5] * 15}, colour, START) + charts.strip(
        ["A"], colour, START
    )
    assert re.sub(r"<[^>]+>", "", shown) == "A B"
