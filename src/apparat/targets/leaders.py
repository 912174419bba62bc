"""Statistics of persons: who leads, who holds the chief post, who loses a seat, and when."""

import numpy as np

from apparat.targets.arguments import Argument
from apparat.targets.runs import Runs, Values
from apparat.targets.statistic import statistic
from apparat.world import codes

PERSON, MONTH = Argument("person"), Argument("month")
_YARDSTICKS = {"conduct": "leader", "power": "leader_power", "no-alternative": "leader_unanimity"}


@statistic("months", person=PERSON)
def seat_lost(runs: Runs, *, person: str) -> Values:
    """Month in which a person first loses his full seat in the top body by a vote or an election; never, if
    he keeps it to the run's end, dies in it or never has one.
    """
    chosen = (runs.column("seats", "person") == runs.names.persons[person]) & (
        runs.column("seats", "body") == codes.TOP
    )
    first = np.full(runs.count, np.inf)
    months = runs.column("seats", "month")[chosen] + float(runs.names.start.number)
    np.minimum.at(first, runs.place("seats")[chosen], months)
    return first


@statistic("log", since=MONTH, until=MONTH)
def seats_lost(runs: Runs, *, since: str, until: str) -> Values:
    """Full seats in the top body lost by a vote or an election from one month to another, both counted."""
    month = runs.column("seats", "month")
    chosen = (month >= runs.names.month(since)) & (month <= runs.names.month(until))
    return runs.counted("seats", chosen & (runs.column("seats", "body") == codes.TOP))


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
