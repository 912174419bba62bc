"""The result of a calibration: what was fitted, how well, and what the record leaves open."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Computed
from apparat.results.tables import Row

Verdict = Literal["met", "strained", "not met", "not measured"]

_FIT = "`joint`, or `without-...`: the struggle left out"
_TIMES = "times the stated ones; null at the prior, where they are infinitely wide"


class FitSummary(Row):
    """One fit: some struggles jointly."""

    fit: str = Field(description=_FIT)
    scenarios: tuple[str, ...]
    left_out: str | None = Field(description="the struggle left out, to be predicted")
    given: tuple[str, ...] = Field(
        default=(), description="targets held back from other fits, fitted here as well"
    )
    complete: bool = Field(description="whether the stated tolerances were reached and settled at")
    power: float = Field(description="power of the kernel reached: 0 is the prior, 1 the stated tolerances")
    tolerances: float | None = Field(description=f"tolerances reached, {_TIMES}")
    draws: int = Field(description="sets of parameters tried")
    points: int = Field(description="sets in the posterior, equally weighted, repeated ones included")
    distinct: int = Field(description="different sets among them")
    acceptance: float = Field(description="share of moves accepted in the last step")
    folder: str = Field(description="where the posterior was written")


class RoundRow(Row):
    """One step of a fit."""

    fit: str = Field(description=_FIT)
    step: int
    power: float
    tolerances: float | None = Field(description=f"tolerances, {_TIMES}")
    draws: int
    acceptance: float = Field(description="share of moves accepted")
    misfit: float = Field(description="median over sets of the sum of the targets' losses")


class ParameterFit(Row):
    """What the record says of a fitted parameter."""

    fit: str = Field(description=_FIT)
    parameter: str
    meaning: str
    unit: str
    source: str
    strength: float = Field(description="how strongly it moves the targets of the fit, in tolerances")
    moves: str = Field(description="the target that it moves most")
    default: float
    low: float = Field(description="low end of the prior, which is uniform")
    high: float = Field(description="high end of the prior")
    fitted_low: float = Field(description="5 % of accepted sets lie below")
    fitted: float = Field(description="median of accepted sets")
    fitted_high: float = Field(description="5 % of accepted sets lie above")
    narrowed: float = Field(description="width of the posterior as a share of the prior's (deviations)")
    identified: bool = Field(description="whether the record narrows it noticeably")


class TargetFit(Row):
    """How the sets stand to a target, before and after."""

    fit: str = Field(description=_FIT)
    target: str
    scenario: str
    month: str
    unit: str
    recorded_low: float | None = Field(description="lowest value that agrees with the record; null if open")
    recorded_high: float | None = Field(description="highest such value")
    prior_low: float | None = Field(description="5 % of sets drawn from the prior lie below")
    prior: float | None = Field(description="median of sets drawn from the prior")
    prior_high: float | None = Field(description="5 % of sets drawn from the prior lie above")
    fitted_low: float | None = Field(description="5 % of accepted sets lie below, under other luck")
    fitted: float | None = Field(description="median of accepted sets, under other luck")
    fitted_high: float | None = Field(description="5 % of accepted sets lie above, under other luck")
    deviation_low: float | None = Field(description="5 % of accepted sets deviate less, in tolerances")
    deviation: float | None = Field(description="the median accepted set's deviation, in tolerances")
    deviation_high: float | None = Field(description="5 % of accepted sets deviate more, in tolerances")
    verdict: Verdict = Field(
        description="`met`: the median set deviates by at most one tolerance; `strained`: by at most two"
    )


class OutcomeFit(Row):
    """How often somebody leads at the end, before and after. Nobody is fitted to it."""

    fit: str = Field(description=_FIT)
    scenario: str
    person: str
    prior_low: float = Field(description="5 % of sets drawn from the prior give him less, as share of runs")
    prior: float = Field(description="mean over sets drawn from the prior")
    prior_high: float
    fitted_low: float = Field(description="5 % of accepted sets give him less")
    fitted: float = Field(description="mean over accepted sets, under other luck")
    fitted_high: float


class CalibrationResult(Computed):
    """Parameters fitted to the record."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "parameters": ParameterFit,
        "targets": TargetFit,
        "outcomes": OutcomeFit,
        "fits": FitSummary,
        "rounds": RoundRow,
    }

    schema_name: Literal["apparat/calibration/1"] = Field("apparat/calibration/1", alias="schema")
    scenarios: tuple[str, ...]
    scenario_hashes: dict[str, str]
    targets_hashes: dict[str, str] = Field(description="hash of each scenario's calibration targets")
    rules: str = Field(description="hash of what the rules say")
    engine: str = Field(description="hash of the model's sources and compiler")
    seed: int
    runs: int = Field(description="runs of each struggle for each set of parameters")
    folder: str = Field(description="folder that holds the calibration")
    conclusion: str = Field(description="the answer in one sentence")
    fits: tuple[FitSummary, ...]
    rounds: tuple[RoundRow, ...]
    parameters: tuple[ParameterFit, ...]
    targets: tuple[TargetFit, ...]
    outcomes: tuple[OutcomeFit, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
