"""Statistics of decisions: who has his way, which rules come and go, and what a fallen chief leaves behind.

They need tables that a plain block of runs lacks: every ballot by name, and every change of a rule.
"""

import numpy as np
from numpy.typing import NDArray

from apparat.targets.arguments import Argument
from apparat.targets.runs import Runs, Values
from apparat.targets.statistic import statistic
from apparat.targets.votes import AGAINST_A_HOLDER, chief_before, chiefs
from apparat.world import codes

PERSON, MONTH = Argument("person"), Argument("month")
YEAR = 12
"""Months within which a successor's acts are his first. Assumed."""

Chosen = NDArray[np.bool_]


@statistic("logit", "ballots", person=PERSON, since=MONTH, until=MONTH)
def with_majority(runs: Runs, *, person: str, since: str, until: str) -> Values:
    """Of the motions put to the top body from one month to another on which a person votes for or against,
    the share on which his side prevails there.
    """
    own = _cast(runs) & _between(runs, "ballots", since, until)
    own &= runs.column("ballots", "body") == codes.TOP
    own &= runs.column("ballots", "voter") == runs.names.persons[person]
    return _prevailing(runs, own)


@statistic("logit", "ballots", since=MONTH, until=MONTH)
def chief_prevails(runs: Runs, *, since: str, until: str) -> Values:
    """Of the motions decided from one month to another by the top body, the committee or both together, on
    which the holder of the chief secretary's post votes for or against, the share that ends as he votes. The
    last body asked counts. The rest are his rolls and disappointments, in the terms of [CoxMcCubbins2005].
    """
    own = _cast(runs) & _between(runs, "ballots", since, until) & _last_word(runs)
    return _prevailing(runs, own & (runs.column("ballots", "voter") == chief_before(runs, "ballots")))


@statistic("yes or no", "ballots", since=MONTH, turn=MONTH, until=MONTH)
def chief_prevails_less(runs: Runs, *, since: str, turn: str, until: str) -> Values:
    """Whether the share of motions that end as the chief secretary votes (`chief-prevails`) is lower from a
    month on than before it.
    """
    early = chief_prevails(runs, since=since, until=runs.names.before(turn))
    late = chief_prevails(runs, since=turn, until=until)
    return np.where(np.isnan(early) | np.isnan(late), np.nan, late < early)


@statistic("count", "rules", since=MONTH, until=MONTH)
def reform_waves(runs: Runs, *, since: str, until: str) -> Values:
    """Waves of changes to the rules from one month to another: steps by which a body's vote takes a rule out
    of the state in which the run opens. A vote that takes one back is a retreat; the next step after it
    begins a new wave.
    """
    decided = _between(runs, "rules", since, until) & (runs.column("rules", "body") != codes.NOBODY)
    run = runs.place("rules")[decided]
    rule, in_force = (runs.column("rules", name)[decided] for name in ("rule", "in_force"))
    step = in_force != _opening(runs)[run, rule]
    follows = np.zeros(len(run), np.bool_)
    follows[1:] = (run[1:] == run[:-1]) & step[:-1]
    return np.bincount(run[step & ~follows], minlength=runs.count).astype(np.float64)


@statistic("yes or no", "rules", since=MONTH, until=MONTH)
def fallen_chief_undone(runs: Runs, *, since: str, until: str) -> Values:
    """Whether, of the reforms for which a chief secretary answers who is voted out of his post from one month
    to another, one at least is lifted within a year. Reforms are rules that hit or favour holders of posts.
    Not measured where no chief falls, or none leaves a reform in force.
    """
    found = runs.unknown()
    for run, month, person in _falls(runs, since, until):
        lifted = _lifted_after(runs, run, month, person)
        if lifted is not None:
            found[run] = np.nanmax([found[run], lifted])
    return found


def _between(runs: Runs, table: str, since: str, until: str) -> Chosen:
    """Rows of a table from one month to another, both counted."""
    month = runs.column(table, "month")
    chosen: Chosen = (month >= runs.names.month(since)) & (month <= runs.names.month(until))
    return chosen


def _cast(runs: Runs) -> Chosen:
    """Ballots for or against."""
    return np.isin(runs.column("ballots", "choice"), (codes.FOR, codes.AGAINST))


def _prevailing(runs: Runs, chosen: Chosen) -> Values:
    """Of the chosen ballots, the share on the side that prevails; NaN where there is none."""
    won = (runs.column("ballots", "choice") == codes.FOR) == (runs.column("ballots", "carried") == 1)
    every, with_them = runs.counted("ballots", chosen), runs.counted("ballots", chosen & won)
    return np.divide(with_them, every, out=runs.unknown(), where=every > 0)


def _last_word(runs: Runs) -> Chosen:
    """Ballots of the last vote on each motion: of one mover, against one person, in one month."""
    names = ("month", "motion", "actor", "target")
    motion = np.stack([runs.place("ballots"), *(runs.column("ballots", name) for name in names)], axis=1)
    place = np.unique(motion, axis=0, return_inverse=True)[1].ravel()
    vote = runs.column("ballots", "vote")
    last = np.zeros(place.max(initial=-1) + 1, np.int64)
    np.maximum.at(last, place, vote)
    chosen: Chosen = vote == last[place]
    return chosen


def _opening(runs: Runs) -> NDArray[np.int64]:
    """(runs, rules): whether each rule is in force as a run opens."""
    first = runs.column("rules", "month") < 0
    rule = runs.column("rules", "rule")
    found = np.zeros((runs.count, int(rule.max(initial=-1)) + 1), np.int64)
    found[runs.place("rules")[first], rule[first]] = runs.column("rules", "in_force")[first]
    return found


def _falls(runs: Runs, since: str, until: str) -> list[tuple[int, int, int]]:
    """Run, month and person of each chief who lost the post in a month in which a vote went against him."""
    carried = _between(runs, "votes", since, until) & (runs.column("votes", "carried") == 1)
    carried &= np.isin(runs.column("votes", "motion"), (*AGAINST_A_HOLDER, codes.ARREST))
    carried &= runs.column("votes", "target") == chief_before(runs, "votes")
    run = runs.place("votes")[carried]
    month, person = (runs.column("votes", name)[carried] for name in ("month", "target"))
    fallen = chiefs(runs)[run, month] != person
    found = (values[fallen].tolist() for values in (run, month, person))
    return sorted(set(zip(*found, strict=True)))


def _lifted_after(runs: Runs, run: int, month: int, person: int) -> float | None:
    """Whether a reform of somebody who falls in a month is lifted within a year; None if he leaves none."""
    own = (runs.place("rules") == run) & (runs.column("rules", "reform") == 1)
    when, rule, on, who = (
        runs.column("rules", name)[own] for name in ("month", "rule", "in_force", "person")
    )
    left = {}
    for k in np.flatnonzero(when <= month):
        left[int(rule[k])] = bool(on[k]) and int(who[k]) == person
    his = [each for each, stands in left.items() if stands]
    if not his:
        return None
    soon = (when > month) & (when <= month + YEAR) & (on == 0)
    return float(np.isin(rule[soon], his).any())
