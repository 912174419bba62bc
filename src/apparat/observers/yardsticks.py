"""Yardsticks: how do we know that somebody leads?

Each quarter, for the few figures who matter, every pair is put to a hypothetical open vote in the top body,
the committee and the congress. By conduct, a personal leader keeps his seat in the top body and carries all
three against each alternative; an alternative is an active figure outside his tree of clients who carries at
least half as much on average. By power, he has more authority, office and following than any alternative by
a margin. `No alternative left` is conduct without anybody to beat. Otherwise leadership is collective.

Facts: yardstick-favour-of-party, yardstick-total-control, yardstick-majority-votes, succession-not-a-post
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.mechanisms.assemblies import BOSS, MEMBERS, secretary_of, temper_regions, weighed_share
from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.following import in_tree
from apparat.mechanisms.leanings import Question, temper_body
from apparat.mechanisms.steps import VOTING
from apparat.mechanisms.voting import expected_share
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel, lanes, registers
from apparat.world.places import distance, holder_of_chief_post, key_of
from apparat.world.state import CONTENDERS, World
from apparat.world.table import Vector

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


EVERY = 3
"""Months between measurements; in between the last one stands."""
ALL, ENGAGED = CONTENDERS, CONTENDERS + 1
"""Rows of the odds after the contenders': what these add up to, and how engaged the members are."""
MARGIN = 0.7
"""By power: every alternative stays below this share of the leader's power (spec: varied, not fitted)."""


@kernel
def watch(world: World, prm: Parameters) -> None:
    """Write this month's leaders and holder of the chief post."""
    clock = world.clock
    world.chiefs[clock.month] = key_of(world, holder_of_chief_post(world))
    if clock.month % EVERY == 0 or clock.month == clock.months - 1:
        _measure(world, prm)
    elif clock.month > 0:
        for y in range(codes.YARDSTICKS):
            world.leaders[clock.month, y] = world.leaders[clock.month - 1, y]


@kernel
def _contenders(world: World) -> tuple[int, int, int, int]:
    """The four most powerful active figures (rows), the strongest first; -1 where there are fewer."""
    a, b, c, d = -1, -1, -1, -1
    for k in range(world.tally.active):
        f = world.active[k]
        if a < 0 or world.figures[f].power > world.figures[a].power:
            a, b, c, d = f, a, b, c
        elif b < 0 or world.figures[f].power > world.figures[b].power:
            b, c, d = f, b, c
        elif c < 0 or world.figures[f].power > world.figures[c].power:
            c, d = f, c
        elif d < 0 or world.figures[f].power > world.figures[d].power:
            d = f
    return a, b, c, d


@kernel
def _measure(world: World, prm: Parameters) -> None:
    who = _contenders(world)
    share = world.shares
    for i in range(CONTENDERS):
        for j in range(CONTENDERS):
            for k in range(3):
                share[i, j, k] = 0.5
    temper_regions(world, prm, codes.POLICY, 7000)
    temper_body(world, prm, codes.COMMITTEE, codes.POLICY)
    temper_body(world, prm, codes.TOP, codes.POLICY)
    _view_regions(world, who)
    for i in range(CONTENDERS):
        for j in range(i + 1, CONTENDERS):
            if who[j] < 0:
                continue
            take_sides(world, prm, who[i], who[j], codes.POLICY, 0.0)
            question = Question(who[i], who[j], codes.POLICY, 0.0, -1)
            _weigh_regions(world, i, j)
            share[i, j, 0] = weighed_share(world, prm, question)
            share[i, j, 1] = expected_share(world, prm, codes.COMMITTEE, question)
            share[i, j, 2] = expected_share(world, prm, codes.TOP, question)
            for k in range(3):
                share[j, i, k] = 1.0 - share[i, j, k]
    _note_control(world, who)
    _conclude(world, who)


@kernel
def _view_regions(world: World, who: tuple[int, int, int, int]) -> None:
    """How far the members and the secretary of each region stand from each contender."""
    salience = world.line.salience
    for i in range(CONTENDERS):
        if who[i] < 0:
            continue
        stated = world.figures[who[i]].stated
        for r in range(world.n.regions):
            world.views[i, 0, r] = distance(world.regions[r].mood, stated, salience)
            secretary = secretary_of(world, r)
            if secretary >= 0:
                world.views[i, 1, r] = distance(world.people[secretary].ideal, stated, salience)


@kernel
def _weigh_regions(world: World, i: int, j: int) -> None:
    """What the regions would gain if one contender prevailed over another, from what is seen already."""
    for r in range(world.n.regions):
        world.leanings[MEMBERS, r] = world.views[j, 0, r] - world.views[i, 0, r]
        world.leanings[BOSS, r] = world.views[j, 1, r] - world.views[i, 1, r]


@kernel
def _carry(world: World, who: tuple[int, int, int, int], i: int) -> float:
    """Mean share carried by a contender over bodies and opponents outside his tree."""
    total = 0.0
    count = 0
    for j in range(CONTENDERS):
        if j == i or who[j] < 0 or in_tree(world, who[j], who[i]):
            continue
        for k in range(3):
            total += world.shares[i, j, k]
        count += 3
    if count == 0:
        return 1.0
    return total / count


@kernel
def _note_control(world: World, who: tuple[int, int, int, int]) -> None:
    """Control over each body against the hardest opponent, and favour among members."""
    for f in range(world.n.figures):
        for k in range(3):
            world.figures[f].control[k] = 0.0
        world.figures[f].favour = 0.0
    _note_favour(world, who)
    for i in range(CONTENDERS):
        if who[i] < 0:
            continue
        figure = world.figures[who[i]]
        for k in range(3):
            least = 1.0
            for j in range(CONTENDERS):
                if j != i and who[j] >= 0 and not in_tree(world, who[j], who[i]):
                    least = min(least, world.shares[i, j, k])
            figure.control[k] = least
        for k in range(3):
            body = codes.CONGRESS
            if k == 1:
                body = codes.COMMITTEE
            elif k == 2:
                body = codes.TOP
            write(
                world,
                codes.E_CONTROL,
                figure.person,
                -1,
                entry(VOTING, body, -1, -1, 0, 0, 0, 0, figure.control[k]),
            )


@kernel
def _note_favour(world: World, who: tuple[int, int, int, int]) -> None:
    """Share of all members who would choose each contender in a free vote among them (logit)."""
    odds = world.odds
    odds[ALL, :] = 0.0
    regions = registers(world.n.regions)
    for r in range(world.n.regions):
        odds[ENGAGED, r] = world.regions[r].engagement
    for j in range(CONTENDERS):
        if who[j] >= 0:
            authority = world.people[world.figures[who[j]].person].authority
            _weigh_odds(odds, j, regions, authority, world.views[j])
    for j in range(CONTENDERS):
        if who[j] >= 0:
            favour = 0.0
            for r in range(world.n.regions):
                favour += world.regions[r].share * odds[j, r] / max(odds[ALL, r], 1e-12)
            world.figures[who[j]].favour = favour


@lanes
def _weigh_odds(odds: Vector, j: int, regions: int, authority: float, views: Vector) -> None:
    """Unnormalised odds that a member of each region chooses a contender who stands so far away."""
    for r in range(regions):
        u = luck.sigmoid(3.0 * authority - 2.0 * odds[ENGAGED, r] * views[0, r])
        odds[j, r] = u * u
        odds[ALL, r] += u * u


@kernel
def _conclude(world: World, who: tuple[int, int, int, int]) -> None:
    clock = world.clock
    for y in range(codes.YARDSTICKS):
        world.leaders[clock.month, y] = 0
    for i in range(CONTENDERS):
        if who[i] < 0 or world.figures[who[i]].seated < 0:
            continue
        wins, alternatives = _against_all(world, who, i)
        key = world.people[world.figures[who[i]].person].key
        if wins and _carry(world, who, i) > 0.5:
            world.leaders[clock.month, codes.BY_CONDUCT] = key
            if alternatives == 0:
                world.leaders[clock.month, codes.BY_UNANIMITY] = key
        if _towers(world, who, i):
            world.leaders[clock.month, codes.BY_POWER] = key
    if clock.month >= EVERY:
        before = world.leaders[clock.month - EVERY, codes.BY_CONDUCT]
        now = world.leaders[clock.month, codes.BY_CONDUCT]
        if before != now:
            _announce(world, now)


@kernel
def _announce(world: World, key: int) -> None:
    person = -1
    for f in range(world.n.figures):
        if world.figures[f].person >= 0 and world.people[world.figures[f].person].key == key:
            person = world.figures[f].person
    write(world, codes.E_LEADER, person, -1, entry(VOTING))


@kernel
def _against_all(world: World, who: tuple[int, int, int, int], i: int) -> tuple[bool, int]:
    """(carries every body against each alternative, number of alternatives)."""
    mine = _carry(world, who, i)
    alternatives = 0
    wins = True
    for j in range(CONTENDERS):
        if j == i or who[j] < 0 or in_tree(world, who[j], who[i]):
            continue
        if _carry(world, who, j) < 0.5 * mine:
            continue
        alternatives += 1
        for k in range(3):
            if world.shares[i, j, k] <= 0.5:
                wins = False
    return wins, alternatives


@kernel
def _towers(world: World, who: tuple[int, int, int, int], i: int) -> bool:
    """Whether his power exceeds that of every figure outside his tree by a margin."""
    for k in range(world.tally.active):
        f = world.active[k]
        if f == who[i] or in_tree(world, f, who[i]):
            continue
        if world.figures[f].power > MARGIN * world.figures[who[i]].power:
            return False
    return True
