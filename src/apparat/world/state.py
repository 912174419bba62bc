"""The `World`: the state of one run, a tuple of tables."""

from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.rows import (
    Appeal,
    Body,
    Clock,
    Cohort,
    Document,
    Event,
    Figure,
    Line,
    Organ,
    Person,
    Post,
    PostClass,
    Prior,
    Probe,
    Region,
    Roll,
    Rules,
    Seat,
    Session,
    Signal,
    Tally,
)
from apparat.world.table import Table, allocate

Matrix = NDArray[np.float64]
Cube = NDArray[np.float64]
Flags = NDArray[np.int8]
Series = NDArray[np.int32]


class World(NamedTuple):
    """All of a run. Copying every array copies the run; nothing else is remembered."""

    clock: Table[Clock]
    rules: Table[Rules]
    line: Table[Line]
    tally: Table[Tally]
    people: Table[Person]
    figures: Table[Figure]
    posts: Table[Post]
    classes: Table[PostClass]
    organs: Table[Organ]
    bodies: Table[Body]
    seats: Table[Seat]
    regions: Table[Region]
    cohorts: Table[Cohort]
    documents: Table[Document]
    signals: Table[Signal]
    sessions: Table[Session]
    appeals: Table[Appeal]
    probes: Table[Probe]
    priors: Table[Prior]
    relations: Matrix
    """(figures, figures): affinity, -1 grudge .. 1 friendship; symmetric."""
    perceived: Matrix
    """(figures, figures): strength of the column as the row sees it."""
    effects: Matrix
    """(documents, figures): shift in standing when the document becomes public."""
    knows: Flags
    """(documents, figures): 1 if the figure knows the contents."""
    pool: Matrix
    """(claims, 2): scratch for elections: claim, person."""
    scratch: Matrix
    """(members, terms): scratch for votes."""
    shares: Cube
    """(contenders, contenders, 3): scratch for yardsticks: share of congress, committee, top body."""
    leaders: Series
    """(months, yardsticks): key of the leader under each definition; 0 for collective leadership."""
    chiefs: Series
    """(months,): key of the holder of the chief secretary's post; 0 when vacant."""
    events: Table[Event]
    rolls: Table[Roll]


class Sizes(NamedTuple):
    """How many rows of each table a world has."""

    people: int
    figures: int
    posts: int
    classes: int
    organs: int
    seats: int
    regions: int
    documents: int
    signals: int
    sessions: int
    probes: int
    months: int
    events: int = 0
    rolls: int = 0


APPEALS = 16
TRAITS = 5
POOL = 768
SCRATCH = 512
CONTENDERS = 4


def new_world(sizes: Sizes) -> World:
    """An empty world of the given sizes; persons' and figures' references start at -1."""
    world = World(
        clock=allocate(Clock, 1),
        rules=allocate(Rules, 1),
        line=allocate(Line, 1),
        tally=allocate(Tally, 1),
        people=allocate(Person, sizes.people),
        figures=allocate(Figure, sizes.figures),
        posts=allocate(Post, sizes.posts),
        classes=allocate(PostClass, sizes.classes),
        organs=allocate(Organ, sizes.organs),
        bodies=allocate(Body, codes.BODY_KINDS),
        seats=allocate(Seat, sizes.seats),
        regions=allocate(Region, sizes.regions),
        cohorts=allocate(Cohort, codes.COHORTS),
        documents=allocate(Document, sizes.documents),
        signals=allocate(Signal, sizes.signals),
        sessions=allocate(Session, sizes.sessions),
        appeals=allocate(Appeal, APPEALS),
        probes=allocate(Probe, sizes.probes),
        priors=allocate(Prior, TRAITS),
        relations=np.zeros((sizes.figures, sizes.figures)),
        perceived=np.zeros((sizes.figures, sizes.figures)),
        effects=np.zeros((sizes.documents, sizes.figures)),
        knows=np.zeros((sizes.documents, sizes.figures), np.int8),
        pool=np.zeros((POOL, 2)),
        scratch=np.zeros((SCRATCH, 6)),
        shares=np.zeros((CONTENDERS, CONTENDERS, 3)),
        leaders=np.zeros((sizes.months, codes.YARDSTICKS), np.int32),
        chiefs=np.zeros(sizes.months, np.int32),
        events=allocate(Event, sizes.events),
        rolls=allocate(Roll, sizes.rolls),
    )
    _unlink(world)
    return world


def _unlink(world: World) -> None:
    for table, columns in (
        (world.people, ("post", "patron", "figure", "root")),
        (world.figures, ("person", "seated", "lost_top", "expelled", "last_move")),
        (world.posts, ("organ", "boss", "region", "holder", "office")),
        (world.seats, ("person",)),
        (world.documents, ("author", "written", "public", "handed")),
        (world.signals, ("figure", "document")),
        (world.appeals, ("mover", "target", "since")),
        (world.rules, ("enrolment_since",)),
        (world.probes, ("mover", "target", "document")),
    ):
        array = cast(NDArray[np.void], table)
        for column in columns:
            array[column] = codes.NOBODY


def copy_world(world: World) -> World:
    """A world with the same contents and its own memory: a checkpoint, or a fork."""
    return World(*(np.array(part) for part in cast("tuple[NDArray[np.void], ...]", world)))  # type: ignore[arg-type]


def restore(target: World, source: World) -> None:
    """Overwrite a world with another of the same sizes, without allocating."""
    for into, given in zip(
        cast("tuple[NDArray[np.void], ...]", target), cast("tuple[NDArray[np.void], ...]", source), strict=True
    ):
        into[...] = given


def state_bytes(world: World) -> int:
    """Bytes of state, journal left out."""
    parts = cast("tuple[NDArray[np.void], ...]", world)
    return sum(part.nbytes for part in parts[:-2])


def rows_view(world: World) -> World:
    """The same memory with attribute access outside compiled code: every table as a recarray."""
    parts = (
        part.view(np.recarray) if part.dtype.names else part
        for part in cast("tuple[NDArray[np.void], ...]", world)
    )
    return World(*parts)  # type: ignore[arg-type]


_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@kernel
def stir(clock: Clock, value: int) -> None:
    """Add one integer to the run's digest (an FNV-like hash with a final mix of high bits)."""
    h = np.uint64(clock.digest) ^ np.uint64(value)
    h = h * _PRIME
    clock.digest = h ^ (h >> np.uint64(29)) ^ _MIX
