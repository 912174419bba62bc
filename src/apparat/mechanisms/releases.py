"""Releases: the camps are emptied, slowly by review and faster once the truth is told.

freed <- prisoners * min(review * (1 - autonomy) + told, 1),       told: a paper that clears them is public
shed  <- shed + works * freed / (prisoners at the opening)         the police loses what they worked for
shock <- shock + returning * freed / (prisoners at the opening)    they come home, and speak            [ours]

A police that answers to its chief alone reviews nothing. What it sheds is the weight of its posts (`reform`);
shock is unrest, and fades (`doctrine`). Nobody decides here: what leaders decide are the rules and the paper.

Reads: rules.autonomy, documents
Writes: line.prisoners, line.shed, line.shock
Draws: none
Facts: gulag-population-1953, gulag-population-1956, mvd-loses-economy, police-under-party-control,
prisoner-review-commission-1954-05, prisoners-released-1956-06, speech-accelerates-release
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Releases:
    """How fast the camps are emptied, and what follows."""

    review: float = parameter(
        0.012,
        "prisoners freed by review where the police answers to others",
        unit="1/month",
        low=0.003,
        high=0.03,
        source="gulag-population-1953; gulag-population-1956",
    )
    told: float = parameter(
        0.05,
        "prisoners freed besides, once it is public that they are held without guilt",
        unit="1/month",
        low=0.0,
        high=0.2,
        source="assumed; prisoners-released-1956-06; speech-accelerates-release",
    )
    works: float = parameter(
        0.4,
        "part of the weight of the police's posts that rests on the camps",
        unit="share",
        low=0.0,
        high=0.8,
        source="assumed; mvd-loses-economy; gulag-economy-uses",
    )
    returning: float = parameter(
        0.5,
        "unrest when all prisoners come home at once",
        unit="0..1",
        low=0.0,
        high=1.5,
        source="assumed; secret-speech-shock; speech-accelerates-release",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """A month's releases, and what they do to the police and to unrest."""
    line = world.line
    if line.prisoners <= 0.0:
        return
    own = prm.releases
    rate = own.review * (1.0 - world.rules.autonomy)
    if _cleared(world):
        rate += own.told
    freed = line.prisoners * min(rate, 1.0)
    line.prisoners -= freed
    line.shed += own.works * freed / line.imprisoned
    line.shock = min(line.shock + own.returning * freed / line.imprisoned, 1.0)


@kernel
def _cleared(world: World) -> bool:
    """Whether a paper that clears prisoners has become public."""
    for d in range(world.n.documents):
        if world.documents[d].clears == 1 and world.documents[d].public >= 0:
            return True
    return False
