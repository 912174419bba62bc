"""What is told of each target, of each forecaster, and of each struggle predicted from the others."""

import math
from collections.abc import Iterator
from typing import Literal

import numpy as np

from apparat.experiments.validation.forecasters import MODEL, Card, Rivalry
from apparat.results.validation import LeftOutRow, ScoreRow, TargetRow, Verdict
from apparat.targets import Target, deviations, tolerance
from apparat.targets.forecasts import Forecast
from apparat.targets.scores import Scored
from apparat.targets.told import recorded, written

Scorable = Literal["validation", "calibration"]
_SCORED: tuple[Scorable, ...] = ("validation", "calibration")


def target_rows(card: Card) -> Iterator[TargetRow]:
    """A row for each target, in the order of its file."""
    scores = card.scored[MODEL]
    for column, (target, expected) in enumerate(zip(card.struggle.targets, card.model, strict=True)):
        measured = float((~np.isnan(card.measured[:, column])).mean())
        yield _target_row(target, expected, scores.get(target.name), measured)


def score_rows(card: Card) -> Iterator[ScoreRow]:
    """A row for each forecaster and role that has targets."""
    for role in _SCORED:
        for who, rivalry in card.rivals((role,)).items():
            if rivalry.own.targets:
                yield _score_row(card.struggle.name, role, who, rivalry)


def _score_row(scenario: str, role: Scorable, who: str, rivalry: Rivalry) -> ScoreRow:
    own, model = rivalry.own, rivalry.model
    more = rivalry.gain if who != MODEL else None
    return ScoreRow(
        scenario=scenario,
        role=role,
        forecaster=who,
        targets=own.targets,
        inside=own.inside,
        crps=own.crps,
        events=own.events,
        log_score=own.log,
        model_inside=model.inside,
        model_crps=model.crps,
        model_log_score=model.log,
        gain=more and more.mean,
        gain_low=more and more.low,
        gain_high=more and more.high,
    )


def left_out_row(card: Card, fitted_to: tuple[str, ...], said: str) -> LeftOutRow:
    """A struggle predicted with parameters that were not fitted to it: all its targets judge."""
    rivals = card.rivals(_SCORED)
    own = rivals.pop(MODEL).own
    logs = {who: rivalry.own.log for who, rivalry in rivals.items() if rivalry.own.log is not None}
    best = max(logs, key=lambda who: logs[who], default=None)
    return LeftOutRow(
        scenario=card.struggle.name,
        fitted_to=fitted_to,
        calibrated=bool(fitted_to),
        said=said,
        targets=own.targets,
        inside=own.inside,
        crps=own.crps,
        log_score=own.log,
        best_baseline=best,
        baseline_log_score=logs[best] if best is not None else None,
        model_log_score=rivals[best].model.log if best is not None else None,
    )


def _target_row(
    target: Target, expected: Forecast | None, scored: Scored | None, measured: float
) -> TargetRow:
    low, high = expected.span if expected is not None else (None, None)
    median = expected.quantile(0.5) if expected is not None else None
    return TargetRow(
        scenario=target.scenario,
        target=target.name,
        role=target.role,
        statistic=target.statistic,
        arguments=dict(target.arguments),
        date=str(target.date),
        unit=target.unit,
        recorded=recorded(target),
        recorded_low=_number(target.low, target),
        recorded_high=_number(target.high, target),
        model=_model(expected, target),
        model_low=_number(low, target),
        model_median=_number(median, target),
        model_high=_number(high, target),
        measured=measured,
        tolerance=tolerance(target),
        deviation_low=_deviation(low, target),
        deviation=_deviation(median, target),
        deviation_high=_deviation(high, target),
        crps=scored.crps if scored is not None else None,
        log_score=scored.log if scored is not None else None,
        verdict=_verdict(scored),
        confidence=target.confidence,
        because=target.because,
        why=target.why,
    )


def _model(expected: Forecast | None, target: Target) -> str:
    if expected is None:
        return "-"
    if target.measured_by.scale == "yes or no":
        return f"yes in {100 * float(expected.values.mean()):.0f} %"
    low, middle, high = (
        written(value, target) for value in (expected.span[0], expected.quantile(0.5), expected.span[1])
    )
    return middle if low == high else f"{middle} ({low} to {high})"


def _number(value: float | None, target: Target) -> float | None:
    if value is None or not math.isfinite(value):
        return None
    return value / 12 if target.measured_by.scale == "months" else value


def _deviation(value: float | None, target: Target) -> float | None:
    if value is None:
        return None
    off = float(deviations(np.array([[value]]), [target])[0, 0])
    return off if math.isfinite(off) else None


def _verdict(scored: Scored | None) -> Verdict:
    if scored is None:
        return "not measured"
    return "inside" if scored.inside else "outside"
