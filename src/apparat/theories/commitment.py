"""What ruling coalitions say of a struggle: who of those at the top is removed, at its opening or at a death.

The members' powers are the model's own after a run's first month; nothing later of a run is used. Whoever
is outside the ruling coalition loses his seat at some time, any month alike, since the theory knows no time;
when a member dies whose death the timeline states, those left form a ruling coalition anew. Of seats won,
votes, offices and of who leads the theory says nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.ground.dates import Month
from apparat.targets import Opening, Target
from apparat.theories.coalition import ruling_coalitions
from apparat.world import codes
from apparat.world.state import copied

NAME = "no commitment"
MOST_RUNS = 64
"""Runs whose powers are looked at: enough for their spread; a body of fifteen takes a tenth of a second."""
TIMES = 12
"""Moments between the earliest and the latest at which a member outside the coalition may lose his seat."""

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Bench:
    """The top body after a run's first month: powers by person's key, and who holds the chief post."""

    powers: Mapping[int, float]
    chief: int


def expected(engine: Engine, opening: Opening, held: Sequence[Target], runs: int) -> Values:
    """(min(runs, MOST_RUNS) * TIMES, targets): equally likely values, NaN where the theory is silent."""
    world = copied(engine.compiled.template)
    said = []
    for number in range(min(runs, MOST_RUNS)):
        run = engine.open(number, world=world, observed=False)
        run.advance(1)
        bench = bench_of(run.world)
        falls = falling(bench.powers, opening)
        said.append(np.stack([_of(target, bench, falls, opening) for target in held], axis=1))
    return np.concatenate(said)


def bench_of(world: NDArray[np.void]) -> Bench:
    """Who sits in the top body of a world, how powerful, and who holds the chief post."""
    body, people, figures = world["bodies"][0][codes.TOP], world["people"][0], world["figures"][0]
    rows = world["seats"][0]["person"][int(body["first"]) : int(body["first"]) + int(body["size"])]
    powers = {
        int(people["key"][row]): float(figures["power"][people["figure"][row]])
        for row in rows[rows >= 0]
        if people["figure"][row] >= 0
    }
    holder = int(world["posts"][0]["holder"][int(world["rules"]["chief"][0])])
    chief = int(people["key"][holder]) if holder >= 0 else codes.NOBODY
    return Bench({key: power for key, power in powers.items() if power > 0}, chief)


def falling(powers: Mapping[int, float], opening: Opening) -> dict[int, float]:
    """Person's key to the month from which he is outside the ruling coalition; infinite if never."""
    names = opening.names
    deaths = {names.persons[name]: float(month.number) for name, month in opening.dies.items()}
    falls = dict.fromkeys(powers, np.inf)
    left, since = dict(powers), float(names.start.number)
    mortal = sorted((month, key) for key, month in deaths.items() if key in powers)
    for month, dead in [*mortal, (np.inf, codes.NOBODY)]:
        if left:
            ruling = ruling_coalitions(left)[0]
            falls |= dict.fromkeys(left.keys() - ruling, since)
            left = {key: power for key, power in left.items() if key in ruling and key != dead}
        since = month
    return falls


def _of(target: Target, bench: Bench, falls: Mapping[int, float], opening: Opening) -> Values:
    """(TIMES,): what the theory says of a target; NaN for nothing."""
    person = opening.names.persons.get(str(target.arguments.get("person", "")), codes.NOBODY)
    if target.statistic == "seat-lost" and person in falls:
        return _moments(falls[person], opening)
    if target.statistic == "seats-lost" and _whole(target, opening):
        return np.full(TIMES, float(np.isfinite(list(falls.values())).sum()))
    # Who takes a post that falls vacant is not said: only its holder at the opening can be spoken of.
    if target.statistic == "chief" and person == bench.chief and person in falls:
        asked = float(Month.parse(str(target.arguments["month"])).number)
        return (_moments(falls[person], opening) > asked).astype(np.float64)
    return np.full(TIMES, np.nan)


def _moments(since: float, opening: Opening) -> Values:
    """Months at which somebody may fall who is outside the coalition since a month; infinite if he is not."""
    if not np.isfinite(since):
        return np.full(TIMES, np.inf)
    last = float(opening.names.end.number)
    moments: Values = np.floor(since + (last - since) * (np.arange(TIMES) + 0.5) / TIMES)
    return moments


def _whole(target: Target, opening: Opening) -> bool:
    """Whether a target's months are those of the whole struggle."""
    asked = target.arguments["since"], target.arguments["until"]
    return asked == (str(opening.names.start), str(opening.names.end))
