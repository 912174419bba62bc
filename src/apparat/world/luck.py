"""Luck: addressed random numbers.

A draw is a pure function of (seed, run, month, decision, first key, second key) by the counter-based
generator Philox4x32-10 [Salmon2011]: key = seed, counter = (run, month and decision, key, key). So a run
can be replayed alone, threads and block sizes change nothing, and a person's luck moves with his key.
"""

import math

import numpy as np

from apparat.world.kernel import kernel
from apparat.world.rows import Clock

_M0 = np.uint64(0xD2511F53)
_M1 = np.uint64(0xCD9E8D57)
_W0 = np.uint32(0x9E3779B9)
_W1 = np.uint32(0xBB67AE85)
_LOW = np.uint64(0xFFFFFFFF)
_SHIFT = np.uint64(32)
_UNIT = 2.0**-32

# Decisions: the third coordinate of the address. A number is never reused for another decision.
TRAITS, JITTER, PARAMETERS, LIFESPAN = 1, 2, 3, 4
VACANCY, CANDIDATE, CONTROLLER, ENTRANT, TIE = 10, 11, 12, 13, 14
FOG, ESTIMATE, CAMP, MOVE, OPPORTUNITY = 20, 21, 22, 23, 24
BALLOT, HERD, ATTENDANCE, SPEECH = 30, 31, 32, 33
REGION, DELEGATES, SLATE, ELECTION = 40, 41, 42, 43
MOOD, LEAK, VENUE, ROUTINE = 50, 51, 52, 53


@kernel
def philox(
    c0: np.uint32, c1: np.uint32, c2: np.uint32, c3: np.uint32, k0: np.uint32, k1: np.uint32
) -> tuple[np.uint32, np.uint32, np.uint32, np.uint32]:
    """Philox4x32-10: four 32-bit words from a 128-bit counter and a 64-bit key."""
    for _ in range(10):
        p0 = _M0 * np.uint64(c0)
        p1 = _M1 * np.uint64(c2)
        h0, l0 = np.uint32(p0 >> _SHIFT), np.uint32(p0 & _LOW)
        h1, l1 = np.uint32(p1 >> _SHIFT), np.uint32(p1 & _LOW)
        c0, c1, c2, c3 = h1 ^ c1 ^ k0, l1, h0 ^ c3 ^ k1, l0
        k0 = np.uint32(k0 + _W0)
        k1 = np.uint32(k1 + _W1)
    return c0, c1, c2, c3


@kernel
def draw(clock: Clock, decision: int, first: int, second: int) -> tuple[float, float, float, float]:
    """Four independent uniforms in (0, 1) for one decision of this month."""
    a, b, c, d = philox(
        np.uint32(clock.run),
        np.uint32(np.uint32(clock.month + 1) << np.uint32(8)) | np.uint32(decision),
        np.uint32(first),
        np.uint32(second),
        np.uint32(clock.seed_low),
        np.uint32(clock.seed_high),
    )
    return (a + 0.5) * _UNIT, (b + 0.5) * _UNIT, (c + 0.5) * _UNIT, (d + 0.5) * _UNIT


@kernel
def quarterly(clock: Clock, decision: int, first: int, second: int) -> tuple[float, float, float, float]:
    """Four uniforms for a decision that stands for three months."""
    a, b, c, d = philox(
        np.uint32(clock.run),
        np.uint32(np.uint32(clock.month // 3 + 1) << np.uint32(8)) | np.uint32(decision),
        np.uint32(first),
        np.uint32(second),
        np.uint32(clock.seed_low),
        np.uint32(clock.seed_high),
    )
    return (a + 0.5) * _UNIT, (b + 0.5) * _UNIT, (c + 0.5) * _UNIT, (d + 0.5) * _UNIT


@kernel
def once(clock: Clock, decision: int, first: int, second: int) -> tuple[float, float, float, float]:
    """Four uniforms for a decision taken once a run, whatever the month."""
    a, b, c, d = philox(
        np.uint32(clock.run),
        np.uint32(decision),
        np.uint32(first),
        np.uint32(second),
        np.uint32(clock.seed_low),
        np.uint32(clock.seed_high),
    )
    return (a + 0.5) * _UNIT, (b + 0.5) * _UNIT, (c + 0.5) * _UNIT, (d + 0.5) * _UNIT


@kernel
def normal(u: float, v: float) -> float:
    """A standard normal from two uniforms (Box and Muller)."""
    return math.sqrt(-2.0 * math.log(u)) * math.cos(2.0 * math.pi * v)


@kernel
def logistic_noise(u: float) -> float:
    """A standard logistic variate from one uniform."""
    return math.log(u / (1.0 - u))


@kernel
def gumbel(u: float) -> float:
    """A standard Gumbel variate: the noise whose largest value makes a logit choice."""
    return -math.log(-math.log(u))


@kernel
def grain(x: float) -> float:
    """A number rounded to a multiple of 2**-32: sums of such numbers do not depend on their order."""
    return math.floor(x * 4294967296.0) * _UNIT


@kernel
def sigmoid(x: float) -> float:
    """The logistic function."""
    return 1.0 / (1.0 + math.exp(-x))
