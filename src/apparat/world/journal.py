"""The journal: what happened, written at three levels of detail.

`none` writes nothing, `decisions` what bodies decided and what followed, `full` every appointment and
every roll as well. Writing never reads what was written and never draws, so the level changes no result.
"""

from typing import NamedTuple

from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.places import key_of
from apparat.world.state import World


class Voice(NamedTuple):
    """An entry of a roll: a person's ballot, or how a region's secretary or members (-1) lean."""

    person: int
    choice: int
    chance: float
    region: int
    weight: float
    sent: float


class Reasons(NamedTuple):
    """What moves a voter, in logits towards `for`, in the order of `codes.REASON_WORDS`."""

    policy: float
    tie: float
    authority: float
    dependence: float
    fear: float
    herd: float


class Entry(NamedTuple):
    """What an event may carry beside its kind and the persons."""

    rule: int
    body: int
    motion: int
    post: int
    carried: int
    votes_for: int
    votes_against: int
    abstained: int
    value: float


@kernel
def entry(
    rule: int,
    body: int = -1,
    motion: int = -1,
    post: int = -1,
    carried: int = 0,
    votes_for: int = 0,
    votes_against: int = 0,
    abstained: int = 0,
    value: float = 0.0,
) -> Entry:
    """An `Entry` whose missing parts say `nothing` (compiled tuples know no defaults)."""
    return Entry(rule, body, motion, post, carried, votes_for, votes_against, abstained, float(value))


@kernel
def write(world: World, kind: int, actor: int, target: int, entry: Entry) -> int:
    """Write an event; persons by row (-1 none). Returns its place, or -1 if nothing was written."""
    clock = world.clock
    if clock.journal == codes.J_NONE:
        return -1
    routine = kind in (codes.E_APPOINTMENT, codes.E_DISMISSAL, codes.E_TRANSFER, codes.E_CONTROL)
    if routine and clock.journal < codes.J_FULL:
        return -1
    tally = world.tally
    if tally.events >= world.n.events:
        tally.lost_events += 1
        return -1
    place = tally.events
    tally.events += 1
    event = world.events[place]
    event.month = clock.month
    event.kind = kind
    event.rule = entry.rule
    event.body = entry.body
    event.motion = entry.motion
    event.post = entry.post
    event.carried = entry.carried
    event.actor = 0
    event.target = 0
    if actor >= 0:
        event.actor = world.people[actor].key
    if target >= 0:
        event.target = world.people[target].key
    event.votes_for = entry.votes_for
    event.votes_against = entry.votes_against
    event.abstained = entry.abstained
    event.value = entry.value
    return place


@kernel
def call(world: World, event: int, voice: Voice, reasons: Reasons) -> None:
    """A new entry in the roll, if there is room for one."""
    if world.tally.rolls >= world.n.rolls:
        return
    roll = world.rolls[world.tally.rolls]
    world.tally.rolls += 1
    roll.event = event
    roll.voter = key_of(world, voice.person)
    roll.choice = voice.choice
    roll.region = voice.region
    roll.chance = voice.chance
    roll.weight = voice.weight
    roll.sent = voice.sent
    for k in range(codes.REASONS):
        roll.reasons[k] = reasons[k]
