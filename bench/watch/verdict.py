"""When a case counts as slower: by medians and by best times both, and again when it is looked at longer."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

LIMIT = 1.5
PAIRS, LONGER = 5, 15
"""Pairs of times for a first look, and for a second at what looks slow."""

Pair = tuple[float, float]


@dataclass(frozen=True)
class Compared:
    """A case in pairs of seconds: at the parent commit, and here."""

    case: str
    pairs: tuple[Pair, ...]

    @property
    def before(self) -> float:
        """Median seconds at the parent commit."""
        return statistics.median(pair[0] for pair in self.pairs)

    @property
    def now(self) -> float:
        """Median seconds here."""
        return statistics.median(pair[1] for pair in self.pairs)

    @property
    def ratio(self) -> float:
        """How much slower: the smaller of what medians of pairs and what the best times say.

        A neighbour on the machine spoils some pairs, seldom all, and hardly both measures.
        """
        by_pairs = statistics.median(now / before for before, now in self.pairs)
        best = min(now for _, now in self.pairs) / min(before for before, _ in self.pairs)
        return min(by_pairs, best)


def compared(case: str, pair: Callable[[], Pair]) -> Compared:
    """A case compared, and what looks too slow compared again for longer. `pair` times both sides once."""
    found = Compared(case, tuple(pair() for _ in range(PAIRS)))
    if found.ratio <= LIMIT:
        return found
    return Compared(case, tuple(pair() for _ in range(LONGER)))
