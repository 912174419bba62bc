"""Statistics of appointments, secretaries, committees and members: what the census counts."""

import numpy as np

from apparat.targets.arguments import Argument
from apparat.targets.runs import Runs, Values
from apparat.targets.statistic import statistic

MONTH, CONGRESS = Argument("month"), Argument("congress")


def _between(runs: Runs, column: str, since: str, until: str) -> Values:
    """By how much a running count rose from the start of one month to the end of another."""
    now = runs.at("months", column, until)
    if runs.names.month(since) == 0:
        return now
    return now - runs.at("months", column, runs.names.before(since))


def _ratio(part: Values, whole: Values) -> Values:
    return np.divide(part, whole, out=np.full_like(whole, np.nan), where=whole > 0)


@statistic("count", since=MONTH, until=MONTH)
def appointments(runs: Runs, *, since: str, until: str) -> Values:
    """Posts of the nomenklatura filled from one month to another, both counted."""
    return _between(runs, "appointments", since, until)


@statistic("count", since=MONTH, until=MONTH)
def appointments_from_above(runs: Runs, *, since: str, until: str) -> Values:
    """Posts that the party's own appointing office filled in person from one month to another."""
    return _between(runs, "attended", since, until)


@statistic("count", since=MONTH, until=MONTH)
def secretaries_moved(runs: Runs, *, since: str, until: str) -> Values:
    """Regional secretaries removed or transferred from one month to another, both counted."""
    return _between(runs, "secretaries_moved", since, until)


@statistic("logit", month=MONTH)
def secretaries_replaced(runs: Runs, *, month: str) -> Values:
    """Of the regional secretaries in office at the end of a month, the share who have not held the same post
    since the opening.
    """
    serving = runs.at("months", "secretaries", month)
    return 1 - _ratio(runs.at("months", "secretaries_remaining", month), serving)


@statistic("logit", month=MONTH)
def secretaries_from_above(runs: Runs, *, month: str) -> Values:
    """Of the regional secretaries in office at the end of a month, the share whom the party's own office
    appointed in person: events are counted, not ties.
    """
    serving = runs.at("months", "secretaries", month)
    return _ratio(runs.at("months", "secretaries_from_above", month), serving)


@statistic("count", month=MONTH)
def members(runs: Runs, *, month: str) -> Values:
    """Full members of the party at the end of a month."""
    return runs.at("months", "members", month)


@statistic("ratio", since=MONTH, until=MONTH)
def membership_growth(runs: Runs, *, since: str, until: str) -> Values:
    """Full members at the end of a month, as a multiple of those at the end of an earlier one."""
    return _ratio(runs.at("months", "members", until), runs.at("months", "members", since))


@statistic("ratio", since=MONTH, until=MONTH)
def prisoners_left(runs: Runs, *, since: str, until: str) -> Values:
    """Of the prisoners of the camps at the end of a month, the share who are still held at the end of a later
    one.
    """
    return _ratio(runs.at("months", "prisoners", until), runs.at("months", "prisoners", since))


@statistic("count", congress=CONGRESS)
def committee_size(runs: Runs, *, congress: int) -> Values:
    """Full members of the Central Committee that a congress elects."""
    return _of_congress(runs, "elected", congress)


@statistic("logit", congress=CONGRESS)
def committee_dropped(runs: Runs, *, congress: int) -> Values:
    """Of the full members of the Central Committee elected before, or sitting at the opening, the share whom
    a congress does not elect again as full members; the dead are among them.
    """
    former = _of_congress(runs, "former", congress)
    return 1 - _ratio(_of_congress(runs, "kept", congress), former)


@statistic("logit", congress=CONGRESS)
def committee_new(runs: Runs, *, congress: int) -> Values:
    """Of the full members of the Central Committee that a congress elects, the share who were not full
    members of the one before.
    """
    elected = _of_congress(runs, "elected", congress)
    return 1 - _ratio(_of_congress(runs, "kept", congress), elected)


@statistic("logit", congress=CONGRESS)
def delegates_listed(runs: Runs, *, congress: int) -> Values:
    """Share of a congress's delegates who stand on the approved list."""
    return _of_congress(runs, "listed", congress)


@statistic("count", congress=CONGRESS)
def delegates(runs: Runs, *, congress: int) -> Values:
    """Voting delegates of a congress."""
    return _of_congress(runs, "delegates", congress)


def _of_congress(runs: Runs, column: str, congress: int) -> Values:
    chosen = runs.column("congresses", "congress") == congress
    return runs.spread("congresses", chosen, runs.column("congresses", column))
