"""The `World`: the state of one run, a single record of nested tables.

One record means one pointer for a compiled function, which is what keeps compilation to seconds, and one
copy for a checkpoint. Every table has a fixed capacity; `world.n` says how many rows a scenario uses, so
that no scenario ever recompiles a kernel.
"""

from typing import cast

import numpy as np
from numpy.typing import NDArray

from apparat.world import codes
from apparat.world.kept import Count, Event, Roll
from apparat.world.kernel import kernel
from apparat.world.rows import (
    Amendment,
    Appeal,
    Body,
    Clock,
    Cohort,
    Document,
    Figure,
    Head,
    Line,
    Organ,
    Person,
    Post,
    PostClass,
    Prior,
    Probe,
    Region,
    Rules,
    Seat,
    Session,
    Signal,
    Spread,
    Statute,
    Tally,
    Used,
)
from apparat.world.table import LINE, Keys, Table, Vector, column, dtype_of, lined_dtype_of, one, table

PEOPLE = 6784
BLOCK = 64
"""Rows of people whose next death is noted together."""
BATCH = 64
"""Rows worked on together, and draws made together: few enough to stay at hand."""
DRAWN = 20
"""Rows of uniforms that a batch of draws can fill: four for each decision."""
FIGURES = 96
AROUND = 16
"""Figures whom one looks at: all who may be active, in whole registers."""
HEADS = 384
POSTS = 5632
CLASSES = 64
ORGANS = 112
SEATS = 480
REGIONS = 96
DOCUMENTS = 4
SIGNALS = 96
SESSIONS = 24
PROBES = 16
APPEALS = 16
STATUTES = 16
AMENDMENTS = 64
TRAITS = 5
MONTHS = 160
EVENTS = 2048
ROLLS = 2048
POOL = 3072
SCRATCH = 256
CONTENDERS = 4
BENCH = 30
OFFICES = 48
COLLEGES = 8
SHARERS = 32


class World:
    """All of a run. Copying the record copies the run; nothing else is remembered."""

    n: Used = one(Used, "rows in use of each table")
    clock: Clock = one(Clock, "where the run stands")
    rules: Rules = one(Rules, "rules in force")
    line: Line = one(Line, "doctrine and signals")
    tally: Tally = one(Tally, "counts")
    spread: Spread = one(Spread, "what is drawn anew when a run opens")
    figures: Table[Figure] = table(Figure, FIGURES, "who may act at the summit")
    organs: Table[Organ] = table(Organ, ORGANS, "appointing authorities")
    bodies: Table[Body] = table(Body, codes.BODY_KINDS, "bodies that vote, by kind")
    seats: Table[Seat] = table(Seat, SEATS, "seats of the bodies")
    regions: Table[Region] = table(Region, REGIONS, "regions")
    cohorts: Table[Cohort] = table(Cohort, codes.COHORTS, "cohorts of members")
    documents: Table[Document] = table(Document, DOCUMENTS, "documents")
    signals: Table[Signal] = table(Signal, SIGNALS, "timeline")
    sessions: Table[Session] = table(Session, SESSIONS, "calendar of assemblies")
    appeals: Table[Appeal] = table(Appeal, APPEALS, "cases carried to the next congress")
    statutes: Table[Statute] = table(Statute, STATUTES, "rules that may change")
    amendments: Table[Amendment] = table(Amendment, AMENDMENTS, "dated changes of the constitution")
    probes: Table[Probe] = table(Probe, PROBES, "recorded motions")
    priors: Table[Prior] = table(Prior, TRAITS, "common priors of traits")
    classes: Table[PostClass] = table(PostClass, CLASSES, "post classes")
    relations: Vector = column(
        "f8", "affinity, -1 grudge .. 1 friendship; symmetric", shape=(FIGURES, FIGURES)
    )
    perceived: Vector = column("f8", "strength of the column as the row sees it", shape=(FIGURES, FIGURES))
    effects: Vector = column("f8", "shift in standing when a document is public", shape=(DOCUMENTS, FIGURES))
    turning: Vector = column("f8", "extra turnover that a rule brings to a class", shape=(STATUTES, CLASSES))
    lightening: Vector = column("f8", "relative change of a class's weight", shape=(STATUTES, CLASSES))
    harm: Vector = column("f8", "what a rule costs a class's holders, -1..1", shape=(STATUTES, CLASSES))
    blame: Vector = column(
        "f8",
        "scratch for votes: a class's grievance against the target, less that against the mover",
        shape=(CLASSES,),
    )
    knows: NDArray[np.int8] = column("i1", "1 if the figure knows the contents", shape=(DOCUMENTS, FIGURES))
    camps: NDArray[np.int8] = column(
        "i1",
        "side that the record gives a figure on a recorded motion: 1 for, -1 against",
        shape=(PROBES, FIGURES),
    )
    active: NDArray[np.int64] = column("i8", "rows of the active figures, in order of key", shape=(FIGURES,))
    say: Vector = column("f8", "members' weights in appointing, added up", shape=(COLLEGES, SHARERS))
    vacant: NDArray[np.int16] = column("i2", "vacant rows of people, as a stack", shape=(PEOPLE,))
    soonest: NDArray[np.int16] = column(
        "i2", "month before which nobody in a block of people dies", shape=(PEOPLE // BLOCK,)
    )
    heads: Table[Head] = table(Head, HEADS, "scratch for followings: what a leader's clients inherit")
    mercy: Vector = column("f8", "scratch for patronage: what patrons leave of ties", shape=(FIGURES + 1,))
    counted: NDArray[np.int64] = column("i8", "scratch for patronage: followings", shape=(FIGURES + 1,))
    tied: NDArray[np.int16] = column("i2", "scratch for patronage: whose ties are tended", shape=(FIGURES,))
    posts_tied: NDArray[np.int16] = column(
        "i2", "scratch for patronage: the posts they hold", shape=(FIGURES,)
    )
    keys: Keys = column("i8", "scratch for luck: pairs of keys to draw for", shape=(2, BATCH))
    drawn: Vector = column("f8", "scratch for luck: what is drawn for them", shape=(DRAWN, BATCH))
    later: NDArray[np.int16] = column("i2", "scratch for patronage: rows of people", shape=(PEOPLE,))
    fallen: NDArray[np.int16] = column("i2", "rows of people who fell this month", shape=(PEOPLE,))
    claims: Vector = column("f8", "pool of an election: claims", shape=(POOL,))
    claimants: NDArray[np.int16] = column("i2", "pool of an election: who makes each", shape=(POOL,))
    backing: Vector = column("f8", "scratch for elections: loyalty to each figure", shape=(FIGURES,))
    backers: Keys = column("i8", "scratch for elections: figures with anybody's loyalty", shape=(FIGURES,))
    stood: Vector = column(
        "f8",
        "scratch for observers: each figure's camp before they ask: leaning, side, pull",
        shape=(3, FIGURES),
    )
    blamed: Vector = column("f8", "scratch for observers: grievances before they ask", shape=(CLASSES,))
    tempers: Vector = column("f8", "scratch for votes: what each seat's holder is like", shape=(SEATS, 5))
    regional: Vector = column(
        "f8", "scratch for assemblies: secretaries' tempers and the members' mood", shape=(REGIONS, 5)
    )
    leanings: Vector = column(
        "f8",
        "scratch for assemblies: what members and secretaries gain and how they lean, deference, shares",
        shape=(5, REGIONS),
    )
    views: Vector = column(
        "f8",
        "scratch for yardsticks: how far members and secretaries of each region stand from contenders",
        shape=(CONTENDERS, 2, REGIONS),
    )
    sights: Vector = column(
        "f8", "scratch for views: what is seen of each active figure, how strong he looks", shape=(6, AROUND)
    )
    stances: Vector = column(
        "f8",
        "scratch for votes: leaning, post to lose, misjudgement and chance of each member",
        shape=(4, SCRATCH),
    )
    scratch: Vector = column("f8", "scratch for votes: terms of each member", shape=(SCRATCH, 6))
    odds: Vector = column(
        "f8",
        "scratch for yardsticks: odds of each contender with the members of each region",
        shape=(CONTENDERS + 2, REGIONS),
    )
    shares: Vector = column(
        "f8", "scratch for yardsticks: congress, committee, top", shape=(CONTENDERS, CONTENDERS, 3)
    )
    leaders: NDArray[np.int32] = column(
        "i4", "key of the leader by each yardstick; 0: collective", shape=(MONTHS, 3)
    )
    chiefs: NDArray[np.int32] = column(
        "i4", "key of the holder of the chief post; 0: vacant", shape=(MONTHS,)
    )
    counts: Table[Count] = table(Count, MONTHS, "what is counted at the end of each month")
    bench: NDArray[np.int32] = column(
        "i4", "keys of the top body's members at the end of each month; 0: none", shape=(MONTHS, BENCH)
    )
    officers: NDArray[np.int32] = column(
        "i4", "keys of the holders of offices at the end of each month; 0: vacant", shape=(MONTHS, OFFICES)
    )
    first_secretaries: NDArray[np.int32] = column(
        "i4", "keys of the regional secretaries at the opening; 0: vacant", shape=(REGIONS,)
    )
    last_committee: NDArray[np.int32] = column(
        "i4", "keys of the committee's full members when last elected, in order; 0: none", shape=(SCRATCH,)
    )
    people: Table[Person] = table(Person, PEOPLE, "party members who hold, held or may hold a post")
    posts: Table[Post] = table(Post, POSTS, "offices first, then the nomenklatura by class")
    events: Table[Event] = table(Event, EVENTS, "journal, emptied by whoever asked for it")
    rolls: Table[Roll] = table(Roll, ROLLS, "rolls of the votes in the journal")


WORLD = lined_dtype_of(World)

_UNLINKED: dict[str, tuple[str, ...]] = {
    "people": ("post", "patron", "figure", "root"),
    "figures": ("person", "seated", "lost_top", "expelled", "last_move", "feared"),
    "posts": ("organ", "boss", "region", "holder", "office"),
    "organs": ("chief", "collegial", "college"),
    "classes": ("inspector",),
    "seats": ("person",),
    "documents": ("author", "written", "public", "handed"),
    "signals": ("figure", "document"),
    "appeals": ("mover", "target", "statute", "since"),
    "statutes": ("body", "decides", "since", "author"),
    "rules": ("enrolment_since", "premier", "police", "army", "at_issue"),
    "tally": ("last_contest",),
    "probes": ("mover", "target", "document"),
}


def _room() -> NDArray[np.void]:
    """Room for a world, from the beginning of a cache line on."""
    room = np.empty(WORLD.itemsize + LINE, np.uint8)
    first = -room.ctypes.data % LINE
    return room[first : first + WORLD.itemsize].view(WORLD)


def new_world() -> NDArray[np.void]:
    """An empty world: an array of one record, every reference at -1."""
    world = _room()
    world.view(np.uint8)[...] = 0
    for name, columns in _UNLINKED.items():
        for each in columns:
            world[name][each] = codes.NOBODY
    return world


def overwrite(world: NDArray[np.void], source: NDArray[np.void]) -> None:
    """Make one world the same as another, byte for byte: by columns it would take twenty times as long."""
    world.view(np.uint8)[...] = source.view(np.uint8)


def copied(world: NDArray[np.void]) -> NDArray[np.void]:
    """A world of its own with the same bytes."""
    twin = _room()
    overwrite(twin, world)
    return twin


def record(world: NDArray[np.void]) -> World:
    """The record of a world array, as compiled kernels take it (the same memory)."""
    return cast(World, world[0])


def state_bytes() -> int:
    """Bytes of a run's state, the journal's buffers left out."""
    journal = dtype_of(Event).itemsize * EVENTS + dtype_of(Roll).itemsize * ROLLS
    return WORLD.itemsize - journal


_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@kernel
def stir(clock: Clock, value: int) -> None:
    """Add one integer to the run's digest (an FNV-like hash with a final mix of high bits)."""
    h = np.uint64(clock.digest) ^ np.uint64(value)
    h = h * _PRIME
    clock.digest = h ^ (h >> np.uint64(29)) ^ _MIX  # type: ignore[assignment]  # stays unsigned
