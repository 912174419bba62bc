"""Arrest: a fast move, where rules do not forbid it: no committee and no appeal, but arms and consent.

arms     the chief of the army or of the police is the mover or stands with him (never the target's own arm)
consent  the chief of the army, unless he is the mover himself; or a vote of the top body
P_win  = army + (1 - army) * police * (alone + (1 - alone) * majority)                               [ours]
         army, police: odds that their chief joins in
         majority, for a mover who commands the army
alone    autonomy of the police, for its own chief: it obeys him and asks nobody; 0 for others

Who fails is exposed as the loser of a contest. The police is a means for whoever commands it, and a threat
that unites others against him (`coalition`: dread).

Reads: rules, posts, figures, relations, perceived
Writes: through voting, discipline: seats, posts, states, authority
Draws: whether the police obeys its chief alone (SEIZURE)
Facts: plot-against-beria, beria-arrested-executed, beria-accused-1953-06, rivals-still-fear-beria,
police-under-party-control, lenin-no-terror-in-party
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.mechanisms.coalition import inclination, take_sides
from apparat.mechanisms.contests import begin, put
from apparat.mechanisms.discipline import punish, settle
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.voting import Count
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.places import figure_of
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

ABLE = 0.3
"""Health below which nobody acts. Assumed."""
FELT = 0.15
"""Pull of a camp, through ties, that moves somebody outside the contest to act."""


@kernel
def arms_odds(world: World, prm: Parameters, mover: int, target: int, majority: float) -> float:
    """The mover's estimate that an arrest succeeds, given the odds of a majority in the top body."""
    army = _odds(world, prm, world.rules.army, mover, target)
    police = _odds(world, prm, world.rules.police, mover, target)
    if _commands(world, world.rules.army, mover):
        return majority
    alone = _free_hand(world, mover)
    return army + (1.0 - army) * police * (alone + (1.0 - alone) * majority)


@kernel
def _commands(world: World, post: int, f: int) -> bool:
    return post >= 0 and bool(world.posts[post].holder == world.figures[f].person)


@kernel
def _free_hand(world: World, mover: int) -> float:
    """Chance that the police arrests a leader on its own chief's word alone; 0 for other movers."""
    if not _commands(world, world.rules.police, mover) or world.figures[mover].capacity < ABLE:
        return 0.0
    return float(world.rules.autonomy)


@kernel
def _strikes_alone(world: World, mover: int) -> bool:
    key = int(world.people[world.figures[mover].person].key)
    return luck.draw(world.clock, luck.SEIZURE, key, 0)[0] < _free_hand(world, mover)


@kernel
def _odds(world: World, prm: Parameters, post: int, mover: int, target: int) -> float:
    """Odds that the holder of a post at arms joins the mover; 0 if there is none, or he is the target."""
    holder = codes.NOBODY
    if post >= 0:
        holder = figure_of(world, int(world.posts[post].holder))
    if holder < 0 or holder == target:
        return 0.0
    if holder == mover:
        return 1.0
    norm = norm_of(world, prm, target, codes.ARREST)
    return luck.sigmoid(prm.coalition.slope * inclination(world, prm, holder, mover, target, norm))


@kernel
def seize(world: World, prm: Parameters, mover: int, target: int) -> None:
    """The attempt: it succeeds, or its mover is exposed."""
    begin(world, mover)
    norm = norm_of(world, prm, target, codes.ARREST)
    take_sides(world, prm, mover, target, codes.ARREST, norm)
    count = Count(0, 1, 0, False)
    own_army = _commands(world, world.rules.army, mover)
    consent = _joins(world, world.rules.army, mover, target) and not own_army
    if consent or _strikes_alone(world, mover):
        count = Count(1, 0, 0, True)
    elif own_army or _joins(world, world.rules.police, mover, target):
        count = put(world, prm, codes.TOP, mover, target, codes.ARREST, norm)
    settle(world, prm, mover, target, codes.ARREST, count, 1.0)
    if count.carried:
        punish(world, prm, target, codes.ARREST, mover)


@kernel
def _joins(world: World, post: int, mover: int, target: int) -> bool:
    """Whether the holder of a post at arms stands with the mover, by his own choice or through his ties."""
    holder = codes.NOBODY
    if post >= 0:
        holder = figure_of(world, int(world.posts[post].holder))
    if holder < 0 or holder == target or world.figures[holder].capacity < ABLE:
        return False
    if holder == mover or world.figures[holder].active == 1:
        return holder == mover or world.figures[holder].side > 0
    return bool(world.figures[holder].pull > FELT)
