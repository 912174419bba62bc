"""Bars and curves have the width and the height they are asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.report.bars import bar, curve


@given(st.floats(0, 1), st.integers(1, 40), st.booleans())
def test_a_bar_is_as_wide_as_asked(share: float, width: int, plain: bool) -> None:
    drawn = bar(share, width, plain=plain)
    assert len(drawn) == width
    assert drawn.isascii() or not plain


@pytest.mark.parametrize(
    ("share", "drawn"), [(0.0, "····"), (0.5, "██··"), (0.625, "██▌·"), (1.0, "████"), (1.7, "████")]
)
def test_a_bar_is_as_full_as_its_share(share: float, drawn: str) -> None:
    assert bar(share, 4, plain=False) == drawn


def test_a_plain_bar_uses_signs_that_every_terminal_has() -> None:
    assert bar(0.5, 4, plain=True) == "##.."


@given(
    st.lists(st.floats(0, 1), min_size=1, max_size=200), st.integers(1, 120), st.integers(1, 3), st.booleans()
)
def test_a_curve_has_the_shape_asked_for(shares: list[float], width: int, height: int, plain: bool) -> None:
    lines = curve(shares, width, height, plain=plain)
    assert [len(line) for line in lines] == [width] * height
    assert plain is False or all(line.isascii() for line in lines)


def test_a_curve_rises_with_its_shares() -> None:
    assert curve([0, 0.25, 0.5, 0.75, 1], 5, 2, plain=False) == ["   ▄█", " ▄███"]


def test_a_small_share_is_seen_and_none_is_not() -> None:
    assert curve([0.0, 0.01], 2, 1, plain=False) == [" ▁"]
