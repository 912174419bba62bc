"""A run is decided by its scenario, parameters, seed and number alone."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from apparat.engine.runs import Run
from apparat.world import codes
from tests.family import Plan
from tests.properties.plans import opened, outcome, plans, played

MONTHS = 24


@given(plans(months=MONTHS), st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_a_run_repeats_itself(plan: Plan, run: int) -> None:
    assert played(plan, run=run).same_as(played(plan, run=run)) == []


@given(plans(months=MONTHS))
@settings(max_examples=15, deadline=None)
def test_what_the_journal_keeps_decides_nothing(plan: Plan) -> None:
    full, decisions, none = (played(plan, journal=j) for j in (codes.J_FULL, codes.J_DECISIONS, codes.J_NONE))
    assert set(full.same_as(decisions)) <= {"events", "rolls"}
    assert set(full.same_as(none)) <= {"events", "rolls"}
    assert len(none.events) == len(none.rolls) == 0
    assert len(decisions.events) <= len(full.events)


@given(plans(months=MONTHS))
@settings(max_examples=15, deadline=None)
def test_who_watches_decides_nothing(plan: Plan) -> None:
    watched, unwatched = opened(plan), opened(plan, observed=False)
    watched.advance(MONTHS)
    unwatched.advance(MONTHS)
    assert watched.digest == unwatched.digest
    for table in ("people", "posts", "seats", "bodies", "regions", "line", "relations"):
        assert watched.world[table].tobytes() == unwatched.world[table].tobytes(), table


@given(plans(months=MONTHS), st.integers(0, MONTHS - 1))
@settings(max_examples=15, deadline=None)
def test_a_fork_goes_the_same_way(plan: Plan, month: int) -> None:
    run = opened(plan)
    run.advance(month)
    fork = run.fork()
    run.advance(MONTHS)
    assert fork.month == month
    fork.advance(MONTHS)
    assert outcome(fork).same_as(outcome(run)) == []
    assert outcome(fork).same_as(played(plan)) == []
    assert fork.world.tobytes() == run.world.tobytes()


@given(plans(months=MONTHS), st.integers(0, MONTHS - 1))
@settings(max_examples=15, deadline=None)
def test_bytes_are_a_checkpoint(plan: Plan, month: int) -> None:
    run = opened(plan)
    run.advance(month)
    kept = run.world.tobytes()
    restored = Run(np.frombuffer(bytearray(kept), run.world.dtype), run.parameters, run.observed)
    run.advance(MONTHS)
    restored.advance(MONTHS)
    assert restored.world.tobytes() == run.world.tobytes()


@given(plans(months=MONTHS), st.lists(st.integers(1, MONTHS), max_size=5))
@settings(max_examples=15, deadline=None)
def test_pauses_decide_nothing(plan: Plan, pauses: list[int]) -> None:
    run = opened(plan)
    for month in [*sorted(pauses), MONTHS]:
        run.advance(month)
    assert outcome(run).same_as(played(plan)) == []
