"""A run reads as a story: months, turning points, counts, control, and who leads."""

import io

import pytest
from rich.console import Console
from toy import ToyEngine

from apparat.report.narration import narration
from apparat.results.assemble import run_result


@pytest.fixture(scope="module", params=[False, True], ids=["unicode", "plain"])
def told(request: pytest.FixtureRequest) -> str:
    engine = ToyEngine(seed=4)
    result = run_result(engine.history(2, until=None), engine.directory, engine.identity, run=2, detail=False)
    console = Console(file=io.StringIO(), width=80, highlight=False, safe_box=True)
    for part in narration(result, plain=request.param):
        console.print(part)
    text = console.file.getvalue()
    assert text.isascii() or not request.param
    return text


def test_no_line_is_wider_than_eighty_columns(told: str) -> None:
    assert max(map(len, told.splitlines())) <= 80


def test_months_are_headings_in_order_and_months_without_events_are_left_out(told: str) -> None:
    lines = told.splitlines()
    places = [lines.index(month) for month in ("April 1922", "May 1922", "July 1922", "January 1923")]
    assert places == sorted(places)
    assert "August 1922" not in lines


def test_turning_points_are_marked_and_every_event_names_its_mechanism(told: str) -> None:
    condemned = next(line for line in told.splitlines() if "is condemned" in line)
    assert condemned.startswith("* ")
    assert condemned.endswith("discipline")
    vote = next(line for line in told.splitlines() if "on Stalin's motion" in line)
    assert vote.startswith("  ")
    assert vote.endswith("voting")


def test_control_is_shown_at_the_end_of_a_quarter_with_the_chief_secretary_first(told: str) -> None:
    lines = told.splitlines()
    (at,) = (i for i, line in enumerate(lines) if "would follow" in line)
    assert "Stalin, chief secretary" in lines[at + 1]
    assert "55%" in lines[at + 1]
    assert "Zinoviev" in lines[at + 2]
    assert "0%" in lines[at + 2].rsplit(maxsplit=1)[-1]


def test_the_end_says_who_leads_and_how_to_see_it_again(told: str) -> None:
    end = told[told.index("Who leads in March 1923") :]
    for words in (
        "judged by conduct",
        "judged by power",
        "the only one left",
        "chief secretary: Stalin",
    ):
        assert words in end
    assert "apparat run toy --seed 4 --run 2" in end
    assert "Uncalibrated" in end
    assert "docs/model.md" in end
