"""Formal powers exercised as written: rules set at the opening, and elections from below every month.

The kernels of the month stay what they are. Rules and powers of office are set once; then, after every month,
whoever was sent from above into an office that statutes or the constitution make elective stands for election
there, and the electors take the candidate nearest to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine.runs import Run
from apparat.experiments.flows.levels import Levels
from apparat.scenario.compile import Compiled
from apparat.scenario.levers import Paths, Value
from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.places import distance, key_of, leave_post, place_in_post
from apparat.world.state import POSTS, World
from apparat.world.table import Table, Vector

NOT_ELECTED, BY_MEMBERS, BY_SOVIET, BY_SOVIETS = range(4)


@dataclass(frozen=True)
class Formal:
    """One way in which powers are exercised as written."""

    what: str
    set_: tuple[tuple[str, Value], ...]
    """Paths set at the opening; those that a scenario lacks are left out."""
    because: str
    by_delegates: bool = False
    """Whether it takes a congress of delegates of soviets."""


FORMAL = (
    Formal(
        "no approved lists: delegates are chosen where they come from",
        (("rules.approved-lists", False),),
        "demcen-1921-delegate-election, approved-list-replaces-choice",
    ),
    Formal(
        "factions may form: the ban of 1921 was written too, but theory has wishes rise unhindered",
        (("rules.faction-ban", False),),
        "faction-ban-declared-temporary, demcen-relay-chain-theory",
    ),
    Formal(
        "the chief secretary's office gives no power over appointments, slates, agendas or votes",
        (("chief.*", False),),
        "gensec-purpose-coordination",
    ),
    Formal(
        "every body and every cell votes by secret ballot, so that nobody watches a vote",
        (("bodies.*.ballot", "secret"),),
        "demcen-relay-claimed-democratic; assumed",
    ),
    Formal(
        "members vote as they think, not as their secretary says",
        (),
        "demcen-1921-delegate-election, local-secretaries-direct-votes",
    ),
    Formal(
        "a regional secretary sent from above stands against the region's party officials; members elect",
        (),
        "demcen-1921-delegate-election; party statutes of 1919 and 1922, in the constitution",
    ),
    Formal(
        "a chairman of a regional soviet sent from above stands against its board; the soviet elects",
        (),
        "soviets-definition, demcen-soviets-represent-workers",
    ),
    Formal(
        "a commissar named from above stands against figures without office; the Congress of Soviets elects",
        (),
        "congress-elects-sovnarkom",
        by_delegates=True,
    ),
)


class Paper:
    """Formal powers in one compiled scenario."""

    def __init__(self, compiled: Compiled, levels: Levels) -> None:
        self.formal = tuple(formal for formal in FORMAL if levels.delegates or not formal.by_delegates)
        """The ways in which powers are exercised as written in this scenario."""
        wanted = {
            path: value for formal in self.formal for path, value in formal.set_ if _known(compiled, path)
        }
        self._edits = Paths(compiled).edits(wanted, 0)
        self._electors, self._candidates = np.zeros(POSTS, np.int8), np.zeros(POSTS, np.int8)
        posts, places = compiled.template["posts"][0], compiled.places
        classes = compiled.template["classes"][0]
        if levels.delegates:
            self._electors[levels.cabinet] = BY_SOVIETS
        if "regional-soviet-chairs" in places.classes:
            self._electors[posts["kind"] == places.classes["regional-soviet-chairs"]] = BY_SOVIET
        self._candidates[levels.soviets] = BY_SOVIET
        regional = np.arange(POSTS) < places.count
        regional &= (posts["region"] >= 0) & (classes["institution"][posts["kind"]] == 0)
        self._candidates[regional] = BY_MEMBERS
        regions = compiled.template["regions"][0][: int(compiled.template["n"]["regions"][0])]
        self._electors[regions["secretary"][regions["secretary"] >= 0]] = BY_MEMBERS

    def begin(self, run: Run) -> NDArray[np.int32]:
        """Set the rules of a run at its opening; returns who holds each post."""
        run.own_parameters()
        for edit in self._edits:
            edit.apply(run.world, run.parameters)
        # No rule gives cells a ballot: what a secret one leaves of the herd elsewhere is left of it here.
        run.parameters["assemblies"]["herd"] *= run.parameters["voting"]["secret_herd"]
        run.world["cohorts"]["deference"] = 0.0
        run.world["regions"]["deference"] = 0.0
        return holders(run.world)

    def advance(self, run: Run, until: int, held: NDArray[np.int32]) -> None:
        """Play months with elections after each; `held`, who held each post before, is renewed."""
        door: Any = run.world
        while run.month < until:
            run.advance(run.month + 1)
            elect(door, held, self._electors, self._candidates)


def holders(world: NDArray[np.void]) -> NDArray[np.int32]:
    """(posts,): keys of the holders of all posts; 0 where vacant."""
    rows = world["posts"][0]["holder"]
    return np.where(rows >= 0, world["people"][0]["key"][rows], 0).astype(np.int32)


def _known(compiled: Compiled, path: str) -> bool:
    root, name = path.split(".")[:2]
    return root != "rules" or name in compiled.rules


@kernel
def elect(
    worlds: Table[World],
    held: NDArray[np.int32],
    electors: NDArray[np.int8],
    candidates: NDArray[np.int8],
) -> None:
    """Hold an election wherever an elective post has a new holder."""
    world = worlds[0]
    point = np.zeros(3)
    for post in range(world.n.posts):
        if electors[post] == NOT_ELECTED:
            continue
        holder = int(world.posts[post].holder)
        if holder >= 0 and key_of(world, holder) != held[post]:
            _opinion(world, post, electors[post], candidates, point)
            _seat(world, post, _choice(world, post, electors[post], candidates, point))
        held[post] = key_of(world, int(world.posts[post].holder))


@kernel
def _opinion(world: World, post: int, kind: int, candidates: NDArray[np.int8], point: Vector) -> None:
    """Mean position of the electors: a region's members, a region's soviet, or all soviets."""
    region = world.posts[post].region
    if kind == BY_MEMBERS:
        for d in range(3):
            point[d] = world.regions[region].mood[d]
        return
    count = 0
    point[:] = 0.0
    for other in range(world.n.posts):
        if candidates[other] != BY_SOVIET or other == post or world.posts[other].holder < 0:
            continue
        if kind == BY_SOVIETS or world.posts[other].region == region:
            count += 1
            for d in range(3):
                point[d] += world.people[world.posts[other].holder].ideal[d]
    for d in range(3):
        point[d] /= max(count, 1)


@kernel
def _choice(world: World, post: int, kind: int, candidates: NDArray[np.int8], point: Vector) -> int:
    """The candidate nearest to the electors, the incumbent first among equals."""
    best = int(world.posts[post].holder)
    least = _gap(world, best, point)
    if kind == BY_SOVIETS:
        for f in range(world.n.figures):
            person = int(world.figures[f].person)
            if person < 0 or world.figures[f].office > 0.0 or world.figures[f].capacity < 0.5:
                continue
            state = world.people[person].state
            if (state == codes.ACTIVE or state == codes.OUTSIDE) and _gap(world, person, point) < least:
                best, least = person, _gap(world, person, point)
        return best
    for other in range(world.n.posts):
        if candidates[other] != kind or world.posts[other].region != world.posts[post].region:
            continue
        person = int(world.posts[other].holder)
        if person >= 0 and world.people[person].figure < 0 and _gap(world, person, point) < least:
            best, least = person, _gap(world, person, point)
    return best


@kernel
def _gap(world: World, person: int, point: Vector) -> float:
    return float(distance(world.people[person].ideal, point, world.line.salience))


@kernel
def _seat(world: World, post: int, winner: int) -> None:
    """The winner takes the post; whoever was sent gets the rank-and-file one that he leaves."""
    sent = int(world.posts[post].holder)
    if winner == sent:
        return
    before = int(world.people[winner].post)
    leave_post(world, post)
    if before >= 0 and world.posts[before].office < 0:
        leave_post(world, before)
        place_in_post(world, post, winner, 0)
        if world.people[sent].post < 0:
            place_in_post(world, before, sent, 0)
    else:
        place_in_post(world, post, winner, 0)
