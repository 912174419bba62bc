"""Pairs: before its month an intervention has touched nothing, whatever it is."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apparat.engine import Engine
from apparat.experiments.seam import Request
from apparat.experiments.what_if.asked import Arm, Asked, arms
from apparat.experiments.what_if.pairs import parting, play
from apparat.scenario.levers import Paths, read

REQUEST = Request(scenario="succession-1922", seed=5, choice="uncalibrated")
LAST = 40
LEVERS = read("succession-1922")
WIDEST = {
    "persons.*.menace": st.floats(0, 2),
    "persons.stalin.authority": st.floats(0, 1),
    "relations.stalin.trotsky": st.floats(-1, 1),
    "offices.general-secretary.holder": st.sampled_from(["trotsky", "molotov", "nobody"]),
    "seats.politburo.molotov": st.booleans(),
    "chief.*": st.booleans(),
    "rules.faction-ban": st.booleans(),
    "bodies.*.ballot": st.sampled_from(["open", "secret"]),
    "timeline.war-scare.value": st.floats(0, 1),
    "documents.testament.public": st.just(True),
    "parameters.coalition.fog": st.floats(0.1, 0.7),
}
INTERVENTIONS = st.lists(st.sampled_from(sorted(WIDEST)), min_size=1, max_size=3, unique=True).flatmap(
    lambda paths: st.fixed_dictionaries({path: WIDEST[path] for path in paths})
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    built = REQUEST.build("decisions")
    assert isinstance(built, Engine)
    return built


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(INTERVENTIONS, st.integers(0, LAST), st.integers(0, 50))
def test_before_its_month_nothing_differs_from_the_baseline_played_alone(
    engine: Engine, wanted: dict[str, bool | float | str], month: int, run: int
) -> None:
    edits = tuple(Paths(engine.compiled).edits(wanted, month))
    pair = play(engine, [Arm("any", (), engine, edits, opening=False)], run)
    alone = engine.open(run)
    alone.advance(engine.compiled.scenario.months)
    assert pair.baseline.digest == alone.digest
    branch = pair.branches[0]
    assert (branch.course.census[:month] == pair.baseline.census[:month]).all()
    before = [c.events[c.events["month"] < month] for c in (branch.course, pair.baseline)]
    assert np.array_equal(before[0], before[1])
    assert branch.parts is None or branch.parts >= month
    assert branch.took_hold or (branch.parts is None and branch.course.digest == pair.baseline.digest)
    assert branch.played == engine.compiled.scenario.months - month


def test_at_the_fork_the_branch_is_the_baseline_to_the_last_byte(engine: Engine) -> None:
    trunk = engine.open(2)
    trunk.advance(17)
    fork = trunk.fork()
    assert fork.world.tobytes() == trunk.world.tobytes()
    assert fork.digest == trunk.digest
    fork.world["figures"]["menace"] = 0
    assert trunk.world["figures"]["menace"].any()


def test_an_intervention_that_changes_nothing_plays_the_baseline_again(engine: Engine) -> None:
    edits = tuple(Paths(engine.compiled).edits({"chief.*": True}, 3))
    branch = play(engine, [Arm("idle", (), engine, edits, opening=False)], 1).branches[0]
    assert branch.parts is None
    assert not branch.took_hold


def test_another_opening_that_draws_the_same_state_is_not_applied(engine: Engine) -> None:
    branch = play(engine, [Arm("same", (), engine, (), opening=True)], 1).branches[0]
    assert branch.parts is None
    assert not branch.took_hold
    [other] = arms(Asked(levers=("stroke-of-1921",)), REQUEST, engine, LEVERS)
    assert play(engine, [other], 1).branches[0].took_hold


def test_arms_of_one_question_do_not_touch_each_other(engine: Engine) -> None:
    both = arms(Asked(levers=("no-war-scare", "no-general-secretary"), apart=True), REQUEST, engine, LEVERS)
    one = arms(Asked(levers=("no-war-scare",)), REQUEST, engine, LEVERS)
    assert play(engine, both, 4).branches[0].course.digest == play(engine, one, 4).branches[0].course.digest


def test_two_runs_part_in_the_first_month_that_differs(engine: Engine) -> None:
    pair = play(engine, arms(Asked(levers=("no-grain-crisis",)), REQUEST, engine, LEVERS), 0)
    assert parting(pair.baseline, pair.baseline) is None
    assert pair.branches[0].parts == (1927 - 1922) * 12 + 11 - 4


def test_every_lever_is_applied_and_changes_what_is_played(engine: Engine) -> None:
    made = arms(Asked(levers=tuple(LEVERS.levers), apart=True), REQUEST, engine, LEVERS)
    for run in range(12):
        branches = play(engine, made, run).branches
        still = (not branch.took_hold or branch.parts is None for branch in branches)
        made = tuple(arm for arm, waits in zip(made, still, strict=True) if waits)
        if not made:
            break
    assert [arm.name for arm in made] == []
