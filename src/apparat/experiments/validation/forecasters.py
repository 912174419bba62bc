"""The model and the baselines on each target of a struggle, scored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.validation.asked import Struggle
from apparat.targets.baselines import BASELINES
from apparat.targets.forecasts import Forecast, forecast
from apparat.targets.schema import Role
from apparat.targets.scores import Gain, Score, Scored, beside, gain, score_all

Values = NDArray[np.float64]

MODEL = "the model"
UNCALIBRATED, FITTED_TO_OTHERS = "the model, uncalibrated", "the model, fitted to the others"
GIVEN = "the model, given votes held back"
"""Fitted to some figures held back as well, and silent on them."""


@dataclass(frozen=True)
class Card:
    """A struggle's forecasts and their scores."""

    struggle: Struggle
    measured: Values
    model: tuple[Forecast | None, ...]
    """The model's forecast of each target; None where no run can be measured."""
    scored: Mapping[str, Mapping[str, Scored]]
    """Forecaster to target to score; the model first."""

    def among(self, roles: Sequence[Role]) -> "dict[str, dict[str, Scored]]":
        """The scores of targets of some roles."""
        return {
            who: {name: each for name, each in scores.items() if each.target.role in roles}
            for who, scores in self.scored.items()
        }

    def rivals(self, roles: Sequence[Role]) -> dict[str, "Rivalry"]:
        """Every forecaster beside the model, the model itself first."""
        found = self.among(roles)
        return {
            who: Rivalry(*beside(scores, found[MODEL]), gain(found[MODEL], scores))
            for who, scores in found.items()
        }


@dataclass(frozen=True)
class Rivalry:
    """A forecaster's score and the model's, on the targets of which both speak."""

    own: Score
    model: Score
    gain: Gain | None
    """Of the model over the forecaster."""


def card(struggle: Struggle, measured: Values, others: Mapping[str, Values] | None = None) -> Card:
    """What everybody says of a struggle's targets. `others` are other models, with their runs measured."""
    held, names = struggle.targets, struggle.opening.names
    said = {who: _by_runs(runs) for who, runs in {MODEL: measured, **(others or {})}.items()}
    said |= {
        who: tuple(baseline(struggle.opening, target) for target in held)
        for who, baseline in BASELINES.items()
    }
    scores = {who: score_all(forecasts, held, names) for who, forecasts in said.items()}
    return Card(struggle, measured, said[MODEL], scores)


def _by_runs(measured: Values) -> tuple[Forecast | None, ...]:
    return tuple(forecast(column) for column in measured.T)
