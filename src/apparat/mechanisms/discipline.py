"""Discipline: what a decision does to those who lost it.

Authority: the loser keeps (1 - loss * margin) of his, the winner gains `gain`; the office adds a little
each month. A condemned member carries a strike, a member who campaigns on under the ban a charge; both
fade. The sequence condemnation, post, seat, party is not a rule: it follows from the norm that strikes wear
down.

Reads: figures, posts, bodies, rules
Writes: people.authority, state; figures.strikes, charges, won, lost, expelled; seats, posts; relations; tally
Draws: recantation (SPEECH)
Facts: faction-ban-penalty, method-forced-apologies, trotskyite-label, expulsion-cuts-levers,
direct-appeal-enables-faction-charge, united-opposition-charged-factionalism, stalin-destroys-authority
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.coalition import relate
from apparat.mechanisms.doctrine import adopt
from apparat.mechanisms.steps import DISCIPLINE
from apparat.mechanisms.voting import Count
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import deactivate, leave_everything, leave_post, unseat
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Discipline:
    """What winning and losing do."""

    loss: float = parameter(
        0.185,
        "authority lost in a defeat, at full margin",
        unit="share",
        low=0.08,
        high=0.35,
        source="assumed; method-outvoting; stalin-destroys-authority",
    )
    gain: float = parameter(
        0.04, "authority gained by a victory", unit="authority", low=0.0, high=0.1, source="assumed"
    )
    dignity: float = parameter(
        0.008,
        "authority lent by the chief's post",
        unit="1/month",
        low=0.0,
        high=0.02,
        source="assumed; gensec-gains-weight-under-stalin",
    )
    memory: float = parameter(
        0.985,
        "strikes and charges remembered from month to month",
        unit="share",
        low=0.95,
        high=1.0,
        source="assumed: a half-life of four years",
    )
    campaign: float = parameter(
        0.10,
        "chance that a defeated leader campaigns on",
        unit="1/month",
        low=0.0,
        high=0.4,
        source="assumed; united-opposition-appeals-masses-001",
    )
    recant: float = parameter(
        0.04,
        "chance that a condemned leader recants",
        unit="1/month",
        low=0.0,
        high=0.2,
        source="assumed; method-forced-apologies",
    )
    humble: float = parameter(
        0.10,
        "authority lost by recanting",
        unit="share",
        low=0.0,
        high=0.4,
        source="assumed; method-forced-apologies",
    )
    forgiven: float = parameter(
        0.4, "strikes taken off by recanting", unit="share", low=0.0, high=1.0, source="assumed"
    )
    ceiling: float = parameter(
        0.9,
        "authority up to which the chief's post lends any",
        unit="authority",
        low=0.5,
        high=1.0,
        source="assumed",
    )
    beaten: float = parameter(
        0.4,
        "condemnation that a beaten mover brings on himself",
        unit="condemnations",
        low=0.0,
        high=1.5,
        source="assumed",
    )
    suspected: float = parameter(
        0.3,
        "charge of factionalism that he brings on himself under the ban",
        unit="charges",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    lesser: float = parameter(
        0.6, "weight of what the top body decides alone", unit="share", low=0.2, high=1.0, source="assumed"
    )
    adoption: float = parameter(
        0.1,
        "movement of the line towards who carries a motion",
        unit="share",
        low=0.0,
        high=0.4,
        source="assumed",
    )
    marked: float = parameter(
        0.5,
        "condemnations from which a leader campaigns or recants",
        unit="condemnations",
        low=0.1,
        high=2.0,
        source="assumed",
    )
    persuasion: float = parameter(
        0.01,
        "movement of members' mood towards a campaigner of full authority",
        unit="share",
        low=0.0,
        high=0.05,
        source="assumed",
    )
    turn: float = parameter(
        0.5,
        "share of the way to the line covered in recanting",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed",
    )
    grudge: float = parameter(
        0.15,
        "relation lost between those on opposite sides of a contest",
        unit="relation",
        low=0.0,
        high=0.4,
        source="assumed",
    )
    comradeship: float = parameter(
        0.06,
        "relation gained between those on the same side",
        unit="relation",
        low=0.0,
        high=0.2,
        source="assumed",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Let strikes fade, and let the defeated campaign, recant or keep silent."""
    own = prm.discipline
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person < 0:
            continue
        figure.strikes *= own.memory
        figure.charges *= own.memory
    for a in range(world.tally.active):
        # In order of key: one campaign moves the mood that the next one meets.
        figure = world.figures[world.active[a]]
        if figure.active == 1 and figure.strikes > own.marked and figure.capacity > 0.5:
            _after_defeat(world, prm, int(world.active[a]))


@kernel
def _after_defeat(world: World, prm: Parameters, f: int) -> None:
    """A condemned leader campaigns on, recants, or keeps silent."""
    own = prm.discipline
    figure = world.figures[f]
    p = world.people[figure.person]
    u, v, _, _ = luck.draw(world.clock, luck.SPEECH, int(p.key), 1)
    if u < own.campaign * figure.ambition * 2.0:
        if world.rules.ban == 1:
            figure.charges += 1.0
        for r in range(world.n.regions):
            mood = world.regions[r].mood
            for d in range(3):
                mood[d] += (
                    own.persuasion * p.authority * world.regions[r].engagement * (figure.stated[d] - mood[d])
                )
        write(world, codes.E_CAMPAIGN, figure.person, -1, entry(DISCIPLINE, -1, -1, -1, world.rules.ban))
    elif v < own.recant * figure.flexibility * 2.0:
        figure.strikes *= 1.0 - own.forgiven
        figure.charges *= 1.0 - own.forgiven
        p.authority *= 1.0 - own.humble
        for d in range(3):
            figure.stated[d] += own.turn * (world.line.line[d] - figure.stated[d])
        write(world, codes.E_RECANTED, figure.person, -1, entry(DISCIPLINE))


@kernel
def settle(
    world: World, prm: Parameters, mover: int, target: int, motion: int, count: Count, weight: float
) -> None:
    """Authority, relations and memory after a final vote; `weight` is 1 for a sovereign body."""
    own = prm.discipline
    cast = max(count.votes_for + count.votes_against, 1)
    margin = abs(count.votes_for - count.votes_against) / cast
    winner, loser = target, mover
    if count.carried:
        winner, loser = mover, target
    beaten = world.people[world.figures[loser].person]
    beaten.authority = beaten.authority * (1.0 - own.loss * margin * weight)
    victor = world.people[world.figures[winner].person]
    victor.authority = min(victor.authority + own.gain * weight * (1.0 - victor.authority), 1.0)
    world.figures[winner].won += 1
    world.figures[loser].lost += 1
    world.tally.contests += 1
    if count.carried:
        world.tally.carried += 1
        if motion != codes.RULE_CHANGE:
            world.figures[target].strikes += weight
            adopt(world, mover, own.adoption * weight)
    elif motion != codes.REVEAL and motion != codes.RULE_CHANGE:
        world.figures[mover].strikes += own.beaten * weight
        if world.rules.ban == 1:
            world.figures[mover].charges += own.suspected
    _remember(world, own.comradeship, own.grudge)
    stir(world.clock, count.votes_for * 100003 + count.votes_against * 101 + motion)


@kernel
def _remember(world: World, comradeship: float, grudge: float) -> None:
    """Allies of a contest come closer, opponents apart."""
    for a in range(world.tally.active):
        i = world.active[a]
        for b in range(a + 1, world.tally.active):
            j = world.active[b]
            product = world.figures[i].side * world.figures[j].side
            if product > 0:
                relate(world, i, j, comradeship)
            elif product < 0:
                relate(world, i, j, -grudge)


@kernel
def punish(world: World, prm: Parameters, target: int, motion: int, mover: int) -> None:
    """Carry out a penalty that the competent body has voted."""
    figure = world.figures[target]
    person = figure.person
    actor = world.figures[mover].person
    month = world.clock.month
    if motion == codes.CONDEMN:
        write(world, codes.E_CONDEMNED, actor, person, entry(DISCIPLINE))
    elif motion == codes.REMOVE_POST:
        post = highest_post(world, person)
        if post >= 0:
            leave_post(world, post)
            write(world, codes.E_POST_LOST, actor, person, entry(DISCIPLINE, -1, motion, post))
    elif motion == codes.REMOVE_BODY:
        lose_seat(world, target, mover)
    elif motion == codes.EXPEL or motion == codes.ARREST:
        lose_seat(world, target, mover)
        figure.expelled = month
        deactivate(world, target)
        leave_everything(world, person, codes.EXPELLED)
        kind = codes.E_EXPELLED
        if motion == codes.ARREST:
            kind = codes.E_ARRESTED
        write(world, kind, actor, person, entry(DISCIPLINE))
    stir(world.clock, motion * 1000 + month)


@kernel
def lose_seat(world: World, target: int, mover: int) -> None:
    """Removal from the top body, or from its candidates."""
    figure = world.figures[target]
    actor = -1
    if mover >= 0:
        actor = world.figures[mover].person
    if unseat(world, codes.TOP, figure.person):
        figure.lost_top = world.clock.month
        write(world, codes.E_SEAT_LOST, actor, figure.person, entry(DISCIPLINE, codes.TOP))
    elif unseat(world, codes.TOP_CANDIDATES, figure.person):
        write(world, codes.E_SEAT_LOST, actor, figure.person, entry(DISCIPLINE, codes.TOP_CANDIDATES))


@kernel
def highest_post(world: World, person: int) -> int:
    """The most visible post a person holds, an office or a secretaryship; -1 for none."""
    best = codes.NOBODY
    rank = -1.0
    for j in range(world.n.posts):
        if world.posts[j].office < 0 and world.posts[j].kind > 0:
            break
        if world.posts[j].holder == person and world.classes[world.posts[j].kind].visible > rank:
            rank = world.classes[world.posts[j].kind].visible
            best = j
    return best
