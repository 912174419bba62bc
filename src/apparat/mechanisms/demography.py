"""Demography: officials die at the rate of their age.

Gompertz: hazard(age) = level * exp(rate * (age - 40)). The month of death is drawn ahead, once, when a
person enters, by inverting the cumulative hazard [Gompertz1825], so a month costs one comparison.

Reads: people.born, people.dies
Writes: posts.holder, people.state, tally.deaths
Draws: lifespan, once a person (LIFESPAN)
Facts: lenin-dies-1924
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.steps import DEMOGRAPHY
from apparat.world import codes
from apparat.world.elementary import exp, log
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import fall, leave_everything, leave_post
from apparat.world.state import BLOCK, World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

NEVER = 32000


@dataclass(frozen=True, kw_only=True)
class Demography:
    """Mortality of officials."""

    level: float = parameter(
        0.0075,
        "death rate at forty",
        unit="1/year",
        low=0.003,
        high=0.02,
        source="assumed: urban men of the 1920s, officials somewhat below them",
    )
    rate: float = parameter(
        0.08,
        "growth of the death rate with age",
        unit="1/year",
        low=0.06,
        high=0.11,
        source="assumed; [Gompertz1825]",
    )


@kernel
def lifespan(world: World, prm: Parameters, born: int, uniform: float) -> int:
    """Month of death, by inverting the cumulative Gompertz hazard; `NEVER` if not in this run."""
    own = prm.demography
    older = own.rate * ((world.clock.month - born) / 12.0 - 40.0)
    left = (world.clock.months - world.clock.month) / 12.0
    stretch = own.rate * left
    # Most survive the run; for them -log(u) >= 1 - u and exp(x) - 1 <= x + x * x spare two logarithms, and
    # for most of those exp(x) <= 1 / (1 - x) spares the exponential too.
    most = own.level * left * (1.0 + stretch)
    if stretch < 1.5 and older < 1.0 and (1.0 - uniform) * (1.0 - older) > most:
        return NEVER
    now = own.level * exp(older)
    if stretch < 1.5 and 1.0 - uniform > now * left * (1.0 + stretch):
        return NEVER
    years = log(1.0 - own.rate * log(uniform) / now) / own.rate
    return min(world.clock.month + 1 + int(years * 12.0), NEVER)


@kernel
def await_death(world: World, i: int) -> None:
    """Note when the official in a row will die: months look only at blocks in which somebody is due."""
    world.soonest[i // BLOCK] = min(world.soonest[i // BLOCK], world.people[i].dies)


@kernel
def _bury(world: World, block: int) -> None:
    """Bury the officials of a block of rows whose month has come, and note who is next."""
    soonest = NEVER
    for i in range(block * BLOCK, min((block + 1) * BLOCK, world.n.people)):
        p = world.people[i]
        if p.dies > world.clock.month:
            soonest = min(soonest, p.dies)
        elif p.state == codes.ACTIVE and p.figure < 0:
            leave_post(world, int(p.post))
            fall(world, i)
            world.tally.deaths += 1
    world.soonest[block] = soonest


@kernel
def step(world: World, prm: Parameters) -> None:
    """Bury those whose month has come: holders of posts, and figures if their health is drawn."""
    month = world.clock.month
    for block in range((world.n.people + BLOCK - 1) // BLOCK):
        if world.soonest[block] <= month:
            _bury(world, block)
    if world.rules.health_drawn == 1:
        for f in range(world.n.figures):
            person = world.figures[f].person
            if (
                person >= 0
                and world.people[person].dies <= month
                and world.people[person].state != codes.DEAD
            ):
                leave_everything(world, person, codes.DEAD)
                world.figures[f].capacity = 0.0
                world.tally.deaths += 1
                write(world, codes.E_DEATH, person, codes.NOBODY, entry(DEMOGRAPHY))
