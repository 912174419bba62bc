"""Sizes, posts and numbers of the declared loop: the same for every implementation. Imports none of them."""

from dataclasses import astuple, dataclass, fields
from typing import NamedTuple

POSTS_PER_REGION = 50
MONTHS = 93
QUARTER = 3
YEAR = 12
DEPTH = 4
"""Links of a chain of ties that count."""


class Kind(NamedTuple):
    """Posts of one class. Post j of it is under post j mod n of the class `above`, which has n posts."""

    name: str
    per_region: int
    above: int
    turnover: float
    """Share of the posts emptied in a month."""
    entitlement: float
    """Claim to a committee seat that the post gives; none at 0."""


KINDS = (
    Kind("chief", 0, 0, 0.0, 0.0),
    Kind("first secretaries", 1, 0, 0.08, 0.35),
    Kind("central heads", 3, 0, 0.05, 0.10),
    Kind("regional departments", 10, 1, 0.07, 0.02),
    Kind("central staff", 6, 2, 0.05, 0.0),
    Kind("district posts", 30, 3, 0.06, 0.0),
)
"""Most important first. The chief is one man; of the others there are so many posts for each region."""

SIZES = {"small": 12, "full": 110, "large": 1000}
"""Regions: 600, 5,500 and 50,000 posts, beside the chief's."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Every number of the rules. All are assumed; the benchmark asks how fast, not how true."""

    attention: float = 0.015
    """Appointments a month that the chief looks at in person, as a share of all posts."""
    competence: float = 1.0
    loyalty: float = 1.5
    recommendation: float = 0.5
    noise: float = 0.5
    favour: float = 0.57
    """Tie made by an appointment that the chief looked at."""
    local_favour: float = 0.45
    """Tie made to the holder of the post above by any other."""
    neglect: float = 0.012
    renewal: float = 0.018
    broken: float = 0.02
    """A tie weaker than this is gone."""
    pass_on: float = 0.5
    """Strength left when a tie passes to the fallen patron's own patron."""
    deference: float = 0.6
    """Weight of the secretary against the members in a region's choice of delegates."""
    tie_vote: float = 4.0
    """Lean that a tie of strength 1 gives."""
    mood: float = 1.0
    """Spread of the members' lean between regions and congresses."""
    slate: float = 0.6
    incumbent: float = 0.9
    rank: float = 0.25
    confidence: float = -0.35
    """Lean of a committee member who has no tie to the chief."""
    crisis: float = 1.5
    """Spread of the times' effect on all members alike."""

    def row(self) -> tuple[float, ...]:
        """The numbers in the order of the fields."""
        return astuple(self)


@dataclass(frozen=True)
class Outcome:
    """Where one run ended, in figures that every implementation can state."""

    following: float
    """Mean loyalty to the chief over all posts but his, in the last quarter, 0..1."""
    congress_share: float
    """Share of the last congress's delegates for the chief, 0..1."""
    committee_tie: float
    """Mean loyalty to the chief in the last committee as it was elected, 0..1."""
    chiefs: float
    """Chiefs who fell."""
    secretaries_moved: float
    """First secretaries removed in the whole run, for each region."""
    appointments: float
    """Posts filled in the whole run, for each post."""


FIGURES = tuple(f.name for f in fields(Outcome))


def counts(regions: int) -> tuple[int, ...]:
    """Posts of each class."""
    return (1, *(kind.per_region * regions for kind in KINDS[1:]))


def firsts(regions: int) -> tuple[int, ...]:
    """Number of the first post of each class."""
    sizes = counts(regions)
    return tuple(sum(sizes[:k]) for k in range(len(sizes)))


def bosses(regions: int) -> list[int]:
    """For every post the post above it; the chief's is its own."""
    sizes, starts = counts(regions), firsts(regions)
    return [
        starts[kind.above] + j % sizes[kind.above]
        for kind, n in zip(KINDS, sizes, strict=True)
        for j in range(n)
    ]


def below(kind: int) -> int:
    """The class of the posts under those of a class; -1 for none, and for the chief, who has two."""
    return next((k for k, other in enumerate(KINDS) if other.above == kind), -1) if kind > 0 else -1


def seats(regions: int) -> int:
    """Seats of the committee."""
    return max(regions // 2, 1)


def attention(regions: int, rules: Rules) -> int:
    """Appointments that the chief looks at in a month."""
    return int(rules.attention * POSTS_PER_REGION * regions)
