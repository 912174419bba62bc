"""Blocks, threads, replay and journals of the shipped scenario: many ways to the same runs."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from apparat.engine import Engine, build
from apparat.engine.engine import Journal

RUNS = 6


@pytest.fixture(scope="session")
def digests(succession: Engine) -> list[int]:
    """The digests of the first runs, from one block."""
    return [int(d) for d in succession.block(0, RUNS).digests]


def test_runs_differ(digests: list[int]) -> None:
    assert len(set(digests)) == RUNS


@pytest.mark.parametrize("size", [1, 2, 4])
def test_the_size_of_blocks_decides_nothing(succession: Engine, digests: list[int], size: int) -> None:
    blocks = [succession.block(first, min(size, RUNS - first)) for first in range(0, RUNS, size)]
    assert [int(d) for b in blocks for d in b.digests] == digests


def test_the_order_of_blocks_decides_nothing(succession: Engine, digests: list[int]) -> None:
    assert [int(succession.block(k, 1).digests[0]) for k in reversed(range(RUNS))] == digests[::-1]


@pytest.mark.parametrize("threads", [1, 2])
def test_the_number_of_threads_decides_nothing(succession: Engine, digests: list[int], threads: int) -> None:
    with ThreadPoolExecutor(threads) as pool:
        blocks = list(pool.map(lambda k: succession.block(k, 1), range(RUNS)))
    assert [int(b.digests[0]) for b in blocks] == digests


@pytest.mark.parametrize("journal", ["none", "decisions"])
def test_the_journal_decides_nothing(succession: Engine, digests: list[int], journal: Journal) -> None:
    quieter = build("succession-1922", seed=7, journal=journal)
    there, here = quieter.block(0, RUNS), succession.block(0, RUNS)
    assert [int(d) for d in there.digests] == digests
    for table in ("runs", "months", "probes"):
        for name, column in here.tables()[table].items():
            assert np.array_equal(there.tables()[table][name], column), f"{table}.{name}"


def test_every_run_can_be_replayed_alone(succession: Engine, digests: list[int]) -> None:
    for run in reversed(range(RUNS)):
        assert succession.history(run, until=None).digest == digests[run]


def test_a_replay_shows_what_the_block_showed(succession: Engine) -> None:
    block, alone = succession.block(3, 1).tables(), succession.history(3, until=None)
    assert (block["months"]["chief"] == alone.chiefs).all()
    assert (block["months"]["leader"] == alone.leaders[:, 0]).all()


def test_a_replay_broken_off_is_the_beginning_of_the_whole(succession: Engine) -> None:
    part, whole = succession.history(1, until=20), succession.history(1, until=None)
    assert 0 < len(part.events) < len(whole.events)
    assert (part.events == whole.events[: len(part.events)]).all()
    assert part.events["month"].max() <= 20 < whole.events[len(part.events)]["month"]


def test_who_watches_decides_nothing(succession: Engine, digests: list[int]) -> None:
    unwatched = succession.open(2, observed=False)
    unwatched.advance(succession.compiled.scenario.months)
    assert unwatched.digest == digests[2]


def test_a_used_workspace_is_as_good_as_a_new_one(succession: Engine, digests: list[int]) -> None:
    used = succession.open(5)
    used.advance(40)
    again = succession.open(0, world=used.world)
    again.advance(succession.compiled.scenario.months)
    assert again.digest == digests[0]


def test_an_engine_built_afresh_gives_the_same_runs(succession: Engine, digests: list[int]) -> None:
    other = build("succession-1922", seed=7, journal="full")
    assert [int(d) for d in other.block(0, RUNS).digests] == digests
    assert other.identity == succession.identity


def test_another_seed_gives_other_runs(digests: list[int]) -> None:
    for seed in (8, 7 + 2**32):
        other = build("succession-1922", seed=seed, journal="none").block(0, RUNS)
        assert not set(other.digests.tolist()) & set(digests)


def test_a_run_forked_at_any_month_goes_the_same_way(succession: Engine, digests: list[int]) -> None:
    straight = succession.open(4)
    forks = []
    for month in (0, 1, 30, 92):
        straight.advance(month)
        forks.append(straight.fork())
    for fork in forks:
        fork.advance(succession.compiled.scenario.months)
        assert fork.digest == digests[4]


def test_an_ending_keeps_the_past_and_has_luck_of_its_own(succession: Engine, digests: list[int]) -> None:
    past = succession.open(4)
    past.advance(30)
    endings = [past.ending(number) for number in (0, 1, 0)]
    for ending in endings:
        ending.advance(succession.compiled.scenario.months)
    one, other, again = endings
    assert one.digest == again.digest
    assert len({one.digest, other.digest, digests[4]}) == 3
    for ending in endings:
        assert (ending.world["bench"][0][:30] == past.world["bench"][0][:30]).all()
