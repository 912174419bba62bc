"""Luck: addressed random numbers.

A draw is a pure function of (seed, run, month, decision, first key, second key) by the counter-based
generator Philox4x32-10 [Salmon2011]: key = seed, counter = (run, month and decision, key, key). So a run
can be replayed alone, threads and block sizes change nothing, and a person's luck moves with his key.

A branch may be given luck of its own from some month on: a turn, which changes the key of whatever is drawn
from month to month. What is drawn once a run, such as a person's temper, stays what it was before.

To ask what hung on one draw, an address can be drawn anew: the clock names month, decision and first key, and
which of the other draws at that address is taken. The number stands in the counter above month and decision.
"""

import math
from typing import TypeAlias

import numpy as np

from apparat.world import codes
from apparat.world.elementary import exp, log
from apparat.world.kernel import kernel, lanes, registers
from apparat.world.philox import UNIT, philox, side_by_side
from apparat.world.rows import Clock
from apparat.world.table import Keys, Vector

_ROOT3 = math.sqrt(3.0)
_ROOT6 = math.sqrt(6.0)

Four: TypeAlias = tuple[float, float, float, float]
Addresses: TypeAlias = tuple[int, int, int, int]

# Decisions: the third coordinate of the address. A number is never reused for another decision.
TRAITS, JITTER, PARAMETERS, LIFESPAN = 1, 2, 3, 4
VACANCY, CANDIDATE, CONTROLLER, ENTRANT, TIE, INSPECTION = 10, 11, 12, 13, 14, 15
FOG, ESTIMATE, CAMP, MOVE, OPPORTUNITY, PROCEDURE, SEIZURE = 20, 21, 22, 23, 24, 25, 26
BALLOT, HERD, ATTENDANCE, SPEECH = 30, 31, 32, 33
REGION, DELEGATES, SLATE, ELECTION = 40, 41, 42, 43
MOOD, LEAK, VENUE = 50, 51, 52
TURN = 60


@kernel
def _uniforms(clock: Clock, time: int, decision: int, pair: tuple[int, int], turn: tuple[int, int]) -> Four:
    """Four uniforms in (0, 1) at one address."""
    a, b, c, d = philox(
        np.uint32(clock.run),
        np.uint32(_place(clock, (time << 8) | decision, pair[0])),
        np.uint32(pair[0]),
        np.uint32(pair[1]),
        np.uint32(clock.seed_low) ^ np.uint32(turn[0]),
        np.uint32(clock.seed_high) ^ np.uint32(turn[1]),
    )
    return (a + 0.5) * UNIT, (b + 0.5) * UNIT, (c + 0.5) * UNIT, (d + 0.5) * UNIT


@kernel
def _place(clock: Clock, place: int, first: int) -> int:
    """Month and decision of an address, and above them which of its draws is taken."""
    if place == clock.redrawn and first == clock.redrawn_key:
        return place | int(clock.redraw) << 16
    return place


@kernel
def draw(clock: Clock, decision: int, first: int, second: int) -> Four:
    """Four independent uniforms in (0, 1) for one decision of this month."""
    return _uniforms(clock, clock.month + 1, decision, (first, second), (clock.turn_low, clock.turn_high))


@kernel
def four(clock: Clock, decisions: Addresses, firsts: Addresses) -> tuple[Four, Four, Four, Four]:
    """What `draw` gives for four decisions of this month, their second keys nought, in the time of one."""
    time = (clock.month + 1) << 8
    places = (time | decisions[0], time | decisions[1], time | decisions[2], time | decisions[3])
    if clock.redrawn != 0:
        places = (
            _place(clock, places[0], firsts[0]),
            _place(clock, places[1], firsts[1]),
            _place(clock, places[2], firsts[2]),
            _place(clock, places[3], firsts[3]),
        )
    u = side_by_side(
        clock.run,
        places,
        firsts,
        (0, 0, 0, 0),
        clock.seed_low ^ clock.turn_low,
        clock.seed_high ^ clock.turn_high,
    )
    return u[0:4], u[4:8], u[8:12], u[12:16]


@kernel
def draw_all(clock: Clock, decision: int, keys: Keys, count: int, drawn: Vector, row: int) -> None:
    """What `draw` gives for many pairs of keys: four rows of `drawn`, a column for each pair.

    `keys` holds the pairs in two rows, as long as those of `drawn`: whole `registers`. Eight draws take the
    time of two.
    """
    turn = (clock.turn_low, clock.turn_high)
    _all(clock, ((clock.month + 1) << 8) | decision, turn, keys, count, drawn, row)


@kernel
def quarterly_all(clock: Clock, decision: int, keys: Keys, count: int, drawn: Vector, row: int) -> None:
    """What `quarterly` gives for many pairs of keys, as `draw_all` does."""
    turn = (clock.turn_low, clock.turn_high)
    _all(clock, ((clock.month // 3 + 1) << 8) | decision, turn, keys, count, drawn, row)


@kernel
def once_all(clock: Clock, decision: int, keys: Keys, count: int, drawn: Vector, row: int) -> None:
    """What `once` gives for many pairs of keys, as `draw_all` does."""
    _all(clock, decision, (0, 0), keys, count, drawn, row)


@kernel
def _all(
    clock: Clock, place: int, turn: tuple[int, int], keys: Keys, count: int, drawn: Vector, row: int
) -> None:
    """Draw at one place for many pairs of keys, whole registers at a time."""
    low, high = clock.seed_low ^ turn[0], clock.seed_high ^ turn[1]
    redrawn = codes.NOBODY
    if place == clock.redrawn:
        redrawn = int(clock.redrawn_key)
    whole = registers(count)
    _in_columns(clock.run, place, (low, high), redrawn, clock.redraw << 16, keys, whole, drawn, row)


@lanes
def _in_columns(
    run: int,
    place: int,
    seed: tuple[int, int],
    redrawn: int,
    redraw: int,
    keys: Keys,
    count: int,
    drawn: Vector,
    row: int,
) -> None:
    """Four uniforms a column; the key to be `redrawn`, if any, has another draw of its address taken."""
    for k in range(count):
        first = keys[0, k]
        above = redraw * int(first == redrawn)
        a, b, c, d = philox(
            np.uint32(run),
            np.uint32(place | above),
            np.uint32(first),
            np.uint32(keys[1, k]),
            np.uint32(seed[0]),
            np.uint32(seed[1]),
        )
        drawn[row, k] = (a + 0.5) * UNIT
        drawn[row + 1, k] = (b + 0.5) * UNIT
        drawn[row + 2, k] = (c + 0.5) * UNIT
        drawn[row + 3, k] = (d + 0.5) * UNIT


@kernel
def taken(drawn: Vector, row: int, k: int) -> Four:
    """The four uniforms of a column."""
    return drawn[row, k], drawn[row + 1, k], drawn[row + 2, k], drawn[row + 3, k]


@kernel
def quarterly(clock: Clock, decision: int, first: int, second: int) -> Four:
    """Four uniforms for a decision that stands for three months."""
    turn = (clock.turn_low, clock.turn_high)
    return _uniforms(clock, clock.month // 3 + 1, decision, (first, second), turn)


@kernel
def once(clock: Clock, decision: int, first: int, second: int) -> Four:
    """Four uniforms for a decision taken once a run, whatever the month."""
    return _uniforms(clock, 0, decision, (first, second), (0, 0))


@kernel
def turn(clock: Clock, number: int) -> None:
    """Give a run luck of its own from this month on: branch `number` of this run and month."""
    low, high, _, _ = philox(
        np.uint32(clock.run),
        np.uint32(((clock.month + 1) << 8) | TURN),
        np.uint32(number),
        np.uint32(0),
        np.uint32(clock.seed_low) ^ np.uint32(clock.turn_low),
        np.uint32(clock.seed_high) ^ np.uint32(clock.turn_high),
    )
    clock.turn_low = low  # type: ignore[assignment]  # stays unsigned
    clock.turn_high = high  # type: ignore[assignment]  # stays unsigned


@kernel
def bell(u: Four) -> float:
    """Noise of mean 0 and standard deviation 1: four uniforms added up and scaled (Irwin and Hall).

    Bell-shaped and bounded by 2 * sqrt(3); a normal variate would cost a logarithm and a cosine.
    """
    return (u[0] + u[1] + u[2] + u[3] - 2.0) * _ROOT3


@kernel
def half(u: float) -> tuple[float, float]:
    """Two independent uniforms in (0, 1), of 16 bits each, out of one."""
    x = u * 65536.0
    high = int(x)
    return (high + 0.5) / 65536.0, x - high


@kernel
def tent(u: float) -> float:
    """Noise of mean 0 and standard deviation 1 out of one uniform: its two halves, added up."""
    a, b = half(u)
    return (a + b - 1.0) * _ROOT6


@kernel
def gumbel(u: float) -> float:
    """A standard Gumbel variate: the noise whose largest value makes a logit choice."""
    return -log(-log(u))


@kernel
def grain(x: float) -> float:
    """A number rounded to a multiple of 2**-32: sums of such numbers do not depend on their order."""
    return math.floor(x * 4294967296.0) * UNIT


@kernel
def sigmoid(x: float) -> float:
    """The logistic function."""
    return 1.0 / (1.0 + exp(-x))
