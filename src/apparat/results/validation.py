"""The report card: what the record says, what the model says, and who says it better."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Computed, Traits
from apparat.results.tables import Row

Verdict = Literal["inside", "outside", "not measured"]
Subject = Literal["votes", "cadres", "seats", "leaders", "all"]
"""What a target is about; cadres are also members and committees, seats are also offices."""

_MONTH = "a month as a decimal year, null for an event that never comes"
_CRPS = "mean continuous ranked probability score in tolerances, quantities and dated events; less is better"
_LOG = "mean natural logarithm of the probability of what happened, over events; more is better"


class TargetRow(Row):
    """A target beside the model's forecast of it."""

    scenario: str
    target: str
    role: Literal["calibration", "validation", "shown"]
    statistic: str
    arguments: dict[str, str | int]
    date: str
    unit: str
    recorded: str = Field(description="what the record says, as a reader would write it")
    recorded_low: float | None = Field(description=f"lowest value that agrees with it ({_MONTH})")
    recorded_high: float | None = Field(description="highest such value")
    model: str = Field(description="median of the runs and, in brackets, the range of nine tenths of them")
    model_low: float | None = Field(description=f"5 % of runs lie below ({_MONTH})")
    model_median: float | None
    model_high: float | None = Field(description="5 % of runs lie above")
    measured: float = Field(description="share of runs in which it can be measured")
    tolerance: float = Field(description="one standard deviation of doubt, on the scale of the statistic")
    deviation_low: float | None = Field(description="the same as deviation for the 5 % run; null if infinite")
    deviation: float | None = Field(description="how far the median run lies from the record, in tolerances")
    deviation_high: float | None = Field(description="the same for the 95 % run")
    crps: float | None = Field(
        description="continuous ranked probability score, in tolerances; less is better"
    )
    log_score: float | None = Field(
        description="logarithm of the probability of what happened; null for quantities"
    )
    verdict: Verdict = Field(description="whether the record lies in the range of nine tenths of the runs")
    confidence: Literal["high", "medium", "low"] = Field(description="confidence of the source")
    because: tuple[str, ...] = Field(description="where the record has it from")
    why: str = Field(description="what it is and why it has this role")


class ScoreRow(Row):
    """A forecaster's scores over the targets of one role, and the model's on those of which both speak."""

    scenario: str
    role: Literal["calibration", "validation"]
    forecaster: str
    targets: int = Field(description="targets of which it speaks")
    inside: float | None = Field(
        description="share whose record lies in its range of nine tenths; 0.9 is right"
    )
    crps: float | None = Field(description=_CRPS)
    events: int = Field(description="events of which it speaks")
    log_score: float | None = Field(description=_LOG)
    model_inside: float | None = Field(description="the model's share on the same targets")
    model_crps: float | None = Field(description="the model's score on the same targets")
    model_log_score: float | None = Field(description="the model's score on the same events")
    gain: float | None = Field(
        description="by how much the model's log score exceeds it, mean over these events"
    )
    gain_low: float | None = Field(
        description="lower end of the 95 % interval of that, as if events were independent"
    )
    gain_high: float | None = Field(description="upper end")


class WinRow(Row):
    """Which wins where: a forecaster on the targets held back of one subject, or of all."""

    scenario: str
    subject: Subject
    forecaster: str
    targets: int = Field(description="targets held back")
    spoken: int = Field(description="targets of which it speaks")
    silent: int = Field(description="targets of which it says nothing: neither hits nor misses")
    best: float = Field(description="targets on which nobody does better, shared evenly among equals")
    gain: float | None = Field(
        description="by how much its log score exceeds the model's, mean over events of which both speak"
    )
    gain_low: float | None = Field(
        description="lower end of the 95 % interval of that, as if events were independent"
    )
    gain_high: float | None = Field(description="upper end")

    @property
    def told(self) -> str:
        """Best on so many / of those spoken of."""
        return f"{self.best:.1f}/{self.spoken}" if self.spoken else "silent"


class LeftOutRow(Row):
    """The headline: a struggle predicted with parameters fitted to the others."""

    scenario: str
    fitted_to: tuple[str, ...] = Field(description="the struggles fitted to; empty if none has been")
    calibrated: bool
    said: str = Field(description="where the parameters are from, or why none can be used")
    targets: int = Field(
        description="targets held back from it: all of the struggle's, those for fitting too"
    )
    inside: float | None = Field(
        description="share whose record lies in the range of nine tenths of the runs"
    )
    crps: float | None = Field(description=_CRPS)
    log_score: float | None = Field(description=_LOG)
    best_baseline: str | None = Field(description="the baseline with the best log score")
    baseline_log_score: float | None = Field(description="its score")
    model_log_score: float | None = Field(description="the model's on the same events")


class ValidationResult(Computed):
    """The model held to the record: every target, scores beside baselines, and where it fails."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "targets": TargetRow,
        "scores": ScoreRow,
        "wins": WinRow,
        "left_out": LeftOutRow,
    }

    schema_name: Literal["apparat/validation/1"] = Field("apparat/validation/1", alias="schema")
    scenarios: tuple[str, ...]
    scenario_hashes: dict[str, str] = Field(description="hash of each scenario as read, variants applied")
    digests: dict[str, str] = Field(description="identifies the runs of each scenario bit for bit")
    engine: str = Field(description="hash of the model's sources")
    seed: int
    runs: int = Field(description="runs of each scenario")
    parameters: str = Field(description="hash of the parameter table")
    calibrated: bool = Field(description="whether the parameters were fitted to the historical record")
    traits: Traits = Field(description="`recorded`, or `exchangeable`: all from one prior")
    variants: dict[str, str] = Field(description="where sources disagree: the options chosen")
    conclusion: str = Field(description="how well the model does, in a few sentences")
    failures: tuple[str, ...] = Field(description="where the model fails, the worst first, a sentence each")
    assumptions: tuple[str, ...] = Field(description="what the answer rests on")
    targets: tuple[TargetRow, ...]
    scores: tuple[ScoreRow, ...]
    wins: tuple[WinRow, ...]
    left_out: tuple[LeftOutRow, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
