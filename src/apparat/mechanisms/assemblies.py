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

from apparat.mechanisms.leanings import Question, Terms, common_terms, private_leaning, temper
from apparat.mechanisms.voting import ROUNDS, Count
from apparat.world import codes, luck
from apparat.world.elementary import power
from apparat.world.journal import Reasons, Voice, call
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import distance, holder_of_chief_post
from apparat.world.state import World

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


@kernel
def temper_regions(world: World, prm: Parameters, motion: int, address: int) -> None:
    """Fill the table of tempers for secretaries; the last column is the mood of each region's members."""
    for r in range(world.n.regions):
        row = world.regional[r]
        row[4] = prm.voting.swing * luck.bell(luck.draw(world.clock, luck.REGION, r, address))
        secretary = _secretary(world, r)
        if secretary >= 0:
            temper(world, prm, secretary, motion, row)


@kernel
def _secretary(world: World, r: int) -> int:
    post = world.regions[r].secretary
    if post < 0:
        return -1
    return int(world.posts[post].holder)


@kernel
def assembly_share(world: World, prm: Parameters, q: Question) -> float:
    """Share of an assembly's delegates for a motion, before chance; tempers are set."""
    terms = common_terms(world, prm, q)
    listed = list_share(world) * abs(terms.chief_side)
    total = 0.0
    for r in range(world.n.regions):
        members = _members(world, prm, r, q, terms)
        boss = _boss(world, prm, r, q, terms, members)
        sent = _sent(world, prm, r, summed(members), summed(boss), listed, terms.chief_side)
        total += world.regions[r].share * sent
    return total


@kernel
def _sent(
    world: World, prm: Parameters, r: int, members: float, boss: float, listed: float, chief_side: float
) -> float:
    """Share of a region's delegates for a motion, from the leanings of its members and its secretary."""
    share = staged(_agreed(world, prm, r, members, boss), prm.voting.stages)
    if listed > 0.0:
        named = 0.5 + 0.5 * chief_side
        share += listed * luck.sigmoid(prm.assemblies.obedience * boss * chief_side) * (named - share)
    return share


@kernel
def _agreed(world: World, prm: Parameters, r: int, members: float, boss: float) -> float:
    """Share of a region for a motion: its members, after looking around in their cells, and as far as they
    defer to him, its secretary.
    """
    deference = world.regions[r].deference
    led = deference * luck.sigmoid(boss)
    share = 0.5
    for _ in range(ROUNDS + 1):
        share = led + (1.0 - deference) * luck.sigmoid(members + _herd(prm, share))
    return share


@kernel
def _herd(prm: Parameters, share: float) -> float:
    """Pull of a region's majority on its members, in logits."""
    return prm.assemblies.herd * (2.0 * share - 1.0)


@kernel
def members_share(world: World, prm: Parameters, q: Question) -> float:
    """Share of the whole membership for a motion in its cells: no stages and no list; tempers are set."""
    terms = common_terms(world, prm, q)
    total = 0.0
    for r in range(world.n.regions):
        members = _members(world, prm, r, q, terms)
        boss = _boss(world, prm, r, q, terms, members)
        total += world.regions[r].share * _agreed(world, prm, r, summed(members), summed(boss))
    return total


@kernel
def _call_regions(world: World, prm: Parameters, q: Question) -> None:
    """Write to the roll how secretaries and members lean, and why, and what delegates their regions send."""
    terms = common_terms(world, prm, q)
    listed = list_share(world) * abs(terms.chief_side)
    for r in range(world.n.regions):
        region = world.regions[r]
        members = _members(world, prm, r, q, terms)
        boss = _boss(world, prm, r, q, terms, members)
        sent = _sent(world, prm, r, summed(members), summed(boss), listed, terms.chief_side)
        secretary = _secretary(world, r)
        own = region.share
        if secretary >= 0:
            own *= 1.0 - region.deference
            call(world, q.roll, _leaning(boss, secretary, r, region.share - own, sent), boss)
        herd = _herd(prm, _agreed(world, prm, r, summed(members), summed(boss)))
        moved = Reasons(
            members.policy, members.tie, members.authority, members.dependence, members.fear, herd
        )
        call(world, q.roll, _leaning(moved, codes.NOBODY, r, own, sent), moved)


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
def _members(world: World, prm: Parameters, r: int, q: Question, terms: Terms) -> Reasons:
    """What moves a region's members before they look around."""
    own = prm.voting
    region = world.regions[r]
    salience = world.line.salience
    gain = distance(region.mood, world.figures[q.target].stated, salience)
    gain -= distance(region.mood, world.figures[q.mover].stated, salience)
    policy = region.engagement * prm.assemblies.conviction * own.policy * gain + world.regional[r, 4]
    return Reasons(
        float(policy), 0.0, own.crowd * terms.authority, 0.0, own.fear * terms.danger - q.norm, 0.0
    )


@kernel
def _boss(world: World, prm: Parameters, r: int, q: Question, terms: Terms, members: Reasons) -> Reasons:
    """What moves a region's secretary; without one the members decide alone."""
    secretary = _secretary(world, r)
    if secretary < 0:
        return members
    policy, tie, respect, dread = private_leaning(world, prm, secretary, q, terms, world.regional[r])
    dependence = prm.voting.dependence * _expected_side(world, prm, q, terms)
    return Reasons(policy, tie, respect, dependence, dread, 0.0)


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
    if q.roll >= 0:
        _call_regions(world, prm, q)
    return whole_votes(prm, delegates, assembly_share(world, prm, q))


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
