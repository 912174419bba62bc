"""Census: who sits and serves where at the end of each month, and how much has changed.

Counted are posts filled and regional secretaries moved, secretaries who owe their post to the party's own
office or have held it since the opening, members, prisoners, and, at a congress, what is left of the
committee before.

Facts: orgburo-senior-appointments-1922, khrushchev-regional-turnover, khrushchev-cc-turnover,
approved-list-share-1923
"""

from __future__ import annotations

from apparat.mechanisms.assemblies import list_share
from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.places import key_of
from apparat.world.state import BENCH, OFFICES, SCRATCH, World


@kernel
def begin(world: World) -> None:
    """Note the secretaries and the committee with which a run opens."""
    for r in range(world.n.regions):
        world.first_secretaries[r] = _secretary(world, r)
    _note_committee(world)


@kernel
def watch(world: World) -> None:
    """Count at the end of a month."""
    _note_places(world)
    _count_posts(world)
    _count_secretaries(world)
    _count_members(world)
    for s in range(world.n.sessions):
        session = world.sessions[s]
        if session.held == 1 and session.month == world.clock.month and session.body == codes.CONGRESS:
            _compare_committees(world, s)


@kernel
def _secretary(world: World, r: int) -> int:
    post = world.regions[r].secretary
    if post < 0:
        return 0
    return key_of(world, int(world.posts[post].holder))


@kernel
def _note_places(world: World) -> None:
    month = world.clock.month
    top = world.bodies[codes.TOP]
    for k in range(min(top.size, BENCH)):
        world.bench[month, k] = world.people[world.seats[top.first + k].person].key
    for post in range(min(world.n.posts, OFFICES)):
        if world.posts[post].office < 0:
            break
        world.officers[month, post] = key_of(world, int(world.posts[post].holder))


@kernel
def _count_posts(world: World) -> None:
    count = world.counts[world.clock.month]
    count.appointments = world.tally.appointments
    count.attended = world.tally.attended
    count.secretaries_moved = world.tally.secretaries


@kernel
def _count_secretaries(world: World) -> None:
    count = world.counts[world.clock.month]
    for r in range(world.n.regions):
        key = _secretary(world, r)
        if key == 0:
            continue
        count.secretaries += 1
        if key == world.first_secretaries[r]:
            count.secretaries_remaining += 1
        post = world.posts[world.regions[r].secretary]
        if post.attended == 1 and world.organs[post.organ].central == 1:
            count.secretaries_from_above += 1


@kernel
def _count_members(world: World) -> None:
    total = 0.0
    for r in range(world.n.regions):
        here = 0.0  # whole numbers: in which order they are added makes no difference
        for c in range(codes.COHORTS):
            here += world.regions[r].members[c]
        total += here
    count = world.counts[world.clock.month]
    count.members = int(total)
    count.prisoners = int(world.line.prisoners)


@kernel
def _compare_committees(world: World, s: int) -> None:
    """How many of the committee before sit in the one just elected; both stand in order of key."""
    session = world.sessions[s]
    session.listed = list_share(world)
    committee = world.bodies[codes.COMMITTEE]
    session.elected = committee.size
    k = 0
    while session.former < SCRATCH and world.last_committee[session.former] > 0:
        key = world.last_committee[session.former]
        session.former += 1
        while k < committee.size and _member(world, k) < key:
            k += 1
        if k < committee.size and _member(world, k) == key:
            session.kept += 1
    _note_committee(world)


@kernel
def _note_committee(world: World) -> None:
    committee = world.bodies[codes.COMMITTEE]
    for k in range(SCRATCH):
        world.last_committee[k] = 0
    for k in range(min(committee.size, SCRATCH)):
        world.last_committee[k] = _member(world, k)


@kernel
def _member(world: World, k: int) -> int:
    """Key of the committee's member in a seat, counted from its first."""
    return int(world.people[world.seats[world.bodies[codes.COMMITTEE].first + k].person].key)
