"""The chain of appointments behind a roll: on whom voters depend, who gave whom his post, and when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.experiments.why.roll import moved_by, turns_without
from apparat.results.run import Ballot
from apparat.results.why import ChainRow, LinkRow
from apparat.world import codes

_DEPTH = 4
"""Steps up a chain of ties beyond which the model feels nothing."""


@dataclass(frozen=True)
class Filling:
    """An appointment: where in the journal it stands, and its post."""

    place: int
    month: int
    post: int
    attended: int


class Chains:
    """Ties as they stood at the end of a month, and the appointments until then."""

    def __init__(
        self, engine: Engine, world: NDArray[np.void], events: NDArray[np.void], before: int
    ) -> None:
        self._engine, self._directory = engine, engine.directory
        self._people, self._figures = world["people"][0], world["figures"][0]
        self._posts, self._organs = world["posts"][0], world["organs"][0]
        present = np.flatnonzero(self._people["state"] != codes.VACANT)
        self._rows = {int(self._people["key"][row]): int(row) for row in present}
        self._fillings: dict[tuple[int, int], Filling] = {}
        places = np.flatnonzero(events["kind"][:before] == codes.E_APPOINTMENT)
        columns = [events[name][places].tolist() for name in ("target", "actor", "month", "post", "carried")]
        for place, target, actor, *filled in zip(places.tolist(), *columns, strict=True):
            filling = Filling(place, *filled)
            self._fillings[target, actor] = self._fillings[target, codes.NOBODY] = filling

    def last_post(self, key: int) -> Filling | None:
        """A person's last appointment in the run, whoever made it."""
        return self._fillings.get((key, codes.NOBODY))

    def chains(self, ballots: Sequence[Ballot]) -> Iterator[ChainRow]:
        """The voters whose chain of ties ends in a figure, those on whose ballot it decided first."""
        rows = [row for ballot in ballots if (row := self._chain(ballot)) is not None]
        yield from sorted(rows, key=lambda row: (not row.by_dependence, -abs(row.loyal), row.key))

    def links(self, ballots: Sequence[Ballot]) -> Iterator[LinkRow]:
        """The ties on those chains, those on which most voters hang first."""
        hanging: Counter[tuple[int, int]] = Counter()
        for ballot in ballots:
            way = self._way(ballot.voter_key)
            hanging.update(pairwise(way))
        for (client, patron), voters in sorted(hanging.items(), key=lambda item: (-item[1], item[0])):
            yield self._link(client, patron, voters)

    def _chain(self, ballot: Ballot) -> ChainRow | None:
        here = self._rows.get(ballot.voter_key, codes.NOBODY)
        if here < 0 or self._people["root"][here] < 0:
            return None
        voter, way = self._people[here], self._way(ballot.voter_key)
        head = int(self._people["key"][self._figures["person"][voter["root"]]])
        # A tie on the way may have changed since chains were last followed, at the end of a quarter.
        keys = [int(self._people["key"][row]) for row in way] or [ballot.voter_key, head]
        return ChainRow(
            voter=ballot.voter,
            key=ballot.voter_key,
            choice=ballot.choice,
            moved_by=moved_by(ballot),
            by_dependence=turns_without(ballot, "tie", "dependence"),
            post=self._directory.post(int(voter["post"])) if voter["post"] >= 0 else None,
            chain=(" - " if way else " ... ").join(self._directory.short(key) for key in keys),
            head=self._directory.short(head),
            head_key=head,
            loyal=float(voter["loyal"]),
        )

    def _way(self, key: int) -> list[int]:
        """Rows of people from a voter to the figure he follows, and on to whom he follows; else none."""
        here = self._rows.get(key, codes.NOBODY)
        if here < 0 or self._people["root"][here] < 0:
            return []
        goal = int(self._figures["person"][self._people["root"][here]])
        way = [here, *self._up(here, goal)]
        return [*way, *self._up(goal, codes.NOBODY)] if way[-1] == goal else []

    def _up(self, here: int, goal: int) -> list[int]:
        """Rows of patrons above somebody, to a goal or as far as his own ties are felt."""
        above = [here]
        while above[-1] != goal and len(above) <= _DEPTH:
            patron = int(self._people["patron"][above[-1]])
            if patron < 0 or patron in above or (goal < 0 and self._people["tie"][above[-1]] <= 0.0):
                break
            above.append(patron)
        return above[1:]

    def _link(self, client: int, patron: int, voters: int) -> LinkRow:
        keys = int(self._people["key"][client]), int(self._people["key"][patron])
        made = self._fillings.get(keys)
        return LinkRow(
            client=self._directory.short(keys[0]),
            client_key=keys[0],
            patron=self._directory.short(keys[1]),
            patron_key=keys[1],
            tie=float(self._people["tie"][client]),
            voters=voters,
            appointed=str(self._directory.start + made.month) if made else None,
            post=self._directory.post(made.post) if made else None,
            power=self.power(made) if made else None,
        )

    def power(self, made: Filling) -> str:
        """Whose say over posts it was: an authority that looked at it, or the boss on the spot."""
        post = self._posts[made.post]
        if not made.attended and post["boss"] >= 0:
            return f"the word of the boss on the spot ({self._directory.post(int(post['boss']))})"
        organ = self._organs[post["organ"]]
        looked = ", looked at in person" if made.attended else ""
        if organ["collegial"] >= 0:
            return f"{self._directory.body(int(organ['collegial']))}{looked}"
        if organ["chief"] >= 0:
            return f"the appointing say of {self._directory.post(int(organ['chief']))}{looked}"
        return "an appointing authority without a chief"
