"""Flows as text and as a picture."""

from io import StringIO
from pathlib import Path

import pytest
from matplotlib.patches import FancyArrowPatch
from rich.console import Console

import apparat
from apparat import scenario
from apparat.experiments.flows.levels import Levels
from apparat.report.flows import report, short
from apparat.report.flows_picture import draw, save_flows_picture
from apparat.results.flows import FlowsResult
from apparat.scenario.compile import compile_scenario


@pytest.fixture(scope="module")
def result() -> FlowsResult:
    """Two levels shifted."""
    shifted = ("soviets", "politburo")
    return apparat.flows("succession-1922", levels=shifted, runs=6, months=3, seed=2, sets="uncalibrated")


def text(result: FlowsResult) -> str:
    console = Console(file=StringIO(), width=80)
    for part in report(result):
        console.print(part)
    return console.file.getvalue()


def test_the_report_says_all_of_it_within_the_width(result: FlowsResult) -> None:
    said = text(result)
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    assert "…" not in said
    assert "-0 " not in said
    assert "-0*" not in said
    assert "-0.0" not in said
    for part in ("on paper", "in practice", "Not modelled of People", *result.years, result.digest[:20]):
        assert part in said


def test_years_keep_their_place_beside_wide_intervals(result: FlowsResult) -> None:
    wide = [
        row.model_copy(
            update={"rise": -0.143, "rise_low": -0.3, "rise_high": 0.12, "fall": 0.147, "fall_high": 0.4}
        )
        for row in result.index
    ]
    said = text(result.model_copy(update={"index": wide}))
    assert "…" not in said
    assert said.count(f" {result.years[-1]} ") > 1
    assert "-14.3 ± 26.3" in said


@pytest.mark.parametrize("name", ["succession-1922", "collective-1953", "plenum-1964"])
def test_every_level_has_an_abbreviation_of_its_own(name: str) -> None:
    titles = [row.title for row in Levels(compile_scenario(scenario.load(name))).rows]
    found = [short(title) for title in titles]
    assert all(1 <= len(each) <= 4 for each in found)
    assert len(set(found)) == len(titles) == 10


def test_arrows_are_drawn_of_shifted_levels_only_and_scaled(result: FlowsResult) -> None:
    for axes, powers in zip(draw(result).axes[::2], ("paper", "practice"), strict=True):
        arrows = [patch for patch in axes.patches if isinstance(patch, FancyArrowPatch)]
        sure = [
            row.votes
            for row in result.flows
            if (row.powers, row.year) == (powers, "all")
            and row.direction in ("rise", "fall", "across")
            and row.votes is not None
            and abs(row.votes) >= 0.02
            and not row.votes_low <= 0 <= row.votes_high
        ]
        assert len(arrows) == len(sure) > 3
        widths = sorted(arrow.get_linewidth() for arrow in arrows)
        assert widths == sorted(widths, key=float)
        assert widths[-1] / widths[0] == pytest.approx(max(map(abs, sure)) / min(map(abs, sure)), rel=0.6)


def test_a_picture_says_what_made_it(result: FlowsResult, tmp_path: Path) -> None:
    save_flows_picture(result, tmp_path / "flows.svg")
    assert result.digest in (tmp_path / "flows.svg").read_text(encoding="utf-8")
