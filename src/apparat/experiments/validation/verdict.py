"""The conclusion of a report card, and where the model fails: in words, the worst first."""

import math
from collections.abc import Sequence

from apparat.results.conclusion import percent
from apparat.results.validation import LeftOutRow, ScoreRow, TargetRow

MODEL = "the model"


def conclusion(
    rows: Sequence[TargetRow], scores: Sequence[ScoreRow], left_out: Sequence[LeftOutRow], origin: str
) -> str:
    """How well the model does on what was held back, beside the baselines, and what the parameters are."""
    said = [_held_back(rows), *(_beside(row) for row in scores if _is_rival(row)), _headline(left_out)]
    return " ".join(part for part in (*said, f"{origin[0].upper()}{origin[1:]}.") if part)


def failures(rows: Sequence[TargetRow]) -> tuple[str, ...]:
    """Targets that the model misses, shown ones left out, the worst first."""
    missed = [row for row in rows if row.role != "shown" and row.verdict == "outside"]
    unmeasured = [row for row in rows if row.role != "shown" and row.verdict == "not measured"]
    return tuple(
        [_missed(row) for row in sorted(missed, key=_badness, reverse=True)]
        + [f"{row.scenario}, {row.target}: cannot be measured in any run." for row in unmeasured]
    )


def _held_back(rows: Sequence[TargetRow]) -> str:
    held = [row for row in rows if row.role == "validation" and row.verdict != "not measured"]
    if not held:
        return "Nothing was held back to judge the model by."
    inside = sum(row.verdict == "inside" for row in held)
    return (
        f"Of {len(held)} figures held back, {inside} ({percent(inside / len(held))}) lie in the range of "
        "nine tenths of the runs; 90 % would be right."
    )


def _is_rival(row: ScoreRow) -> bool:
    return row.role == "validation" and row.forecaster != MODEL and row.log_score is not None


def _beside(row: ScoreRow) -> str:
    chances = " against ".join(_chance(log or 0.0) for log in (row.model_log_score, row.log_score))
    return (
        f"{row.scenario}: on {row.events} events the model {_compared(row)} '{row.forecaster}' "
        f"({chances} for what happened, geometric mean)."
    )


def _compared(row: ScoreRow) -> str:
    if row.gain_low is not None and row.gain_low > 0:
        return "does better than"
    if row.gain_high is not None and row.gain_high < 0:
        return "does worse than"
    return "cannot be told from"


def _headline(rows: Sequence[LeftOutRow]) -> str:
    predicted = [row for row in rows if row.calibrated]
    if not predicted:
        return "No struggle is predicted from the others: no parameters here were fitted without it."
    return " ".join(
        f"{row.scenario}, predicted from {' and '.join(row.fitted_to)}: {percent(row.inside or 0.0)} of "
        f"{row.targets} figures inside."
        for row in predicted
    )


def _missed(row: TargetRow) -> str:
    return f"{row.scenario}, {row.target} ({row.date}): recorded {row.recorded}, the model {row.model}."


def _badness(row: TargetRow) -> tuple[float, float]:
    """Events by how unlikely they were, quantities by their score; both grow with how wrong the model is."""
    return (-(row.log_score or 0.0) if row.log_score is not None else row.crps or 0.0, row.crps or 0.0)


def _chance(log: float) -> str:
    return f"{100 * math.exp(log):.1f} %"
