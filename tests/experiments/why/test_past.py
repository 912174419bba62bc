"""A run played again is the stored one, from its first month and from any other."""

from pathlib import Path

import numpy as np
import pytest

from apparat.experiments.why.answer import Opened
from apparat.experiments.why.past import Past, told
from apparat.store.store import Store
from apparat.world import codes


def test_it_has_the_full_journal_of_the_stored_run(store: Path, runs: list[Opened]) -> None:
    past = runs[2].past
    history = past.engine.history(2, until=None)
    assert past.digest == history.digest == Store.open(store).digest_of(2)
    assert np.array_equal(past.events, history.events)
    assert np.array_equal(past.rolls, history.rolls)
    assert np.array_equal(past.leaders, history.leaders)


@pytest.mark.parametrize("month", [0, 11, 12, 41, 92])
def test_played_on_from_any_month_it_comes_to_the_same_end(runs: list[Opened], month: int) -> None:
    past: Past = runs[1].past
    run = past.at(month).fork()
    assert run.month == month
    assert not run.events
    run.advance(past.months)
    assert run.digest == past.digest
    decided = past.events[(past.events["month"] >= month) & (past.events["kind"] == codes.E_VOTE)]
    votes = told(run)
    assert np.array_equal(votes[votes["kind"] == codes.E_VOTE], decided)


def test_a_workspace_is_a_fork_and_leaves_its_start_alone(runs: list[Opened]) -> None:
    past = runs[1].past
    start = past.at(30)
    before = start.world.copy()
    first = past.again(start)
    first.advance(32)
    digest = first.digest
    second = past.again(start)
    assert second.month == 30
    second.advance(32)
    fork = start.fork()
    fork.advance(32)
    assert second.digest == digest == fork.digest
    assert start.world.tobytes() == before.tobytes()
