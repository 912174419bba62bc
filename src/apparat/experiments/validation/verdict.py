"""The conclusion of a report card, and where the model fails: in words, the worst first."""

import math
from collections.abc import Sequence

from apparat.experiments.validation.forecasters import MODEL
from apparat.results.conclusion import percent
from apparat.results.validation import LeftOutRow, ScoreRow, TargetRow


def conclusion(
    rows: Sequence[TargetRow], scores: Sequence[ScoreRow], left_out: Sequence[LeftOutRow], origin: str
) -> str:
    """How well the model does on what was held back, beside the baselines, and what the parameters are."""
    rivals = [row for row in scores if row.role == "validation" and row.forecaster != MODEL]
    beside = [
        _beside(scenario, [row for row in rivals if row.scenario == scenario and row.log_score is not None])
        for scenario in dict.fromkeys(row.scenario for row in rivals)
    ]
    said = [_headline(left_out), _held_back(rows), *beside, f"{origin[0].upper()}{origin[1:]}."]
    return " ".join(part for part in said if part)


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


def _beside(scenario: str, rows: Sequence[ScoreRow]) -> str:
    """Whom the model beats on a struggle's events, and how it stands to the strongest of them."""
    if not rows:
        return ""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(_compared(row), []).append(f"'{row.forecaster}'")
    verdicts = ", ".join(f"{verdict} {' and '.join(who)}" for verdict, who in found.items())
    strongest = max(rows, key=lambda row: row.log_score or -math.inf)
    return (
        f"{scenario}: on events the model {verdicts}; beside '{strongest.forecaster}' it gives what happened "
        f"{_chance(strongest.model_log_score)} against {_chance(strongest.log_score)} (geometric mean over "
        f"{strongest.events})."
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
        f"{row.targets} figures inside, events at {_chance(row.model_log_score)} against "
        f"{_chance(row.baseline_log_score)} by '{row.best_baseline}'."
        for row in predicted
    )


def _missed(row: TargetRow) -> str:
    return f"{row.scenario}, {row.target} ({row.date}): recorded {row.recorded}, the model {row.model}."


def _badness(row: TargetRow) -> tuple[float, float]:
    """Events by how unlikely they were, quantities by their score; both grow with how wrong the model is."""
    return (-(row.log_score or 0.0) if row.log_score is not None else row.crps or 0.0, row.crps or 0.0)


def _chance(log: float | None) -> str:
    return "nothing" if log is None else f"{100 * math.exp(log):.1f} %"
