"""Ties: the law by which one tie changes in some months, the same for everybody.

tie <- tie * (1 - neglect) + renewal * tie * (1 - tie) [patron still holds the appointing office]
tie <- tie * (1 - fear_of_patron * min(insecurity, 1)) * (1 - quarrel * max(0, distance - 0.5))
tie <- tie - resentment * bite * (tie + grudge)                                                     [ours]

bite is the harm that rules for which the patron answers do to the client's class of posts, as far as it is
felt (`reform`): where it goes on, dependence turns into a grudge. The parameters are those of `patronage`.

Reads: people, posts, organs, line.salience, statutes
Writes: people.patron, tie; mercy
Draws: none
Facts: patronage-roles, promote-or-sack-yields-loyalty, delegates-loyal-for-job, reforms-displace-officials
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from apparat.mechanisms.reform import harm_by
from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

DEPTH = 4
"""Steps up a chain of ties beyond which nothing is felt."""


class Rates(NamedTuple):
    """Changes of a tie over some months: share kept, growth, loss by quarrel; below `broken` it ends.

    `resentment` turns it towards a `grudge` where the patron's rules do harm.
    """

    kept: float
    renewal: float
    quarrel: float
    broken: float
    resentment: float
    grudge: float


@kernel
def tend(world: World, prm: Parameters, listed: int, months: float) -> None:
    """Some months of the ties in the list, with `mercy` as `set_mercy` left it; ties to the fallen pass on.

    One tie does not wait for another: a processor works on several at once, which it cannot where each is
    followed by what else concerns its owner.
    """
    rates = rates_of(prm, months)
    harmful = world.rules.harmful == 1
    for k in range(listed):
        i = int(world.tied[k])
        patron = int(world.people[i].patron)
        if patron < 0:
            continue
        if world.people[patron].state == codes.FALLEN:
            inherit(world, i, prm.patronage.pass_on)
        elif months > 0.0:
            bite = 0.0
            if harmful:
                bite = _bite(world, rates.resentment, rates.grudge, i)
            _change(world, rates, i, int(world.posts_tied[k]), bite)


@kernel
def enlist(world: World, listed: int, person: int, post: int) -> int:
    """Add the holder of a post to the list of those whose ties are tended; returns its length."""
    world.tied[listed] = person
    world.posts_tied[listed] = post
    return listed + 1


@kernel
def rates_of(prm: Parameters, months: float) -> Rates:
    """What some months of neglect, renewal and quarrel do."""
    own = prm.patronage
    kept = 1.0 - own.neglect * months
    pace = own.resentment * months
    return Rates(kept, own.renewal * months, own.quarrel * months, own.broken, pace, own.grudge)


@kernel
def _change(world: World, rates: Rates, i: int, post: int, bite: float) -> None:
    """Let one tie to a patron who stands weaken, strengthen and break."""
    p = world.people[i]
    patron = world.people[p.patron]
    tie = p.tie - bite
    if tie < 0.0:
        p.tie = tie * rates.kept
        return
    salience = world.line.salience
    gap = salience[0] * abs(p.ideal[0] - patron.ideal[0])
    gap += salience[1] * abs(p.ideal[1] - patron.ideal[1])
    gap += salience[2] * abs(p.ideal[2] - patron.ideal[2])
    tie += _holds_sway(world, post, int(p.patron)) * rates.renewal * tie * (1.0 - tie)
    tie *= rates.kept
    tie *= 1.0 - rates.quarrel * max(gap - 0.5, 0.0)
    tie *= world.mercy[patron.figure + 1]
    if tie < rates.broken and bite == 0.0:
        tie = 0.0
        p.patron = codes.NOBODY
    p.tie = tie


@kernel
def _bite(world: World, pace: float, grudge: float, i: int) -> float:
    """What a person's tie loses because his patron answers for rules that harm his post."""
    p = world.people[i]
    if p.post < 0 or world.people[p.patron].figure < 0:
        return 0.0
    harm = harm_by(world, int(world.people[p.patron].figure), int(world.posts[p.post].kind))
    return min(pace * max(harm, 0.0), 1.0) * max(p.tie + grudge, 0.0)


@kernel
def set_mercy(world: World, prm: Parameters, months: float) -> None:
    """What each figure leaves of his clients' ties when he frightens them or is out of the party."""
    own = prm.patronage
    world.mercy[0] = 1.0
    for f in range(world.n.figures):
        figure = world.figures[f]
        left = max(1.0 - own.fear_of_patron * months * min(figure.insecurity, 1.0), 0.0)
        if figure.expelled >= 0:
            away = 1.0 + own.away * world.rules.exile
            left *= max(1.0 - own.scatter * away * months, 0.0)
        world.mercy[f + 1] = left


@kernel
def inherit(world: World, i: int, pass_on: float) -> None:
    """A tie passes to the first patron up the chain who has not fallen, weaker with each step."""
    p = world.people[i]
    heir = int(p.patron)
    tie = max(p.tie, 0.0)
    for _ in range(DEPTH):
        if heir < 0 or world.people[heir].state != codes.FALLEN:
            break
        heir = int(world.people[heir].patron)
        tie *= pass_on
    if heir < 0 or heir == i or world.people[heir].state == codes.FALLEN:
        heir = codes.NOBODY
        tie = 0.0
    p.patron = heir
    p.tie = tie


@kernel
def _holds_sway(world: World, post: int, patron: int) -> int:
    """1 if the patron has the say over the client's post: as its boss, its organ's chief, or the party's.

    All are looked up and nothing branches: which of them it is, if any, follows no pattern.
    """
    p = world.posts[max(post, 0)]
    chief = world.rules.chief
    if p.organ >= 0:
        chief = world.organs[p.organ].chief
    boss_holds = (p.boss >= 0) & (world.posts[max(p.boss, 0)].holder == patron)
    chief_holds = (chief >= 0) & (world.posts[max(chief, 0)].holder == patron)
    return int((post >= 0) & (boss_holds | chief_holds))
