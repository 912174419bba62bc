"""A calibration and an analysis as text and as pictures."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from apparat.report import calibration, calibration_picture, sensitivity, sensitivity_picture
from apparat.results.sensitivity import SensitivityResult
from tests.report.samples import CALIBRATION, SENSITIVITY


def printed(parts: object, width: int = 110) -> str:
    console = Console(width=width, record=True, file=StringIO())
    for part in parts:  # type: ignore[attr-defined]
        console.print(part)
    return console.export_text()


def test_a_calibration_tells_what_was_fitted_met_and_not() -> None:
    text = printed(calibration.report(CALIBRATION))
    for said in (
        "unfinished",
        "not measured",
        "0.1 or over",
        "-3.0 (-4.0 to +6.0)",
    ):
        assert said in text, said
    assert "61 %" in text
    assert "c/posteriors/joint" in text


def test_names_are_whole_up_to_their_joints_at_eighty_columns() -> None:
    parameter, target = "nomenklatura.settling_time", "central-committee-vote-on-testament"
    long = CALIBRATION.model_copy(
        update={
            "parameters": tuple(
                row.model_copy(update={"parameter": parameter}) for row in CALIBRATION.parameters
            ),
            "targets": tuple(row.model_copy(update={"target": target}) for row in CALIBRATION.targets),
        }
    )
    text = printed(calibration.report(long), 80)
    assert all(len(line.rstrip()) <= 80 for line in text.splitlines())
    words = {word for line in text.splitlines() for word in line.split()}
    for part in ("nomenklatura.settling_", "time", "central-committee-", "vote-on-testament"):
        assert part in words


def test_an_analysis_tells_only_effects_above_luck() -> None:
    text = printed(sensitivity.report(SENSITIVITY))
    assert "voting.tie" in text
    assert "voting.norm" not in text
    assert "0.60 ± 0.10" in text
    assert "35 %" in text


def texts(figure: object) -> list[str]:
    from matplotlib.text import Text

    return [each.get_text() for each in figure.findobj(Text)]  # type: ignore[attr-defined]


def test_the_picture_of_a_calibration_names_every_parameter_and_target() -> None:
    said = texts(calibration_picture.draw(CALIBRATION))
    assert "voting.tie" in said
    assert "voting.norm  not identified" in said
    assert {"opposition  1923-10", "moved  1923-10", "never  1923-10", "not measured"} <= set(said)


def test_deviations_beyond_the_picture_stand_at_its_edge() -> None:
    axes = calibration_picture.draw(CALIBRATION).findobj(lambda a: hasattr(a, "get_xlim"))[-1]
    low, high = axes.get_xlim()
    ends = [x for line in axes.lines for x in line.get_xdata()]
    assert low <= min(ends)
    assert max(ends) <= high


def test_the_picture_of_an_analysis_has_a_panel_for_sources_only_where_there_are_any() -> None:
    def panels(result: SensitivityResult) -> int:
        return len(sensitivity_picture.draw(result).axes)

    assert panels(SENSITIVITY) == 3
    assert panels(SENSITIVITY.model_copy(update={"sources": ()})) == 2


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_equal_results_make_equal_pictures(tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        calibration_picture.save_calibration_picture(CALIBRATION, tmp_path / (name + suffix))
        sensitivity_picture.save_sensitivity_picture(SENSITIVITY, tmp_path / (name + "s" + suffix))
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()
    assert (tmp_path / f"as{suffix}").read_bytes() == (tmp_path / f"bs{suffix}").read_bytes()
