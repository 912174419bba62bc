"""Statistics of leaders: who leads, and who holds the chief secretary's post."""

import numpy as np

from apparat.targets.arguments import Argument
from apparat.targets.runs import Runs, Values
from apparat.targets.statistic import statistic

PERSON, MONTH = Argument("person"), Argument("month")
_YARDSTICKS = {"conduct": "leader", "power": "leader_power", "no-alternative": "leader_unanimity"}


@statistic("yes or no", person=PERSON, month=MONTH)
def chief(runs: Runs, *, person: str, month: str) -> Values:
    """Whether a person holds the chief secretary's post at the end of a month."""
    held = runs.at("months", "chief", month)
    return np.where(np.isnan(held), np.nan, held == runs.names.persons[person])


@statistic("yes or no", person=PERSON, month=MONTH, by=Argument("word", tuple(_YARDSTICKS)))
def leads(runs: Runs, *, person: str, month: str, by: str) -> Values:
    """Whether a person leads at the end of a month, under one of the definitions of leading."""
    leading = runs.at("months", _YARDSTICKS[by], month)
    return np.where(np.isnan(leading), np.nan, leading == runs.names.persons[person])
