"""Tables and picture hold what was measured."""

from pathlib import Path

from bench.institution.agree import Agreement
from bench.institution.show import agreed, compared, grown, picture, versions

SUMMARY = {"median": 2.0, "min": 1.0, "max": 30.0}
FOUND = {
    "versions": {"kernels": {"numba": "1.2"}, "mesa": {"mesa": "3.4"}},
    "sizes": {
        "small": {
            "posts": 600,
            "milliseconds": {"kernels": SUMMARY, "mesa": {"median": 200.0, "min": 100.0, "max": 3000.0}},
            "ratio": {"kernels": SUMMARY, "mesa": {"median": 100.0, "min": 90.0, "max": 110.0}},
        }
    },
}
GROWTH = {"posts": {"kernels": [{"value": 100, "nanoseconds": 3.25}, {"value": 1000, "nanoseconds": 4.0}]}}


def test_a_row_holds_posts_median_extremes_and_ratio() -> None:
    rows = compared(FOUND).splitlines()
    assert rows[2] == "| 600 | Apparat's kernels | 2.00 | 1.00 to 30.0 | 1 |"
    assert rows[3] == "| 600 | Mesa | 200 | 100 to 3,000 | 100 (90.0 to 110) |"


def test_growth_has_a_column_for_each_value() -> None:
    assert grown(GROWTH).splitlines() == [
        "| posts | 100 | 1,000 |",
        "| --- | --- | --- |",
        "| Apparat's kernels | 3.25 | 4.00 |",
    ]


def test_versions_and_agreement_are_told_by_implementation() -> None:
    assert "* Mesa: mesa 3.4" in versions(FOUND).splitlines()
    row = agreed({"mesa": {"chiefs": Agreement(1.0, 1.5, 0.1, 0.2)}}).splitlines()[-1]
    assert row == "| chiefs | Mesa | 1.000 | 1.500 | 0.100 | 0.200 |"
    assert Agreement(1.0, 1.0, 0.1, 0.2).holds
    assert not Agreement(1.0, 1.0, 0.3, 0.2).holds


def test_the_picture_is_the_same_file_each_time_and_holds_growth_if_it_was_measured(tmp_path: Path) -> None:
    files = [tmp_path / "a.svg", tmp_path / "b.svg"]
    for file in files:
        picture(FOUND, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    alone, grown_too = (files[0].read_bytes(), tmp_path / "c.svg")
    picture(FOUND | {"growth": GROWTH}, grown_too)
    assert len(grown_too.read_bytes()) > 1.3 * len(alone)
