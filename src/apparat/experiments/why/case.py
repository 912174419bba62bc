"""The event that is asked about: the votes behind it, and whether another course comes to the same."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from apparat.results.why import EXPULSIONS, Outcome
from apparat.world import codes

_ABOUT = {codes.RULE_CHANGE: "value", codes.REVEAL: "motion"}
"""What a motion is about, where that is not a person."""


@dataclass(frozen=True)
class Case:
    """An event of a run."""

    number: int
    """Its place in the full journal."""
    event: np.void
    votes: tuple[int, ...]
    """Places of the votes of its contest, in order; the last of them decided. None if nobody voted on it."""
    before: NDArray[np.void]
    """The run's own journal."""

    @property
    def month(self) -> int:
        """Months since the scenario's first."""
        return int(self.event["month"])

    @property
    def is_vote(self) -> bool:
        """Whether the question is how a vote went; else, why somebody fell."""
        return bool(self.event["kind"] == codes.E_VOTE)

    @property
    def decided(self) -> np.void | None:
        """The vote that decided."""
        vote: np.void | None = self.before[self.votes[-1]] if self.votes else None
        return vote

    def outcome(self, events: NDArray[np.void], since: int) -> Outcome:
        """What becomes of it in another course, whose journal is given from month `since` on."""
        if self.is_vote:
            votes = events[self.put_again(events) & (events["month"] == self.month)]
            if not len(votes):
                return "not put"
            # Two may put the same question in one month: asked about is the same mover's vote.
            own = votes[votes["actor"] == self.event["actor"]]
            last = own[-1] if len(own) else votes[-1]
            return "stands" if last["carried"] == self.event["carried"] else "reversed"
        fallen = int((self._fallen(events) & (events["month"] <= self.month)).sum())
        falls = self._own_falls
        expected = int(((falls >= since) & (falls <= self.month)).sum())
        return "stands" if fallen >= expected else "reversed"

    @cached_property
    def _own_falls(self) -> NDArray[np.int32]:
        """Months in which he falls so in the run itself."""
        months: NDArray[np.int32] = self.before["month"][self._fallen(self.before)]
        return months

    def later(self, events: NDArray[np.void]) -> int | None:
        """The first month after its own in which another course comes to the same after all."""
        found = self.put_again(events) if self.is_vote else self._fallen(events)
        if self.is_vote:
            found &= events["carried"] == self.event["carried"]
        after = events[found & (events["month"] > self.month)]
        return int(after[0]["month"]) if len(after) else None

    def by_another(self, events: NDArray[np.void]) -> bool:
        """Whether another course comes to the same in its month at somebody else's instance."""
        found = self.put_again(events) if self.is_vote else self._fallen(events)
        movers = events[found & (events["month"] == self.month)]["actor"]
        return bool(len(movers)) and int(self.event["actor"]) not in movers

    def put_again(self, events: NDArray[np.void]) -> NDArray[np.bool_]:
        """Where the question of the deciding vote is put to its body, whoever moves it."""
        vote = self.decided
        if vote is None:
            return np.zeros(len(events), bool)
        same: NDArray[np.bool_] = events["kind"] == codes.E_VOTE
        for name in ("body", "motion", _ABOUT.get(int(vote["motion"]), "target")):
            same &= events[name] == vote[name]
        return same

    def _fallen(self, events: NDArray[np.void]) -> NDArray[np.bool_]:
        """Where the same man falls in the same way."""
        kind = int(self.event["kind"])
        kinds = EXPULSIONS if kind in EXPULSIONS else (kind,)
        same: NDArray[np.bool_] = np.isin(events["kind"], kinds) & (events["target"] == self.event["target"])
        return same & (events["body"] == self.event["body"]) if kind == codes.E_SEAT_LOST else same


def case_of(events: NDArray[np.void], number: int) -> Case:
    """The case of an event that can be asked about."""
    event = events[number]
    here = np.flatnonzero((events["kind"] == codes.E_VOTE) & (events["month"] == event["month"]))
    here = here[here <= number]
    if event["kind"] != codes.E_VOTE:
        here = _behind(events, event, here)
    if not len(here):
        return Case(number, event, (), events)
    last = events[here[-1]]
    same = [
        int(place)
        for place in here
        if all(events[place][name] == last[name] for name in ("actor", "target", "motion", "value"))
    ]
    return Case(number, event, tuple(same), events)


def _behind(events: NDArray[np.void], event: np.void, votes: NDArray[np.intp]) -> NDArray[np.intp]:
    """Votes of the month that took it from him: on his rival's motion, or on his own, which he lost."""
    mine = {int(event["actor"]), int(event["target"])}
    of_the_two = [{int(events[n]["actor"]), int(events[n]["target"])} == mine for n in votes]
    found: NDArray[np.intp] = votes[np.array(of_the_two, bool) & (0 not in mine)]
    return found
