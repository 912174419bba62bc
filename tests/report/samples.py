"""Invented results of calibrations and analyses, for whoever shows them."""

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
