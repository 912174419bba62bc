"""Patronage: ties of dependence grow, weaken, turn and pass on. One law for everyone, the summit included.

`ties` holds the law of one tie, `following` what adds up to a leader's following; here is when they run. Ties
of figures and of the holders of leading posts (offices, first secretaries) change every month, those of
everybody else in the last month of a quarter, by three months' rates: then ties to the fallen pass on and
followings are added up anew (every month would cost a third of the run). Leaders come first and chains are
followed after, so the order of rows does not matter.

When an ordinary patron falls, his clients pass to the next patron up, weaker; a fallen figure keeps his, who
drift away without renewal, since he no longer fills posts, and faster where the expelled are sent away.

Reads: people, posts, classes, organs, line.salience
Writes: people.patron, tie, root, loyal, state (fallen rows are freed); figures.following, insecurity
Draws: none
Facts: patronage-roles, gensec-appointments-build-base, promote-or-sack-yields-loyalty,
delegates-loyal-for-job, expelled-keep-followers, nationalities-post-places-clients
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.following import (
    ALONE,
    NO_HEAD,
    UNITS,
    count_in,
    enter_heads,
    leading_posts,
    leave_heads,
    pass_up,
    walk,
)
from apparat.mechanisms.ties import enlist, set_mercy, tend
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import free_fallen
from apparat.world.state import BATCH, World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

QUARTER = 3


@dataclass(frozen=True, kw_only=True)
class Patronage:
    """How ties change in a month."""

    neglect: float = parameter(
        0.012,
        "weakening of a tie that nothing renews",
        unit="1/month",
        low=0.005,
        high=0.03,
        source="assumed",
    )
    renewal: float = parameter(
        0.018,
        "strengthening while the patron holds the appointing office",
        unit="1/month",
        low=0.0,
        high=0.04,
        source="assumed; promote-or-sack-yields-loyalty",
    )
    quarrel: float = parameter(
        0.02,
        "weakening for each unit of policy distance over one half",
        unit="1/month",
        low=0.0,
        high=0.06,
        source="assumed",
    )
    fear_of_patron: float = parameter(
        0.5,
        "weakening when the patron dismisses his own clients",
        unit="ratio",
        low=0.0,
        high=2.0,
        source="assumed",
    )
    calm: float = parameter(
        0.85,
        "how much insecurity is remembered from month to month",
        unit="share",
        low=0.5,
        high=0.98,
        source="assumed",
    )
    pass_on: float = parameter(
        0.5,
        "strength left when a tie passes to the next patron up",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    scatter: float = parameter(
        0.06,
        "drift of an expelled leader's followers",
        unit="1/month",
        low=0.0,
        high=0.3,
        source="assumed; expelled-keep-followers",
    )
    away: float = parameter(
        1.0,
        "drift added where the expelled are sent away, against drift without",
        unit="ratio",
        low=0.0,
        high=4.0,
        source="assumed; trotsky-barred-less-dangerous; ztk-arrested",
    )
    resentment: float = parameter(
        0.08,
        "turning of a tie against a patron whose rules harm the client's post",
        unit="1/month",
        low=0.0,
        high=0.3,
        source="assumed; reforms-displace-officials; job-security-wins-support",
    )
    grudge: float = parameter(
        0.3,
        "grudge in which such a tie ends",
        unit="tie",
        low=0.0,
        high=0.8,
        source="assumed; khrushchev-reforms-discontent",
    )
    broken: float = parameter(
        0.02, "strength below which a tie no longer counts", unit="tie", low=0.0, high=0.1, source="assumed"
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Let leaders' ties take their course; once a quarter everybody's, and add up followings."""
    if world.clock.month % QUARTER == QUARTER - 1:
        _pass_over(world, prm, 1.0, float(QUARTER))
        free_fallen(world)
    else:
        _follow_leaders(world, prm)
    for f in range(world.n.figures):
        world.figures[f].insecurity *= prm.patronage.calm


@kernel
def _follow_leaders(world: World, prm: Parameters) -> None:
    """An ordinary month: the ties of leaders move, and their chains with them; followings stand."""
    leading = leading_posts(world)
    set_mercy(world, prm, 1.0)
    _tend_leaders(world, prm, 1.0, leading)
    for f in range(world.n.figures):
        if world.figures[f].person >= 0:
            walk(world, world.figures[f].person)
    for post in range(leading):
        person = int(world.posts[post].holder)
        if person >= 0 and world.people[person].figure < 0:
            walk(world, person)


@kernel
def add_up(world: World, prm: Parameters) -> None:
    """Find each official's nearest figure, and each figure's following, with the ties as they are."""
    _pass_over(world, prm, 0.0, 0.0)


@kernel
def _pass_over(world: World, prm: Parameters, above: float, below: float) -> None:
    """One pass over all ties: `above` months of change for leaders, then `below` for everybody else.

    Most patrons are leaders, whose own chains are known by then; what hangs on others comes last.
    """
    total = 0.0
    for c in range(world.n.classes):
        total += world.classes[c].weight * world.classes[c].count
    scale = UNITS / max(total, 1e-9)
    leading = leading_posts(world)
    set_mercy(world, prm, above)
    _tend_leaders(world, prm, above, leading)
    set_mercy(world, prm, below)
    enter_heads(world, leading, scale)
    later = 0
    for first in range(leading, world.n.posts, BATCH):
        listed = _list_clients(world, first, world.n.posts)
        tend(world, prm, listed, below)
        later = _count_listed(world, listed, later, scale)
    for k in range(later):
        i = int(world.later[k])
        walk(world, i)
        count_in(world, i, int(world.people[i].post), scale)
    for f in range(world.n.figures):
        world.figures[f].following = world.counted[f + 1] / UNITS
    leave_heads(world, leading)
    pass_up(world)


@kernel
def _tend_leaders(world: World, prm: Parameters, months: float, leading: int) -> None:
    """Tend the ties of figures and of holders of leading posts, all of them before any chain is followed."""
    listed = 0
    for f in range(world.n.figures):
        person = world.figures[f].person
        if person >= 0:
            listed = enlist(world, listed, person, int(world.people[person].post))
    tend(world, prm, listed, months)
    for first in range(0, leading, BATCH):
        tend(world, prm, _list_holders(world, first, leading), months)


@kernel
def _list_holders(world: World, first: int, end: int) -> int:
    """List the holders of a batch of posts, up to and without `end`, figures apart; returns how many."""
    listed = 0
    for post in range(first, min(first + BATCH, end)):
        person = int(world.posts[post].holder)
        if person >= 0 and world.people[person].figure < 0:
            listed = enlist(world, listed, person, post)
    return listed


@kernel
def _list_clients(world: World, first: int, end: int) -> int:
    """The same for those who have a patron; who has none has nothing to tend or to count.

    Every other holder has one, in no order that a processor could guess, so nothing branches on it.
    """
    listed = 0
    for post in range(first, min(first + BATCH, end)):
        person = int(world.posts[post].holder)
        p = world.people[max(person, 0)]
        enlist(world, listed, person, post)
        listed += int((person >= 0) & (p.figure < 0) & (p.patron >= 0))
    return listed


@kernel
def _count_listed(world: World, listed: int, later: int, scale: float) -> int:
    """Count those in the list whose patron is a leader, or nobody; the others are put off.

    Most of the apparatus hangs on a leader, whose head is known by now. Returns how many are put off so far.
    """
    for k in range(listed):
        i = int(world.tied[k])
        p = world.people[i]
        place = ALONE
        if p.patron >= 0:
            place = int(world.people[p.patron].lead)
        if place == NO_HEAD:
            world.later[later] = i
            later += 1
            continue
        head = world.heads[place]
        p.root = head.root
        p.loyal = p.tie * head.passed
        weight = world.classes[world.posts[world.posts_tied[k]].kind].weight * scale
        world.counted[head.root + 1] += int(max(p.loyal, 0.0) * weight)
    return later
