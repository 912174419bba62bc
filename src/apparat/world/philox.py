"""Philox4x32-10 [Salmon2011]: four random words from a 128-bit counter and a 64-bit key.

For one counter at a time, and for four counters that differ in all but their first word: the rounds are the
same multiplications for each, so that the lanes of a vector register take all four in the time of one.
"""

from typing import Any

import numba
import numpy as np
from llvmlite import ir
from numba.core import types
from numba.extending import intrinsic

from apparat.world.kernel import kernel

ROUNDS = 10
LANES = 4
UNIT = 2.0**-32
"""A word is read as the middle of one of 2**32 equal parts of 0..1."""
_MULTIPLIERS = 0xD2511F53, 0xCD9E8D57
_STEPS = 0x9E3779B9, 0xBB67AE85
_M0, _M1 = (np.uint64(m) for m in _MULTIPLIERS)
_W0, _W1 = (np.uint32(w) for w in _STEPS)
_WORD = 2**32 - 1
_LOW = np.uint64(_WORD)
_SHIFT = np.uint64(32)
_SIXTEEN: Any = types.UniTuple(types.float64, 4 * LANES)  # type: ignore[no-untyped-call]

Words = tuple[int, int, int, int]
Sixteen = tuple[float, ...]


@kernel
def philox(
    c0: np.uint32, c1: np.uint32, c2: np.uint32, c3: np.uint32, k0: np.uint32, k1: np.uint32
) -> tuple[np.uint32, np.uint32, np.uint32, np.uint32]:
    """Four 32-bit words from one counter and key."""
    for _ in range(ROUNDS):
        p0 = _M0 * np.uint64(c0)
        p1 = _M1 * np.uint64(c2)
        h0, l0 = np.uint32(p0 >> _SHIFT), np.uint32(p0 & _LOW)
        h1, l1 = np.uint32(p1 >> _SHIFT), np.uint32(p1 & _LOW)
        c0, c1, c2, c3 = h1 ^ c1 ^ k0, l1, h0 ^ c3 ^ k1, l0
        k0 = np.uint32(k0 + _W0)
        k1 = np.uint32(k1 + _W1)
    return c0, c1, c2, c3


def _one_by_one(c0: int, c1: Words, c2: Words, c3: Words, k0: int, k1: int) -> Sixteen:
    """What `side_by_side` gives, without a compiler."""
    drawn: list[float] = []
    for rest in zip(c1, c2, c3, strict=True):
        a, b, c = (np.uint32(word & _WORD) for word in rest)
        words = philox(np.uint32(c0), a, b, c, np.uint32(k0), np.uint32(k1))
        drawn += [(word + 0.5) * UNIT for word in words]
    return tuple(drawn)


def _in_lanes(context: Any, builder: Any, signature: Any, values: Any) -> Any:
    """The rounds on vectors of four words, each word in 64 bits."""
    wide = ir.VectorType(ir.IntType(64), LANES)

    def same(number: int) -> Any:
        return ir.Constant(wide, [number] * LANES)

    def spread(kind: Any, value: Any) -> Any:
        kinds = getattr(kind, "types", None)
        lanes = [(kind, value)] * LANES
        if kinds is not None:
            lanes = [(each, builder.extract_value(value, i)) for i, each in enumerate(kinds)]
        vector = ir.Constant(wide, ir.Undefined)
        for i, (each, lane) in enumerate(lanes):
            word = context.cast(builder, lane, each, types.int64)
            vector = builder.insert_element(vector, word, ir.Constant(ir.IntType(32), i))
        return builder.and_(vector, same(_WORD))

    c0, c1, c2, c3, k0, k1 = (spread(*each) for each in zip(signature.args, values, strict=True))
    for _ in range(ROUNDS):
        p0, p1 = (builder.mul(c, same(m)) for c, m in zip((c0, c2), _MULTIPLIERS, strict=True))
        h0, h1 = (builder.lshr(p, same(32)) for p in (p0, p1))
        c0, c2 = builder.xor(builder.xor(h1, c1), k0), builder.xor(builder.xor(h0, c3), k1)
        c1, c3 = (builder.and_(p, same(_WORD)) for p in (p1, p0))
        k0, k1 = (
            builder.and_(builder.add(k, same(step)), same(_WORD))
            for k, step in zip((k0, k1), _STEPS, strict=True)
        )
    return _read(context, builder, signature.return_type, (c0, c1, c2, c3))


def _read(context: Any, builder: Any, kind: Any, words: Any) -> Any:
    """Vectors of words as uniforms, lane by lane."""
    narrow = ir.VectorType(ir.IntType(32), LANES)
    real = ir.VectorType(ir.DoubleType(), LANES)
    read = [
        builder.fmul(
            builder.fadd(builder.uitofp(builder.trunc(each, narrow), real), ir.Constant(real, [0.5] * LANES)),
            ir.Constant(real, [UNIT] * LANES),
        )
        for each in words
    ]
    lanes = [builder.extract_element(v, ir.Constant(ir.IntType(32), i)) for i in range(LANES) for v in read]
    return context.make_tuple(builder, kind, lanes)


def _side_by_side(_: Any, c0: Any, c1: Any, c2: Any, c3: Any, k0: Any, k1: Any) -> Any:
    """Sixteen uniforms in (0, 1), four for each of four counters that share their first word, and the key."""
    return _SIXTEEN(c0, c1, c2, c3, k0, k1), _in_lanes


side_by_side: Any = _one_by_one if numba.config.DISABLE_JIT else intrinsic(_side_by_side)  # type: ignore[attr-defined]
