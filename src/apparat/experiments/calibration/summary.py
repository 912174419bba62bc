"""What is said in the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.calibration.check import Checked
from apparat.experiments.calibration.fit import Fit, Fitted
from apparat.experiments.calibration.screen import Freed
from apparat.experiments.calibration.struggles import Struggles
from apparat.inference.prior import DEVIATION
from apparat.inference.tempering import tolerance
from apparat.mechanisms.month import all_parameters
from apparat.results.calibration import (
    FitSummary,
    OutcomeFit,
    ParameterFit,
    RoundRow,
    TargetFit,
    Verdict,
)

Array = NDArray[np.float64]

IDENTIFIED = 0.9
"""A posterior at least this wide, as a share of its prior's deviation, says that the record tells nothing."""
TAILS = (0.05, 0.5, 0.95)
SHOWN = 0.005
"""A leader whom neither prior nor posterior gives this share of runs is left out."""


@dataclass(frozen=True)
class Answer:
    """A fit with all that came of it."""

    fit: Fit
    fitted: Fitted
    checked: Checked
    struggles: Struggles
    freed: Freed
    folder: str

    def summary(self) -> FitSummary:
        """The fit in a row."""
        task, rounds = self.fit.task, self.fitted.rounds
        return FitSummary(
            fit=task.name,
            scenarios=task.scenarios,
            left_out=task.left_out,
            given=task.given,
            complete=self.fitted.complete,
            power=self.fitted.power,
            tolerances=_times(self.fitted.power),
            draws=sum(each.draws for each in rounds),
            points=len(self.fitted.points),
            distinct=distinct(self.fitted),
            acceptance=rounds[-1].acceptance,
            folder=self.folder,
        )

    def rounds(self) -> Iterator[RoundRow]:
        """Its steps."""
        for each in self.fitted.rounds:
            yield RoundRow(
                fit=self.fit.task.name,
                step=each.step,
                power=each.power,
                tolerances=_times(each.power),
                draws=each.draws,
                acceptance=each.acceptance,
                misfit=each.misfit,
            )

    def parameters(self) -> Iterator[ParameterFit]:
        """What was fitted, the strongest first."""
        known = {p.address: p for p in all_parameters()}
        screened = [name for name in self.fit.targets if name not in self.fit.task.given]
        values = self.fit.prior.values(self.fitted.points.line)
        shares = self.fit.prior.free.share(values)
        for k, name in enumerate(self.fit.prior.free.names):
            p, place = known[name], self.freed.names.index(name)
            low, middle, high = np.quantile(values[:, k], TAILS)
            narrowed = float(shares[:, k].std() / DEVIATION)
            yield ParameterFit(
                fit=self.fit.task.name,
                parameter=name,
                meaning=p.meaning,
                unit=p.unit,
                source=p.source,
                strength=float(self.freed.score[place]),
                moves=screened[int(np.argmax(self.freed.strength[place]))],
                default=p.default,
                low=p.low,
                high=p.high,
                fitted_low=float(low),
                fitted=float(middle),
                fitted_high=float(high),
                narrowed=narrowed,
                identified=narrowed <= IDENTIFIED,
            )

    def targets(self) -> Iterator[TargetFit]:
        """How the sets stand to each target."""
        for k, target in enumerate(self.struggles.targets):
            before = _quantiles(self.fitted.first.values[:, k])
            after = _quantiles(self.checked.values[:, k])
            off = _quantiles(self.checked.deviations[:, k])
            yield TargetFit(
                fit=self.fit.task.name,
                target=target.name,
                scenario=target.scenario,
                month=str(target.date),
                unit=target.unit,
                recorded_low=_finite(target.low),
                recorded_high=_finite(target.high),
                prior_low=before[0],
                prior=before[1],
                prior_high=before[2],
                fitted_low=after[0],
                fitted=after[1],
                fitted_high=after[2],
                deviation_low=off[0],
                deviation=off[1],
                deviation_high=off[2],
                verdict=verdict(off[1]),
            )

    def outcomes(self) -> Iterator[OutcomeFit]:
        """Who leads at the end, the most often first in each struggle."""
        before, after = self.fitted.first.outcomes, self.checked.outcomes
        rows = []
        for k, name in enumerate(self.struggles.outcomes):
            scenario, _, person = name.partition(": ")
            if max(before[:, k].mean(), after[:, k].mean()) >= SHOWN:
                low, high = np.quantile(before[:, k], (TAILS[0], TAILS[2]))
                fitted_low, fitted_high = np.quantile(after[:, k], (TAILS[0], TAILS[2]))
                rows.append(
                    OutcomeFit(
                        fit=self.fit.task.name,
                        scenario=scenario,
                        person=person,
                        prior_low=float(low),
                        prior=float(before[:, k].mean()),
                        prior_high=float(high),
                        fitted_low=float(fitted_low),
                        fitted=float(after[:, k].mean()),
                        fitted_high=float(fitted_high),
                    )
                )
        order = {struggle.name: place for place, struggle in enumerate(self.struggles.all)}
        yield from sorted(rows, key=lambda row: (order[row.scenario], -row.fitted))


def verdict(deviation: float | None) -> Verdict:
    """How a target is met by a set that deviates so many tolerances."""
    if deviation is None:
        return "not measured"
    off = abs(deviation)
    return "met" if off <= 1 else "strained" if off <= 2 else "not met"


def distinct(fitted: Fitted) -> int:
    """Different sets among the accepted ones."""
    return len(np.unique(fitted.points.line, axis=0))


def conclusion(answers: Sequence[Answer]) -> str:
    """The joint fit in a sentence or two."""
    joint = answers[0]
    row = joint.summary()
    if row.tolerances is None:
        return (
            f"The calibration on {', '.join(row.scenarios)} did not leave the prior within its budget "
            f"({row.draws:,} sets tried): nothing is fitted yet. Go on with --resume and a longer budget."
        )
    targets, parameters = list(joint.targets()), list(joint.parameters())
    met = sum(each.verdict == "met" for each in targets)
    missed = [each.target for each in targets if each.verdict in {"not met", "not measured"}]
    vague = [each.parameter for each in parameters if not each.identified]
    reached = f"did not reach its end: it stands at tolerances {row.tolerances:.2g} times the stated ones"
    state = "reached its end" if row.complete else reached
    tried = f"{row.draws:,} sets tried, {row.distinct:,} different ones accepted"
    said = [
        f"Fitted jointly to {', '.join(row.scenarios)} ({tried}), the calibration {state}",
        f"{met} of {len(targets)} targets are met" + (f", not met: {', '.join(missed)}" if missed else ""),
        f"of {len(parameters)} fitted parameters the record tells nothing of: {', '.join(vague)}"
        if vague
        else f"each of the {len(parameters)} fitted parameters is narrowed by the record",
    ]
    return "; ".join(said) + "."


def _times(power: float) -> float | None:
    return tolerance(power) if power > 0 else None


def _quantiles(values: Array) -> tuple[float | None, float | None, float | None]:
    known = values[~np.isnan(values)]
    if not len(known):
        return None, None, None
    # The neighbour's value, since a date may be infinite: never.
    low, middle, high = (_finite(float(v)) for v in np.quantile(known, TAILS, method="nearest"))
    return low, middle, high


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None
