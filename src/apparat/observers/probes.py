"""Probes: what would this body say to this motion today?

A recorded motion is staged hypothetically, on its date, in the body that decided it; nothing in the run
changes. Its count stands beside the recorded one. The figures whom the record names stand where it says,
since they brought the motion or were its object; all others take sides as in any contest. In the top body
those named are most of the vote, so there nobody's side is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.mechanisms.assemblies import assembly_vote, members_vote
from apparat.mechanisms.coalition import CERTAIN, settle_camps, take_sides
from apparat.mechanisms.documents import put_document
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.voting import Count, vote
from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.places import figure_of, holder_of_chief_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

NOT_PUT = -1
DELEGATES = 1000


@kernel
def watch(world: World, prm: Parameters) -> None:
    """Answer the probes of this month."""
    for p in range(world.n.probes):
        probe = world.probes[p]
        if probe.month == world.clock.month:
            count = put(world, prm, p)
            probe.votes_for = count.votes_for
            probe.votes_against = count.votes_against
            probe.abstained = count.abstained


@kernel
def put(world: World, prm: Parameters, p: int) -> Count:
    """The answer to one probe; all counts -1 if it cannot be put (the target is out of the party, say)."""
    probe = world.probes[p]
    if probe.document >= 0:
        return _put_document(world, prm, p)
    mover = probe.mover
    if mover < 0:
        mover = figure_of(world, holder_of_chief_post(world))
    target = probe.target
    if not _stands(world, mover) or not _stands(world, target) or mover == target:
        return Count(NOT_PUT, NOT_PUT, NOT_PUT, False)
    norm = norm_of(world, prm, target, probe.motion)
    take_sides(world, prm, mover, target, probe.motion, norm)
    if probe.body != codes.TOP:
        _stage(world, prm, p, mover, target)
    question = Question(mover, target, probe.motion, norm, -1)
    if probe.body == codes.MEMBERSHIP:
        return members_vote(world, prm, question)
    if probe.body == codes.CONGRESS or probe.body == codes.CONFERENCE:
        return assembly_vote(world, prm, _delegates(world, probe.body), question)
    return vote(world, prm, probe.body, question)


@kernel
def _stage(world: World, prm: Parameters, p: int, mover: int, target: int) -> None:
    """Put the figures whom the record names where it says, and let the others see it."""
    for f in range(world.n.figures):
        if world.camps[p, f] != 0:
            world.figures[f].leaning = CERTAIN * world.camps[p, f]
    address = int(world.people[world.figures[target].person].key) * 8 + world.probes[p].motion
    settle_camps(world, prm, mover, target, address)


@kernel
def _put_document(world: World, prm: Parameters, p: int) -> Count:
    """The answer to a probe on making a document known."""
    probe = world.probes[p]
    count, _, hurt = put_document(world, prm, probe.document, probe.body, -1)
    if hurt < 0 or count.votes_for + count.votes_against == 0:
        return Count(NOT_PUT, NOT_PUT, NOT_PUT, False)
    return count


@kernel
def _stands(world: World, f: int) -> bool:
    if f < 0 or world.figures[f].person < 0:
        return False
    state = world.people[world.figures[f].person].state
    return state != codes.DEAD and state != codes.EXPELLED


@kernel
def _delegates(world: World, body: int) -> int:
    """Delegates of the assembly of that kind nearest in time."""
    best = DELEGATES
    nearest = 10000
    for s in range(world.n.sessions):
        session = world.sessions[s]
        gap = abs(session.planned - world.clock.month)
        if session.body == body and gap < nearest:
            nearest = gap
            best = session.delegates
    return best
