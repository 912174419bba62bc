"""Statistics of seats and offices: who comes to sit or serve, until when, and how many are replaced."""

import numpy as np
from numpy.typing import NDArray

from apparat.targets.arguments import Argument
from apparat.targets.runs import Runs, Values
from apparat.targets.statistic import statistic
from apparat.world import codes

PERSON, OFFICE, MONTH = Argument("person"), Argument("office"), Argument("month")


def _spells(runs: Runs, person: str, office: int) -> NDArray[np.bool_]:
    """Rows of the tenures of a person in an office, or in the top body."""
    chosen: NDArray[np.bool_] = (runs.column("tenures", "person") == runs.names.persons[person]) & (
        runs.column("tenures", "office") == office
    )
    return chosen


def _on(runs: Runs, month: str) -> NDArray[np.bool_]:
    """Rows of the tenures that hold at the end of a month."""
    at = runs.names.month(month)
    on: NDArray[np.bool_] = (runs.column("tenures", "first") <= at) & (runs.column("tenures", "end") > at)
    return on


@statistic("months", person=PERSON)
def seat_won(runs: Runs, *, person: str) -> Values:
    """Month at whose end a person first sits in the top body as a full member; never, if he never does."""
    return runs.earliest("tenures", _spells(runs, person, codes.NOBODY), runs.column("tenures", "first"))


@statistic("months", person=PERSON)
def seat_lost(runs: Runs, *, person: str) -> Values:
    """Month in which a person first loses his full seat in the top body by a vote or an election.

    Never, if he keeps it to the run's end, dies in it or never has one.
    """
    chosen = (runs.column("seats", "person") == runs.names.persons[person]) & (
        runs.column("seats", "body") == codes.TOP
    )
    return runs.earliest("seats", chosen, runs.column("seats", "month"))


@statistic("months", office=OFFICE, person=PERSON)
def office_left(runs: Runs, *, office: str, person: str) -> Values:
    """Month at whose end a person no longer holds an office that he held, for whatever reason.

    Never, if he holds it to the run's end or never does.
    """
    chosen = _spells(runs, person, runs.names.offices[office])
    chosen &= runs.column("tenures", "end") < runs.names.months
    return runs.earliest("tenures", chosen, runs.column("tenures", "end"))


@statistic("yes or no", office=OFFICE, person=PERSON, month=MONTH)
def office_held(runs: Runs, *, office: str, person: str, month: str) -> Values:
    """Whether a person holds an office at the end of a month."""
    chosen = _spells(runs, person, runs.names.offices[office]) & _on(runs, month)
    return runs.counted("tenures", chosen)


@statistic("months", person=PERSON)
def expelled(runs: Runs, *, person: str) -> Values:
    """Month in which a person is expelled from the party; never, if he is not."""
    chosen = runs.column("expulsions", "person") == runs.names.persons[person]
    return runs.earliest("expulsions", chosen, runs.column("expulsions", "month"))


@statistic("count", since=MONTH, until=MONTH)
def seats_lost(runs: Runs, *, since: str, until: str) -> Values:
    """Full seats in the top body lost by a vote or an election from one month to another, both counted."""
    month = runs.column("seats", "month")
    chosen = (month >= runs.names.month(since)) & (month <= runs.names.month(until))
    return runs.counted("seats", chosen & (runs.column("seats", "body") == codes.TOP))


@statistic("ratio", "police", since=MONTH, until=MONTH)
def police_influence_kept(runs: Runs, *, since: str, until: str) -> Values:
    """What is left at the end of a month of the political police's weight at the end of an earlier one: its
    posts' share of all weight, times how far it answers to its chief alone, times his visible rank.
    """
    before, after = (runs.at("police", "influence", month) for month in (since, until))
    return np.divide(after, before, out=runs.unknown(), where=before > 0)


@statistic("count", month=MONTH)
def top_body_size(runs: Runs, *, month: str) -> Values:
    """Full members of the top body at the end of a month."""
    return runs.counted("tenures", _on(runs, month) & (runs.column("tenures", "office") == codes.NOBODY))


@statistic("logit", since=MONTH, until=MONTH)
def top_body_new(runs: Runs, *, since: str, until: str) -> Values:
    """Of the full members of the top body at the end of a month, the share who did not sit there at the end
    of an earlier one.
    """
    return _missing(runs, until, since)


@statistic("logit", since=MONTH, until=MONTH)
def top_body_left(runs: Runs, *, since: str, until: str) -> Values:
    """Of the full members of the top body at the end of a month, the share who do not sit there at the end of
    a later one; the dead are among them.
    """
    return _missing(runs, since, until)


def _missing(runs: Runs, month: str, other: str) -> Values:
    """Of the full members of the top body at the end of a month, the share who miss in another."""
    seated = runs.column("tenures", "office") == codes.NOBODY
    here, there = _members(runs, seated & _on(runs, month)), _members(runs, seated & _on(runs, other))
    people = np.bincount(here // _SPAN, minlength=runs.count)
    also = np.bincount(here[np.isin(here, there)] // _SPAN, minlength=runs.count)
    found = runs.unknown()
    np.divide(people - also, people, out=found, where=people > 0)
    return found


_SPAN = 2**32
"""More than any key."""


def _members(runs: Runs, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Run and person of the chosen tenures as one number each."""
    people = runs.column("tenures", "person")[chosen].astype(np.int64)
    members: NDArray[np.int64] = runs.place("tenures")[chosen] * _SPAN + people
    return members
