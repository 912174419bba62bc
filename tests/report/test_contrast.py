"""A contrast as text and as a picture."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from apparat.report.contrast import report
from apparat.report.contrast_picture import draw, save_contrast_picture
from tests.report.samples import CONTRAST


def test_the_report_says_every_combination_and_effect_within_the_width() -> None:
    console = Console(file=StringIO(), width=80)
    for part in report(CONTRAST):
        console.print(part)
    said = console.file.getvalue()
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    for part in ("none of them", "insecurity", "1957-06", "1964-10", "The second struggle less the first"):
        assert part in said
    assert CONTRAST.digest in said


def test_the_picture_has_a_bar_for_every_combination_and_every_effect() -> None:
    axes = draw(CONTRAST).axes
    assert len(axes) == 2 * len(CONTRAST.stagings)
    for staging, votes, effects in zip(CONTRAST.stagings, axes[::2], axes[1::2], strict=True):
        shares = [row.share for row in CONTRAST.combinations if row.scenario == staging.scenario]
        assert [bar.get_width() for bar in votes.patches] == pytest.approx([100 * each for each in shares])
        [effect] = [
            row.value
            for row in CONTRAST.effects
            if (row.scenario, row.measure) == (staging.scenario, "share for")
        ]
        [bar] = effects.patches
        assert bar.get_width() == pytest.approx(100 * effect)
    assert [label.get_text() for label in axes[0].get_yticklabels()] == ["none of them", "insecurity"]


def test_an_effect_that_luck_explains_is_pale_and_a_sure_one_is_not() -> None:
    colours = [axes.patches[0].get_facecolor() for axes in draw(CONTRAST).axes[1::2]]
    assert colours[0] != colours[1]


def test_the_picture_says_what_made_it(tmp_path: Path) -> None:
    save_contrast_picture(CONTRAST, tmp_path / "vote.svg")
    assert CONTRAST.digest in (tmp_path / "vote.svg").read_text(encoding="utf-8")
