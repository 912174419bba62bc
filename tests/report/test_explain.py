"""What each cause contributed, as text and as a picture."""

from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console

import apparat
from apparat.report.explain import report
from apparat.report.explain_picture import draw, save_explain_picture
from apparat.results.explain import ExplainResult


@pytest.fixture(scope="module")
def explained() -> ExplainResult:
    return apparat.explain(
        "succession-1922", causes=("machine", "fear", "war-scare"), runs=3, seed=2, sets="uncalibrated"
    )


def test_the_report_says_all_of_it_within_the_width(explained: ExplainResult) -> None:
    console = Console(file=StringIO(), width=80)
    for part in report(explained):
        console.print(part)
    said = console.file.getvalue()
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    for row in explained.causes:
        assert row.cause in said
        assert row.name in said
    for part in ("Share of runs led in December 1929", "beyond each apart", "24 histories", "Digest: "):
        assert part in said
    assert " ".join(explained.conclusion.split()) in " ".join(said.split())


def test_the_waterfall_leads_from_no_cause_to_all_of_them(explained: ExplainResult) -> None:
    axes = draw(explained).axes[0]
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels[0] == f"no cause: {100 * explained.ends[0].nothing:.0f} %"
    assert labels[-1] == f"all causes: {100 * explained.ends[0].everything:.0f} %"
    bars = sorted(axes.patches, key=lambda bar: bar.get_y())
    steps = bars[1:-1]
    assert sum(bar.get_width() for bar in steps) == pytest.approx(bars[-1].get_width() - bars[0].get_width())
    for one, other in pairwise(steps):
        assert other.get_x() == pytest.approx(one.get_x() + one.get_width())


def test_every_pair_has_its_square(explained: ExplainResult) -> None:
    assert len(draw(explained).axes[1].patches) == 3


def test_nothing_runs_out_of_the_picture(explained: ExplainResult) -> None:
    figure = draw(explained)
    figure.canvas.draw()
    titles = [axes.title for axes in figure.axes] + [axes._right_title for axes in figure.axes]
    for text in [*figure.texts, *titles]:
        box = text.get_window_extent()
        assert figure.bbox.x0 <= box.x0
        assert box.x1 <= figure.bbox.x1


def test_one_cause_has_a_picture_too() -> None:
    alone = apparat.explain("succession-1922", causes="war-scare", runs=2, seed=2, sets="uncalibrated")
    assert len(draw(alone).axes[0].get_yticklabels()) == 3


def test_a_picture_says_what_made_it(explained: ExplainResult, tmp_path: Path) -> None:
    save_explain_picture(explained, tmp_path / "why.svg")
    assert explained.digest in (tmp_path / "why.svg").read_text(encoding="utf-8")
