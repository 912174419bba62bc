"""A calibration and an analysis as text and as pictures."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from apparat.report import calibration, calibration_picture, sensitivity, sensitivity_picture
from apparat.results.calibration import (
    CalibrationResult,
    FitSummary,
    OutcomeFit,
    ParameterFit,
    RoundRow,
    TargetFit,
)
from apparat.results.sensitivity import Effect, Index, OutcomeSpread, SensitivityResult, SourceEffect


def fitted(name: str, *, identified: bool) -> ParameterFit:
    return ParameterFit(
        fit="joint",
        parameter=name,
        meaning="weight of ties",
        unit="logits",
        source="assumed",
        strength=2.5,
        moves="opposition",
        default=4.0,
        low=2.0,
        high=7.0,
        fitted_low=3.0,
        fitted=4.5,
        fitted_high=5.0,
        narrowed=0.3 if identified else 0.97,
        identified=identified,
    )


def target(name: str, deviation: float | None, high: float | None = 0.1) -> TargetFit:
    off = {"deviation_low": None, "deviation": None, "deviation_high": None}
    if deviation is not None:
        off = {"deviation_low": deviation - 1, "deviation": deviation, "deviation_high": deviation + 9}
    return TargetFit(
        fit="joint",
        target=name,
        scenario="s",
        month="1923-10",
        unit="share",
        recorded_low=0.1,
        recorded_high=high,
        prior_low=0.0,
        prior=0.2,
        prior_high=0.4,
        fitted_low=None if deviation is None else 0.1,
        fitted=None if deviation is None else 0.12,
        fitted_high=None if deviation is None else 0.2,
        **off,
        verdict="not measured" if deviation is None else "met" if abs(deviation) <= 1 else "not met",
    )


CALIBRATION = CalibrationResult(
    scenarios=("s",),
    scenario_hashes={"s": "h"},
    targets_hashes={"s": "h"},
    rules="r",
    engine="e",
    seed=1,
    runs=2,
    folder="c",
    conclusion="Fitted.",
    fits=(
        FitSummary(
            fit="joint",
            scenarios=("s",),
            left_out=None,
            complete=False,
            power=0.25,
            tolerances=2.0,
            draws=1200,
            points=80,
            distinct=40,
            acceptance=0.25,
            folder="c/posteriors/joint",
        ),
    ),
    rounds=(RoundRow(fit="joint", step=0, power=0, tolerances=None, draws=80, acceptance=1, misfit=9),),
    parameters=(fitted("voting.tie", identified=True), fitted("voting.norm", identified=False)),
    targets=(target("opposition", 0.5), target("moved", -3.0, high=None), target("never", None)),
    outcomes=(
        OutcomeFit(
            fit="joint",
            scenario="s",
            person="Stalin",
            prior_low=0.1,
            prior=0.3,
            prior_high=0.5,
            fitted_low=0.2,
            fitted=0.61,
            fitted_high=0.9,
        ),
    ),
)

SENSITIVITY = SensitivityResult(
    scenario="s",
    scenario_hash="h",
    title="A struggle",
    engine="e",
    seed=1,
    runs=64,
    trajectories=4,
    base=64,
    draws=1000,
    posterior="s",
    conclusion="It hangs on ties.",
    outcomes=(OutcomeSpread(outcome="Stalin", mean=0.4, low=0.1, high=0.8, by_luck=0.2),),
    effects=tuple(
        Effect(
            parameter=f"voting.{name}",
            source="assumed",
            outcome="Stalin",
            strength=strength,
            direction=-strength,
            spread=0.1,
            by_luck=0.05,
            noticeable=strength > 0.1,
        )
        for name, strength in (("tie", 0.3), ("norm", 0.04))
    ),
    indices=(
        Index(parameter="voting.tie", outcome="Stalin", first=0.4, first_half=0.1, total=0.6, total_half=0.1),
    ),
    sources=(
        SourceEffect(
            target="opposition",
            scenario="s",
            because=("vote",),
            outcome="Stalin",
            fitted=0.61,
            without=0.35,
            change=-0.26,
            effective=0.7,
        ),
    ),
)


def printed(parts: object) -> str:
    console = Console(width=110, record=True, file=StringIO())
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
