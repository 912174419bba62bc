"""What each kind of result says of itself: its own file, and figures that show its numbers."""

import pkgutil
from pathlib import Path

import pytest

from apparat import record
from apparat.report.page import kinds
from apparat.report.page.charts import Arrows, Bars, Fan, Shares, Stripes
from apparat.report.page.told import kind_of, plain, told
from apparat.results.base import Result
from apparat.results.record import votes_result
from apparat.results.replay import ReplayResult
from apparat.results.run import RunResult
from apparat.results.schemas import results
from tests.report.samples import CONTRAST, WHY


def computed() -> set[str]:
    """Kinds of results that are computed from runs, by the name of their file."""
    named = {
        name.split("/")[1].replace("-", "_")
        for name, kind in results().items()
        if "command" in kind.model_fields
    }
    return named - {"why_events"}


def test_every_kind_of_computed_result_has_a_file_and_of_the_record_whatever_can_be_opened() -> None:
    files = {module.name for module in pkgutil.iter_modules([str(Path(kinds.__file__).parent)])}
    assert files == computed() | {"record_show", "record_people", "record_bodies"}


def test_a_kind_without_a_file_is_told_plainly(every: dict[str, Result]) -> None:
    counted = votes_result(list(record.votes()))
    assert told(counted) == plain(counted)
    assert plain(counted).title == "Record votes"
    assert kind_of(every["what-if"]) == "what_if"


@pytest.mark.parametrize(
    ("kind", "charts"),
    [
        ("ensemble", [Shares, Bars, Bars]),
        ("what-if, apart", [Bars]),
        ("validation", [Bars, Bars]),
        ("calibration", [Bars, Bars, Bars]),
        ("sensitivity", [Bars, Bars, Bars]),
        ("explain", [Bars, Bars, Bars]),
        ("contrast", [Bars, Bars, Bars, Bars]),
        ("why", [Bars, Bars, Bars]),
        ("branch", [Bars, Stripes, Stripes]),
        ("run", [Bars, Bars, Fan, Fan, Fan]),
    ],
)
def test_a_kind_has_its_figures(every: dict[str, Result], kind: str, charts: list[type]) -> None:
    tale = told(every[kind])
    assert [type(figure.chart) for figure in tale.figures] == charts
    for figure in tale.figures:
        assert figure.says.endswith(".")
        assert figure.title not in figure.says


def test_paired_differences_are_drawn_in_points_from_the_intervention_on(every: dict[str, Result]) -> None:
    result = every["what-if"]
    fan = next(figure.chart for figure in told(result).figures if isinstance(figure.chart, Fan))
    assert fan.start == result.start
    assert fan.mark == (result.arms[0].from_, "intervention")
    for line in fan.lines:
        rows = [row for row in result.over_time if (row.person, row.yardstick) == (line.name, "conduct")]
        assert list(line.values) == [100 * row.difference for row in rows]
        assert line.shade == rows[0].key - 1
        assert all(
            low <= value <= high for low, value, high in zip(line.low, line.values, line.high, strict=True)
        )


def test_effects_that_luck_explains_are_pale() -> None:
    votes, _, effects, apart = (figure.chart for figure in told(CONTRAST).figures)
    assert [(row.label, row.span[1]) for row in votes.rows] == [
        ("none of them", pytest.approx(20)),
        ("insecurity", pytest.approx(30)),
    ]
    assert [(row.group, row.shade) for row in effects.rows] == [
        ("collective-1953: remove", -1),
        ("plenum-1964: remove", 0),
    ]
    assert [row.said for row in apart.rows] == ["+20.0 (+10.0 to +30.0)"]


def test_a_run_shows_control_as_last_measured_and_numbers_without_ranges(every: dict[str, Result]) -> None:
    run = every["run"]
    top = next(figure for figure in told(run).figures if figure.title == "Who could count on the Politburo")
    measured = [row for row in run.control if row.body == "Politburo"]
    assert top.chart.start == measured[0].month
    for line in top.chart.lines:
        last = [row.share for row in measured if (row.person, row.month) == (line.name, measured[-1].month)]
        assert line.values[-1] == pytest.approx(100 * sum(last))
        assert line.low == line.values == line.high


def test_a_run_tells_every_vote_with_its_count_and_every_turning_point(every: dict[str, Result]) -> None:
    run = every["run"]
    points, votes = told(run).tables
    assert votes.row_count == sum(event.kind == "vote" for event in run.events) > 0
    assert points.row_count == sum(event.turning_point for event in run.events) > 0


def test_a_replayed_run_is_told_as_a_run_beside_the_digest_that_was_stored(every: dict[str, Result]) -> None:
    told_by = {name: getattr(every["run"], name) for name in RunResult.model_fields if name != "schema_name"}
    same, other = (
        ReplayResult(**told_by, store="runs", stored_digest=digest) for digest in (every["run"].digest, "0")
    )
    assert told(same).figures == told(every["run"]).figures
    assert "its digest equals" in told(same).method[-1]
    assert "its digest differs" in told(other).method[-1]


def test_scenarios_are_found_where_a_result_has_no_field_for_them() -> None:
    assert told(CONTRAST).scenarios == {"collective-1953": "h", "plenum-1964": "h"}


def test_ballots_against_go_to_the_left_and_ballots_for_to_the_right() -> None:
    rows = told(WHY).figures[0].chart.rows
    assert [(row.label, row.span, row.said) for row in rows] == [
        ("dependence", (-15, 2), "15 | 2"),
        ("fear", (-5, 8), "5 | 8"),
    ]


def test_an_answer_in_paragraphs_stands_before_the_figures(pages: dict[str, str]) -> None:
    assert "Dependence decided it." in pages["why"].split('<section id="figures">')[0]


def test_flows_begin_with_arrows_on_paper_and_in_practice(every: dict[str, Result]) -> None:
    first, second, *_ = told(every["flows"]).figures
    assert [type(figure.chart) for figure in (first, second)] == [Arrows, Arrows]
    assert first.title != second.title
