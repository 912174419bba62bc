"""Contests: the wider body has the last word, and whoever sets the agenda keeps motions off it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np

from apparat.world import codes
from tests.family import Plan
from tests.mechanisms.laboratory import Rows
from tests.properties.plans import opened

PLAN = Plan(figures=12, top=6, committee=12, locals_per_region=3, condemned=True, document=False, months=40)
PENALTY = {
    codes.CONDEMN: codes.E_CONDEMNED,
    codes.REMOVE_POST: codes.E_POST_LOST,
    codes.REMOVE_BODY: codes.E_SEAT_LOST,
    codes.EXPEL: codes.E_EXPELLED,
}
RUNS = range(60)


@cache
def told(run: int, agenda: int = 1) -> tuple[int, Rows]:
    """The chief's key at the opening, and the events of a run."""
    begun = opened(replace(PLAN, seed=run), run=run)
    begun.world["rules"]["agenda_on"] = agenda
    chief = begun.world["people"][0]["key"][0]
    begun.advance(PLAN.months)
    return int(chief), np.concatenate(begun.events)


def contests() -> Iterator[tuple[Rows, Rows]]:
    """The votes of each contest at the summit, and what followed in its month until an assembly met."""
    for run in RUNS:
        _, events = told(run)
        summit = np.flatnonzero((events["kind"] == codes.E_VOTE) & (events["motion"] <= codes.EXPEL))
        for month in np.unique(events["month"][summit]):
            votes = summit[events["month"][summit] == month]
            after = events[votes[-1] + 1 : np.searchsorted(events["month"], month, side="right")]
            yield events[votes], after[~np.logical_or.accumulate(after["kind"] == codes.E_SESSION)]


def test_the_last_body_asked_decides_whatever_the_first_one_said() -> None:
    """A leader survives exactly if the wider body lets him."""
    reversals = 0
    for votes, rest in contests():
        last = votes[-1]
        struck = rest[(rest["kind"] == PENALTY[int(last["motion"])]) & (rest["actor"] == last["actor"])]
        assert (last["target"] in struck["target"]) == bool(last["carried"]), last
        reversals += bool(votes[0]["carried"]) != bool(last["carried"])
    assert reversals > 0


def test_the_top_body_is_asked_before_the_committee() -> None:
    bodies = [tuple(votes["body"].tolist()) for votes, _ in contests()]
    assert {asked[0] for asked in bodies} == {codes.TOP}
    assert {asked[1] for asked in bodies if len(asked) > 1} == {codes.COMMITTEE, codes.JOINT}
    assert max(len(asked) for asked in bodies) == 2


def test_nobody_is_expelled_without_the_joint_meeting() -> None:
    for votes, rest in contests():
        if (rest["kind"] == codes.E_EXPELLED).any():
            assert votes[-1]["body"] == codes.JOINT
            assert votes[-1]["motion"] == codes.EXPEL


def put_against_the_chief(agenda: int) -> int:
    """Motions against the chief that reached a vote in the first two years."""
    count = 0
    for run in RUNS:
        chief, events = told(run, agenda)
        votes = events[
            (events["kind"] == codes.E_VOTE) & (events["month"] < 24) & (events["body"] == codes.TOP)
        ]
        count += int((votes["target"] == chief).sum())
    return count


def test_who_sets_the_agenda_keeps_motions_against_himself_off_it() -> None:
    assert put_against_the_chief(1) < put_against_the_chief(0)
