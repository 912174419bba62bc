"""The picture is drawn, the same each time, and shows what is in force."""

from pathlib import Path

import pytest

from apparat.constitution import Constitution, draw
from apparat.constitution.picture import arrows
from apparat.constitution.strokes import balanced
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError

APRIL_1924 = Month.of(1924, 4)


def test_the_same_month_draws_the_same_svg(soviet: Constitution, tmp_path: Path) -> None:
    one, other = (draw(soviet, APRIL_1924, tmp_path / name).read_bytes() for name in ("a.svg", "b.svg"))
    assert one.startswith(b"<?xml")
    assert one == other


def test_months_under_other_rules_draw_another_picture(soviet: Constitution, tmp_path: Path) -> None:
    pictures = {
        draw(soviet, Month.of(year, 5), tmp_path / f"{year}.svg").read_bytes() for year in (1918, 1921)
    }
    assert len(pictures) == 2


def test_an_unknown_kind_of_file_is_refused(soviet: Constitution, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"must end in \.svg, \.png, \.pdf"):
        draw(soviet, APRIL_1924, tmp_path / "graph.jpeg")


def test_a_place_that_cannot_be_written_is_refused_kindly(soviet: Constitution, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written: No such file or directory"):
        draw(soviet, APRIL_1924, tmp_path / "nowhere" / "graph.svg")


def test_the_circle_is_shaded_once_it_is_closed(soviet: Constitution) -> None:
    shaded = {(each.who, each.whom) for each in arrows(soviet, APRIL_1924) if each.circular}
    assert ("secretariat", "regional-secretaries") in shaded
    assert ("central-committee", "politburo") not in shaded
    assert not any(each.circular for each in arrows(soviet, Month.of(1921, 5)))


def test_an_office_acts_for_its_body(soviet: Constitution) -> None:
    drawn = {(each.who, each.power, each.whom) for each in arrows(soviet, APRIL_1924)}
    assert ("secretariat", "sets-agenda", "politburo") in drawn


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Congress of Soviets of the Union", 26, 2),
        ("Politburo", 26, 1),
        ("Antidisestablishmentarianism", 5, None),
    ],
)
def test_a_name_is_broken_into_few_even_lines(text: str, width: int, lines: int | None) -> None:
    broken = balanced(text, width)
    assert broken.replace("\n", " ").replace(" ", "") == text.replace(" ", "")
    assert lines is None or broken.count("\n") + 1 == lines
