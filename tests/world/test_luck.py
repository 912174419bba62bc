"""Luck: known answers, a plain twin, addresses that do not touch, and the moments of its noise."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from apparat.world import luck
from apparat.world.state import BATCH, new_world

MASK = 0xFFFFFFFF
Words = tuple[int, ...]

KNOWN = [
    ("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
]
"""Counter, key and words of Philox4x32-10 from the known-answer file of Random123 [Salmon2011]."""

word = st.integers(0, MASK)
address = st.tuples(st.integers(0, 2**20), st.integers(0, 159), st.integers(1, 60), word, word)


def words(text: str) -> Words:
    return tuple(int(part, 16) for part in text.split())


def compiled(counter: Words, key: Words) -> Words:
    return tuple(int(w) for w in luck.philox(*(np.uint32(w) for w in counter + key)))


def plain(counter: Words, key: Words) -> Words:
    """The generator as its authors print it, in Python's own integers."""
    c, k = list(counter), list(key)
    for _ in range(10):
        p, q = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = [(q >> 32) ^ c[1] ^ k[0], q & MASK, (p >> 32) ^ c[3] ^ k[1], p & MASK]
        k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
    return tuple(c)


def clock(run: int = 0, month: int = 0, seed: int = 1) -> Any:
    world = new_world()
    world["clock"]["run"], world["clock"]["month"], world["clock"]["seed_low"] = run, month, seed
    return world["clock"][0]


def draws(count: int, decision: int = 50) -> NDArray[np.float64]:
    here = clock()
    return np.array([luck.draw(here, decision, k, 0) for k in range(count)])


@pytest.mark.parametrize(("counter", "key", "answer"), KNOWN)
def test_the_generator_gives_the_published_words(counter: str, key: str, answer: str) -> None:
    assert compiled(words(counter), words(key)) == words(answer)


@settings(deadline=None)
@given(st.tuples(word, word, word, word), st.tuples(word, word))
def test_the_generator_agrees_with_its_plain_twin(counter: Words, key: Words) -> None:
    assert compiled(counter, key) == plain(counter, key)


@settings(deadline=None)
@given(address, address)
def test_different_addresses_give_different_draws(one: Words, other: Words) -> None:
    drawn = [luck.draw(clock(run, month), *rest) for run, month, *rest in (one, other)]
    assert (drawn[0] == drawn[1]) == (one == other)


@settings(deadline=None)
@given(
    st.tuples(st.integers(0, 2**20), st.integers(0, 159)),
    st.tuples(*[st.integers(1, 60)] * 4),
    st.tuples(word, word, word, word),
    st.integers(0, 3),
    st.integers(0, 2**16 - 1),
)
def test_four_draws_at_once_are_the_four_draws_also_where_one_is_drawn_anew(
    where: Words, decisions: luck.Addresses, firsts: luck.Addresses, anew: int, redraw: int
) -> None:
    here = clock(*where)
    here["turn_low"] = where[0]
    here["redrawn"], here["redrawn_key"] = (where[1] + 1) << 8 | decisions[anew], firsts[anew]
    here["redraw"] = redraw
    drawn = luck.four(here, decisions, firsts)
    assert drawn == tuple(luck.draw(here, *each, 0) for each in zip(decisions, firsts, strict=True))


@settings(deadline=None)
@given(address, st.integers(0, 159))
def test_a_draw_made_once_a_run_is_the_same_in_every_month(where: Words, month: int) -> None:
    run, first, *rest = where
    assert luck.once(clock(run, first), *rest) == luck.once(clock(run, month), *rest)


@settings(deadline=None)
@given(address)
def test_a_quarterly_draw_stands_for_three_months(where: Words) -> None:
    run, month, *rest = where
    quarter = 3 * (month // 3)
    drawn = [luck.quarterly(clock(run, m), *rest) for m in (quarter, quarter + 1, quarter + 2, quarter + 3)]
    assert drawn[0] == drawn[1] == drawn[2] != drawn[3]


@settings(deadline=None)
@given(address)
def test_uniforms_lie_strictly_between_0_and_1(where: Words) -> None:
    run, month, *rest = where
    assert all(0.0 < u < 1.0 for u in luck.draw(clock(run, month), *rest))


@settings(deadline=None)
@given(word)
def test_the_halves_of_a_uniform_lie_strictly_between_0_and_1(w: int) -> None:
    high, low = luck.half((w + 0.5) / 2.0**32)
    assert (high, low) == (((w >> 16) + 0.5) / 65536, ((w & 0xFFFF) + 0.5) / 65536)


@pytest.mark.statistical
def test_uniforms_fill_their_range_evenly_and_do_not_go_together() -> None:
    drawn = draws(20_000)
    counts = np.apply_along_axis(lambda u: np.histogram(u, 20, (0, 1))[0], 0, drawn)
    assert ((counts - 1000) ** 2 / 1000).sum(axis=0).max() < 60  # 19 degrees of freedom: 1 in 10**5 a column
    assert np.abs(np.corrcoef(drawn.T) - np.eye(4)).max() < 4.5 / math.sqrt(20_000)


@pytest.mark.statistical
@pytest.mark.parametrize(
    ("noise", "kurtosis"), [(lambda u: luck.bell(tuple(u)), 2.7), (lambda u: luck.tent(u[0]), 2.4)]
)
def test_noise_has_mean_0_and_deviation_1_and_its_shape(noise: Any, kurtosis: float) -> None:
    values = np.array([noise(u) for u in draws(20_000)])
    assert abs(values.mean()) < 0.032
    assert abs(values.std() - 1.0) < 0.022
    assert abs((values**3).mean()) < 0.1
    assert abs((values**4).mean() - kurtosis) < 0.15


def test_a_bell_is_bounded() -> None:
    ends = [luck.bell((u, u, u, u)) for u in (0.0, 0.5, 1.0)]
    assert ends == pytest.approx([-2 * math.sqrt(3), 0.0, 2 * math.sqrt(3)])
    assert [luck.tent(u) for u in (0.0, 1 - 2**-33)] == pytest.approx([-math.sqrt(6), math.sqrt(6)], abs=1e-3)


@settings(deadline=None)
@given(st.lists(st.floats(-1e3, 1e3), max_size=30), st.randoms(use_true_random=False))
def test_a_sum_of_grains_does_not_depend_on_order(numbers: list[float], shuffle: Any) -> None:
    grains = [luck.grain(x) for x in numbers]
    total = sum(grains)
    shuffle.shuffle(grains)
    assert sum(grains) == total


def test_a_gumbel_choice_follows_the_logit() -> None:
    drawn = draws(20_000, 51)
    first = np.array([1.0 + luck.gumbel(u[0]) > luck.gumbel(u[1]) for u in drawn])
    assert abs(first.mean() - 1 / (1 + math.exp(-1))) < 4.5 * math.sqrt(0.2 / 20_000)


def turned(*numbers: int, month: int = 5) -> Any:
    here = clock(month=month)
    for number in numbers:
        luck.turn(here, number)
    return here


def monthly(here: Any) -> tuple[Any, Any]:
    return luck.draw(here, 50, 1, 2), luck.quarterly(here, 50, 1, 2)


def test_a_turn_changes_what_is_drawn_from_month_to_month_alone() -> None:
    before, after = clock(month=5), turned(0)
    assert luck.once(after, 50, 1, 2) == luck.once(before, 50, 1, 2)
    assert all(a != b for a, b in zip(monthly(after), monthly(before), strict=True))


def test_every_branch_of_every_month_has_luck_of_its_own() -> None:
    clocks = [turned(0), turned(1), turned(0, 0), turned(0, 1), turned(1, 0), turned(0, month=6)]
    for here in clocks:
        here["month"] = 7
    assert len({luck.draw(here, 50, 1, 2) for here in clocks}) == len(clocks)
    assert luck.draw(turned(3), 50, 1, 2) == luck.draw(turned(3), 50, 1, 2)


@given(address, st.integers(1, 2**16 - 1))
@settings(max_examples=60, deadline=None)
def test_an_address_drawn_anew_has_other_luck_and_every_other_keeps_its_own(
    where: Words, redraw: int
) -> None:
    run, month, decision, first, second = where
    here, anew = clock(run, month), clock(run, month)
    anew["redrawn"], anew["redrawn_key"], anew["redraw"] = (month + 1) << 8 | decision, first, redraw
    assert luck.draw(anew, decision, first, second) != luck.draw(here, decision, first, second)
    for other in ((decision, first ^ 1, second), (decision + 1, first, second)):
        assert luck.draw(anew, *other) == luck.draw(here, *other)
    assert luck.once(anew, decision, first, second) == luck.once(here, decision, first, second)
    anew["redraw"] = 0
    assert luck.draw(anew, decision, first, second) == luck.draw(here, decision, first, second)


@settings(max_examples=30, deadline=None)
@given(
    pairs=st.lists(st.tuples(word, word), min_size=1, max_size=BATCH),
    month=st.integers(0, 159),
    again=st.integers(0, BATCH - 1),
)
def test_many_draws_at_once_are_the_draws_one_by_one(
    pairs: list[tuple[int, int]], month: int, again: int
) -> None:
    world = new_world()
    here, keys, drawn = world["clock"][0], world["keys"][0], world["drawn"][0]
    here["month"], here["run"], here["seed_high"], here["turn_low"] = month, 7, 5, 11
    here["redrawn"], here["redrawn_key"] = (month + 1) << 8 | 50, pairs[again % len(pairs)][0]
    here["redraw"] = 2
    keys[:, : len(pairs)] = np.array(pairs).T
    luck.draw_all(here, 50, keys, len(pairs), drawn, 0)
    luck.quarterly_all(here, 50, keys, len(pairs), drawn, 4)
    luck.once_all(here, 50, keys, len(pairs), drawn, 8)
    for k, (first, second) in enumerate(pairs):
        assert luck.taken(drawn, 0, k) == luck.draw(here, 50, first, second)
        assert luck.taken(drawn, 4, k) == luck.quarterly(here, 50, first, second)
        assert luck.taken(drawn, 8, k) == luck.once(here, 50, first, second)
