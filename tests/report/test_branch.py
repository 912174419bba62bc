"""Branches as text and as a picture."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import apparat
from apparat.report.branch import report
from apparat.report.branch_picture import draw, save_branch_picture
from apparat.results.branch import BranchResult

DATES = ("1928-11", "1929-07")


@pytest.fixture(scope="module")
def result() -> BranchResult:
    """A small tree."""
    return apparat.branch("succession-1922", DATES, pasts=3, endings=4, seed=2, sets="uncalibrated")


def text(result: BranchResult, *, plain: bool) -> str:
    console = Console(file=StringIO(), width=80)
    for part in report(result, plain=plain):
        console.print(part)
    return console.file.getvalue()


def test_the_report_says_all_of_it_within_the_width(result: BranchResult) -> None:
    said = text(result, plain=False)
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    for part in (
        "3 pasts, 4 endings",
        "November 1928",
        "July 1929",
        "decided",
        "Months:",
        result.digest[:20],
    ):
        assert part in said


def test_a_limb_is_told_for_everybody_who_led_then(result: BranchResult) -> None:
    said = text(result, plain=True)
    for row in result.tree:
        assert row.leads in said
        assert row.person in said
    assert "█" not in said


def test_those_who_lead_seldom_are_added_up(result: BranchResult) -> None:
    row, limb = result.outcomes[0], result.tree[0]
    many = [
        row.model_copy(update={"person": f"Person {k:02}", "share": (k < 8) * 0.12 + 0.01 * (k > 7)})
        for k in range(12)
    ]
    limbs = [
        limb.model_copy(update={"person": f"Person {k:02}", "endings": 2 if k < 8 else 1}) for k in range(12)
    ]
    said = text(result.model_copy(update={"outcomes": many, "tree": limbs}), plain=True)
    assert "Person 07" in said
    assert "Person 08" not in said
    rest = [" ".join(line.split()) for line in said.splitlines() if "4 others" in line]
    assert len(rest) == 2
    assert rest[0] == "4 others 4 %"


def test_the_picture_has_a_tree_for_each_date_and_a_bar_for_each_limb(result: BranchResult) -> None:
    panels = draw(result).axes
    assert [axes.get_title(loc="left") for axes in panels] == ["November 1928", "July 1929"]
    for axes, date in zip(panels, DATES, strict=True):
        limbs = [row for row in result.tree if row.date == date]
        assert len(axes.patches) == len(limbs)
        assert sum(patch.get_width() for patch in axes.patches) == pytest.approx(0.58 * 3)


def test_a_picture_says_what_made_it(result: BranchResult, tmp_path: Path) -> None:
    save_branch_picture(result, tmp_path / "tree.svg")
    assert result.digest in (tmp_path / "tree.svg").read_text(encoding="utf-8")
