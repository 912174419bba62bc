"""Statistics of votes: recorded motions put to the model's bodies, and what its own figures moved."""

import numpy as np
from numpy.typing import NDArray

from apparat.targets.arguments import Argument
from apparat.targets.runs import Runs, Values
from apparat.targets.statistic import statistic
from apparat.world import codes

MOTION = Argument("motion")
DENOMINATOR = Argument("word", ("cast", "present"))
AGAINST_A_HOLDER = (codes.REMOVE_POST, codes.REMOVE_BODY, codes.EXPEL)


def _counts(runs: Runs, motion: str) -> tuple[Values, Values, Values]:
    """For, against and abstained on a recorded motion; NaN where it could not be put."""
    chosen = (runs.column("probes", "probe") == runs.names.motions[motion]) & (
        runs.column("probes", "for") >= 0
    )
    ayes, noes, rest = (
        runs.spread("probes", chosen, runs.column("probes", name)) for name in ("for", "against", "abstained")
    )
    return ayes, noes, rest


def _share(part: Values, ayes: Values, noes: Values, rest: Values, of: str) -> Values:
    whole = ayes + noes + (rest if of == "present" else 0.0)
    return np.divide(part, whole, out=np.full_like(whole, np.nan), where=whole > 0)


@statistic("logit", motion=MOTION, of=DENOMINATOR)
def opposed(runs: Runs, *, motion: str, of: str) -> Values:
    """Share of votes against a recorded motion, put to the model's body on its date: of those cast for or
    against, or of all present.
    """
    ayes, noes, rest = _counts(runs, motion)
    return _share(noes, ayes, noes, rest, of)


@statistic("logit", motion=MOTION, of=DENOMINATOR)
def supported(runs: Runs, *, motion: str, of: str) -> Values:
    """Share of votes for a recorded motion, put to the model's body on its date: of those cast for or
    against, or of all present.
    """
    ayes, noes, rest = _counts(runs, motion)
    return _share(ayes, ayes, noes, rest, of)


@statistic("logit", motion=MOTION, given=MOTION, of=DENOMINATOR)
def supported_given(runs: Runs, *, motion: str, given: str, of: str) -> Values:
    """Share of votes for a recorded motion in those runs alone in which another recorded motion finds a
    majority.
    """
    first, second, _ = _counts(runs, given)
    found = supported(runs, motion=motion, of=of)
    return np.where(first > second, found, np.nan)


@statistic("yes or no", motion=MOTION)
def carried(runs: Runs, *, motion: str) -> Values:
    """Whether a recorded motion finds more votes for than against in the model's body on its date."""
    ayes, noes, _ = _counts(runs, motion)
    return np.where(np.isnan(ayes), np.nan, ayes > noes)


@statistic("count", since=Argument("month"), until=Argument("month"))
def attempts_on_chief(runs: Runs, *, since: str, until: str) -> Values:
    """Motions to take his post, his seat or his party card from the holder of the chief secretary's post, put
    to the top body from one month to another, both counted.
    """
    if runs.count and not len(runs.column("votes", "run")) and runs.column("runs", "contests").any():
        return runs.unknown()
    month = runs.column("votes", "month")
    chosen = (month >= runs.names.month(since)) & (month <= runs.names.month(until))
    chosen &= runs.column("votes", "body") == codes.TOP
    chosen &= np.isin(runs.column("votes", "motion"), AGAINST_A_HOLDER)
    chosen &= runs.column("votes", "target") == chief_before(runs, "votes")
    return runs.counted("votes", chosen)


def chiefs(runs: Runs) -> NDArray[np.int64]:
    """(runs, months): who holds the chief secretary's post at the end of each month."""
    found = np.zeros((runs.count, runs.names.months), np.int64)
    found[runs.place("months"), runs.column("months", "month").astype(np.int64)] = runs.column(
        "months", "chief"
    )
    return found


def chief_before(runs: Runs, table: str) -> Values:
    """For each row of a table, who held the chief secretary's post at the end of the month before its own."""
    before = np.maximum(runs.column(table, "month").astype(np.int64) - 1, 0)
    found: Values = chiefs(runs)[runs.place(table), before].astype(np.float64)
    return found
