"""Assemblies: votes of delegates, and of the whole membership, from regional shares instead of rolls.

P_r = d b_r + (1 - d) sigmoid(m_r + herd * (2 P_r - 1)) of secretary and members (fixed point) [Kuran1991],
passed through stages of indirect election, s^g / (s^g + (1-s)^g); a share L of the delegates comes from the
approved list                                                                                        [ours]

Members weigh policy, the camps' authority, danger and the norm against punishing (m_r), and raise their hands
in the sight of their cells; a secretary votes like any official (`voting`) and follows whoever will control
his post. The other parameters are those of `voting`.

Reads: people, figures (sides, pull), posts, regions, rules, line
Writes: tempers of secretaries
Draws: members' mood (REGION), tempers (HERD)
Facts: delegates-loyal-for-job, local-secretaries-direct-votes, lower-level-votes-rigged,
approved-list-share-1923, approved-list-share-grows
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.leanings import (
    Question,
    Terms,
    common_terms,
    draw_tempers,
    gain_of,
    private_leaning,
    temper_drawn,
)
from apparat.mechanisms.voting import ROUNDS, Count
from apparat.world import codes, luck
from apparat.world.elementary import power
from apparat.world.journal import Reasons, Voice, call
from apparat.world.kernel import kernel, lanes, registers
from apparat.world.parameters import parameter
from apparat.world.places import holder_of_chief_post, key_of
from apparat.world.state import BATCH, World
from apparat.world.table import Vector

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Assemblies:
    """What moves members and delegates beside what moves voters in committees."""

    conviction: float = parameter(
        2.0,
        "weight of policy for a fully engaged member, against a committee member",
        unit="ratio",
        low=0.5,
        high=4.0,
        source="assumed",
    )
    obedience: float = parameter(
        2.0,
        "how sharply a secretary's own side decides whether he follows the list",
        unit="1/leaning",
        low=0.5,
        high=5.0,
        source="assumed; approved-list-replaces-choice",
    )
    herd: float = parameter(
        1.6,
        "pull of the majority that a region's members see around them, open ballots",
        unit="logits",
        low=0.0,
        high=2.6,
        source="assumed; [Kuran1991]",
    )


MOOD = 4
"""Column of the table of regions after the secretary's temper: the members' mood."""
MEMBERS, BOSS, DEFERENCE, AGREED, SENT = range(5)
"""Rows of the regions' leanings: what members and secretary gain and then how they lean, how far the ones
defer to the other, the share on which they agree, and that of the delegates they send."""


@kernel
def temper_regions(world: World, prm: Parameters, motion: int, address: int) -> None:
    """Fill the table of regions with the tempers of secretaries and the mood of the members."""
    for first in range(0, world.n.regions, BATCH):
        _temper_batch(world, prm, motion, address, first, min(BATCH, world.n.regions - first))


@kernel
def _temper_batch(world: World, prm: Parameters, motion: int, address: int, first: int, count: int) -> None:
    """The same for a batch of regions."""
    world.keys[1, :] = address
    for k in range(count):
        world.keys[0, k] = first + k
    luck.draw_all(world.clock, luck.REGION, world.keys, count, world.drawn, 0)
    for k in range(count):
        world.keys[0, k] = key_of(world, secretary_of(world, first + k))
    draw_tempers(world, motion, count)
    for k in range(count):
        row = world.regional[first + k]
        row[MOOD] = prm.voting.swing * luck.bell(luck.taken(world.drawn, 0, k))
        if secretary_of(world, first + k) >= 0:
            temper_drawn(world, prm, k, row)


@kernel
def secretary_of(world: World, r: int) -> int:
    """The person who is a region's first secretary; -1 for none."""
    post = world.regions[r].secretary
    if post < 0:
        return -1
    return int(world.posts[post].holder)


@kernel
def weigh_regions(world: World, q: Question) -> None:
    """Note what members and secretary of each region would gain if the mover prevailed."""
    for r in range(world.n.regions):
        world.leanings[MEMBERS, r] = gain_of(world, world.regions[r].mood, q)
        secretary = secretary_of(world, r)
        if secretary >= 0:
            world.leanings[BOSS, r] = gain_of(world, world.people[secretary].ideal, q)


@kernel
def assembly_share(world: World, prm: Parameters, q: Question) -> float:
    """Share of an assembly's delegates for a motion, before chance; tempers are set."""
    weigh_regions(world, q)
    return weighed_share(world, prm, q)


@kernel
def weighed_share(world: World, prm: Parameters, q: Question) -> float:
    """The same where what the regions gain is noted already."""
    terms = common_terms(world, prm, q)
    _agree(world, prm, q, terms)
    _send(world, prm, terms.chief_side)
    return _sum_up(world, SENT)


@kernel
def members_share(world: World, prm: Parameters, q: Question) -> float:
    """Share of the whole membership for a motion in its cells: no stages and no list; tempers are set."""
    weigh_regions(world, q)
    _agree(world, prm, q, common_terms(world, prm, q))
    return _sum_up(world, AGREED)


@kernel
def _sum_up(world: World, row: int) -> float:
    """The share of all, from a row of the regions' shares."""
    total = 0.0
    for r in range(world.n.regions):
        total += world.regions[r].share * world.leanings[row, r]
    return total


@kernel
def _agree(world: World, prm: Parameters, q: Question, terms: Terms) -> None:
    """How each region leans, and the share on which it agrees: its members, after looking around in their
    cells, and as far as they defer to him, its secretary.
    """
    rows = world.leanings
    side = _expected_side(world, prm, q, terms)
    for r in range(world.n.regions):
        members = _members(world, prm, r, q, terms, rows[MEMBERS, r])
        rows[BOSS, r] = summed(_boss(world, prm, r, q, terms, rows[BOSS, r], side, members))
        rows[MEMBERS, r] = summed(members)
        rows[DEFERENCE, r] = world.regions[r].deference
    regions = registers(world.n.regions)
    _defer(rows, regions)
    for _ in range(ROUNDS + 1):
        _look_around(rows, regions, prm.assemblies.herd)


@lanes
def _defer(rows: Vector, regions: int) -> None:
    """What each region's secretary brings to its side; nobody has looked around yet."""
    for r in range(regions):
        rows[SENT, r] = rows[DEFERENCE, r] * luck.sigmoid(rows[BOSS, r])
        rows[AGREED, r] = 0.5


@lanes
def _look_around(rows: Vector, regions: int, herd: float) -> None:
    """Each region's members see what their region agrees on, and agree anew."""
    for r in range(regions):
        swayed = luck.sigmoid(rows[MEMBERS, r] + _herd(herd, rows[AGREED, r]))
        rows[AGREED, r] = rows[SENT, r] + (1.0 - rows[DEFERENCE, r]) * swayed


@kernel
def _send(world: World, prm: Parameters, side: float) -> None:
    """Share of each region's delegates for a motion, from what it agreed on and from the list."""
    listed = list_share(world) * abs(side)
    regions = registers(world.n.regions)
    _elect(world.leanings, regions, prm.voting.stages)
    if listed > 0.0:
        _name(world.leanings, regions, prm.assemblies.obedience, side, listed)


@lanes
def _elect(rows: Vector, regions: int, stages: float) -> None:
    """Delegates from what the regions agreed on, through stages of indirect election."""
    for r in range(regions):
        rows[SENT, r] = staged(rows[AGREED, r], stages)


@lanes
def _name(rows: Vector, regions: int, obedience: float, side: float, listed: float) -> None:
    """Part of the delegates come from the list, as far as the secretaries obey."""
    named = 0.5 + 0.5 * side
    for r in range(regions):
        obeys = luck.sigmoid(obedience * rows[BOSS, r] * side)
        rows[SENT, r] += listed * obeys * (named - rows[SENT, r])


@kernel
def _herd(pull: float, share: float) -> float:
    """Pull of a region's majority on its members, in logits."""
    return pull * (2.0 * share - 1.0)


@kernel
def _call_regions(world: World, prm: Parameters, q: Question) -> None:
    """Write to the roll how secretaries and members lean, and why, and what delegates their regions send.

    The regions' shares are those of the vote just taken; their leanings are taken apart again.
    """
    terms = common_terms(world, prm, q)
    side = _expected_side(world, prm, q, terms)
    weigh_regions(world, q)
    rows = world.leanings
    for r in range(world.n.regions):
        region = world.regions[r]
        members = _members(world, prm, r, q, terms, rows[MEMBERS, r])
        boss = _boss(world, prm, r, q, terms, rows[BOSS, r], side, members)
        secretary = secretary_of(world, r)
        own = region.share
        if secretary >= 0:
            own *= 1.0 - region.deference
            call(world, q.roll, _leaning(boss, secretary, r, region.share - own, rows[SENT, r]), boss)
        herd = _herd(prm.assemblies.herd, rows[AGREED, r])
        moved = Reasons(
            members.policy, members.tie, members.authority, members.dependence, members.fear, herd
        )
        call(world, q.roll, _leaning(moved, codes.NOBODY, r, own, rows[SENT, r]), moved)


@kernel
def _leaning(reasons: Reasons, person: int, r: int, weight: float, sent: float) -> Voice:
    """A leaning as an entry of the roll, with the side that it is on."""
    total = summed(reasons) + reasons.herd
    choice = codes.AGAINST
    if total > 0.0:
        choice = codes.FOR
    return Voice(person, choice, luck.sigmoid(total), r, weight, sent)


@kernel
def summed(reasons: Reasons) -> float:
    """A leaning out of its reasons, before anybody looks around, in logits."""
    return reasons.policy + reasons.tie + reasons.authority + reasons.fear + reasons.dependence


@kernel
def _members(world: World, prm: Parameters, r: int, q: Question, terms: Terms, gain: float) -> Reasons:
    """What moves a region's members before they look around."""
    own = prm.voting
    conviction = world.regions[r].engagement * prm.assemblies.conviction
    policy = conviction * own.policy * gain + world.regional[r, MOOD]
    return Reasons(
        float(policy),
        0.0,
        own.crowd * terms.authority,
        0.0,
        own.fear * terms.danger - q.norm * terms.norm,
        0.0,
    )


@kernel
def _boss(
    world: World,
    prm: Parameters,
    r: int,
    q: Question,
    terms: Terms,
    gain: float,
    side: float,
    members: Reasons,
) -> Reasons:
    """What moves a region's secretary; without one the members decide alone."""
    secretary = secretary_of(world, r)
    if secretary < 0:
        return members
    row = world.regional[r]
    policy, tie, respect, dread = private_leaning(world, prm, secretary, q, terms, gain, row)
    return Reasons(policy, tie, respect, prm.voting.dependence * side, dread, 0.0)


@kernel
def _expected_side(world: World, prm: Parameters, q: Question, terms: Terms) -> float:
    """Side of whoever will hold the chief's post: his own, or, in his trial, that of more authority."""
    if world.figures[q.target].person != holder_of_chief_post(world):
        return terms.chief_side
    return abs(terms.chief_side) * min(max(prm.voting.hedge * terms.authority, -1.0), 1.0)


@kernel
def staged(share: float, exponent: float) -> float:
    """Share of delegates after stages of indirect election: the majority is amplified, extremes stay."""
    s = min(max(share, 1e-9), 1.0 - 1e-9)
    return 1.0 / (1.0 + power((1.0 - s) / s, exponent))


@kernel
def list_share(world: World) -> float:
    """Share of delegates named by the approved list today."""
    rules = world.rules
    month = world.clock.month
    if rules.lists == 0 or month < rules.list_start or rules.slate_on == 0:
        return 0.0
    years = (month - rules.list_start) / 12.0
    return min(rules.list_share + rules.list_growth * years, 0.95)


@kernel
def assembly_vote(world: World, prm: Parameters, delegates: int, q: Question) -> Count:
    """A vote of an assembly of delegates: the share turned into whole votes, a few staying away."""
    address = int(world.people[world.figures[q.target].person].key) * 8 + q.motion
    temper_regions(world, prm, q.motion, address)
    share = assembly_share(world, prm, q)
    if q.roll >= 0:
        _call_regions(world, prm, q)
    return whole_votes(prm, delegates, share)


@kernel
def members_vote(world: World, prm: Parameters, q: Question) -> Count:
    """A vote of all members in their cells."""
    address = int(world.people[world.figures[q.target].person].key) * 8 + q.motion
    temper_regions(world, prm, q.motion, address)
    members = 0.0
    for r in range(world.n.regions):
        for c in range(world.regions[r].members.size):
            members += world.regions[r].members[c]
    return whole_votes(prm, int(members), members_share(world, prm, q))


@kernel
def whole_votes(prm: Parameters, voters: int, share: float) -> Count:
    """A share as whole votes; the more divided the voters, the more of them stay away."""
    away = int(voters * prm.voting.reserve * 2.0 * share * (1.0 - share) + 0.5)
    ayes = int((voters - away) * share + 0.5)
    noes = voters - away - ayes
    return Count(ayes, noes, away, ayes > noes)
