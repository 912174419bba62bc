"""The state of the loop: a record of nested tables, of fixed capacities."""

import numpy as np
from numpy.typing import NDArray

from apparat.world.rows import Clock
from apparat.world.table import Table, Vector, column, dtype_of, one, table
from bench.institution.rules import (
    KINDS,
    POSTS_PER_REGION,
    Outcome,
    Rules,
    attention,
    below,
    bosses,
    counts,
    firsts,
    seats,
)

NOBODY = -1
POSTS = 2_000 * POSTS_PER_REGION + 1


def rows(posts: int) -> int:
    """Rows of officials for so many posts; one month's fallen keep theirs, hence the spare ones."""
    return posts + posts // 8 + 16


class Used:
    """Sizes of a run."""

    posts: int = column("i8", "posts, the chief's included")
    regions: int = column("i8", "regions")
    rows: int = column("i8", "rows of officials")
    seats: int = column("i8", "seats of the committee")
    attention: int = column("i8", "appointments a month that the chief looks at")


class Tally:
    """What a run counts."""

    left: int = column("i8", "appointments that the chief may still look at this month")
    vacant: int = column("i8", "vacant rows of officials")
    fallen: int = column("i8", "officials who fell since ties were last tended")
    appointments: int = column("i8", "posts filled")
    secretaries: int = column("i8", "first secretaries removed")
    chiefs: int = column("i8", "chiefs fallen")
    following: float = column("f8", "mean loyalty to the chief", unit="0..1")
    congress_share: float = column("f8", "delegates for the chief", unit="0..1")
    committee_tie: float = column("f8", "mean loyalty of the committee elected last", unit="0..1")


class PostClass:
    """Posts of one class, which stand together."""

    first: int = column("i8", "first post")
    count: int = column("i8", "posts")
    below: int = column("i8", "class of the posts under these")
    turnover: float = column("f8", "posts emptied", unit="1/month")
    entitlement: float = column("f8", "claim to a seat", unit="1")


class Post:
    """A post."""

    holder: int = column("i4", "who holds it")
    boss: int = column("i4", "the post above")


class Official:
    """A holder of a post, or one who fell this month."""

    post: int = column("i4", "post held; -1 for one who fell and for a vacant row")
    patron: int = column("i4", "on whom he depends")
    seated: int = column("i4", "1 on the committee")
    clients: int = column("i4", "who depend on him, counted when a chief falls")
    tie: float = column("f8", "strength of dependence", unit="0..1")
    loyal: float = column("f8", "product of ties up to the chief", unit="0..1")
    competence: float = column("f8", "ability", unit="0..1")


class Loop:
    """A run of the loop, of any size up to these capacities: as with Apparat's own state, none recompiles."""

    n: Used = one(Used, "sizes")
    clock: Clock = one(Clock, "address of its luck")
    tally: Tally = one(Tally, "counts")
    kinds: Table[PostClass] = table(PostClass, len(KINDS), "post classes")
    posts: Table[Post] = table(Post, POSTS, "posts, by class")
    officials: Table[Official] = table(Official, rows(POSTS), "officials")
    vacant: NDArray[np.int32] = column("i4", "vacant rows of officials, as a stack", shape=(rows(POSTS),))
    fallen: NDArray[np.int32] = column("i4", "rows of those who fell", shape=(rows(POSTS),))
    claims: Vector = column("f8", "scratch for elections: claim of each post's holder", shape=(POSTS,))
    ranked: Vector = column("f8", "scratch for elections: the same, to be moved", shape=(POSTS,))


LOOP = dtype_of(Loop)


def new_loop(regions: int, seed: int, rules: Rules) -> NDArray[np.void]:
    """An array of one record, ready for `play`. Raises ValueError if the regions are too many."""
    posts = POSTS_PER_REGION * regions + 1
    if posts > POSTS:
        raise ValueError(f"{regions} regions have {posts} posts; there is room for {POSTS}")
    made = np.zeros(1, LOOP)
    loop = made[0]
    loop["n"] = (posts, regions, rows(posts), seats(regions), attention(regions, rules))
    loop["clock"]["seed_low"], loop["clock"]["seed_high"] = seed & 0xFFFFFFFF, seed >> 32
    loop["posts"]["boss"][:posts] = bosses(regions)
    for c, kind in enumerate(KINDS):
        loop["kinds"][c] = (firsts(regions)[c], counts(regions)[c], below(c), kind.turnover, kind.entitlement)
    return made


def outcome(loop: NDArray[np.void]) -> Outcome:
    """Where a run ended."""
    tally, n = loop["tally"][0], loop["n"][0]
    return Outcome(
        following=float(tally["following"]),
        congress_share=float(tally["congress_share"]),
        committee_tie=float(tally["committee_tie"]),
        chiefs=float(tally["chiefs"]),
        secretaries_moved=int(tally["secretaries"]) / int(n["regions"]),
        appointments=int(tally["appointments"]) / (int(n["posts"]) - 1),
    )


def posts_of(loop: NDArray[np.void]) -> NDArray[np.float64]:
    """(posts, 4): of each holder his ability, tie, loyalty and his patron's post; -1 where there is none."""
    posts, officials = loop["posts"][0][: int(loop["n"]["posts"][0])], loop["officials"][0]
    found = np.full((len(posts), 4), -1.0)
    held = posts["holder"] >= 0
    holders = officials[posts["holder"][held]]
    patrons = np.where(holders["patron"] >= 0, officials["post"][holders["patron"]], NOBODY)
    found[held] = np.stack([holders["competence"], holders["tie"], holders["loyal"], patrons], axis=1)
    return found
