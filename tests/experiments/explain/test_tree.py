"""The tree: every coalition comes to what it comes to alone, whatever is shared on the way."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apparat.engine import Engine
from apparat.engine.runs import Run
from apparat.experiments.explain.tree import Fates, Tree
from apparat.experiments.seam import Request
from apparat.scenario import causes
from apparat.scenario.causes import Switch, switches
from apparat.scenario.levers import Edit, Paths

SCENARIO = "succession-1922"
MONTHS = 93
ALL = causes.read(SCENARIO)


@pytest.fixture(scope="module")
def engine() -> Engine:
    built = Request(scenario=SCENARIO, seed=5, choice="uncalibrated").build("none")
    assert isinstance(built, Engine)
    return built


def switched(engine: Engine, *names: str) -> list[Switch]:
    return switches(ALL.chosen(names), Paths(engine.compiled), ALL.levers, engine.compiled.scenario)


def play(engine: Engine, made: Sequence[Switch], run: int, masks: Sequence[int] | None = None) -> Fates:
    every = np.arange(1 << len(made)) if masks is None else np.array(masks)
    return Tree(engine, made).play(run, every, lambda: None)


def alone(engine: Engine, made: Sequence[Switch], run: int, mask: int) -> Run:
    """One coalition without any sharing, watched all the time."""
    played = engine.open(run)
    played.own_parameters()
    edits = [edit for k, each in enumerate(made) if not mask >> k & 1 for edit in each.edits]
    for edit in sorted(edits, key=lambda edit: edit.month):
        played.advance(edit.month)
        edit.apply(played.world, played.parameters)
    played.advance(MONTHS)
    return played


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(ALL.default)), min_size=1, max_size=2), st.integers(0, 99))
def test_every_coalition_ends_as_it_does_alone(engine: Engine, names: set[str], run: int) -> None:
    made = switched(engine, *sorted(names))
    fates = play(engine, made, run)
    for mask in range(1 << len(made)):
        lone = alone(engine, made, run, mask)
        assert fates.digests[mask] == lone.digest
        assert (fates.leaders[mask] == lone.world["leaders"][0][MONTHS - 1]).all()


@pytest.mark.parametrize("run", [1, 9, 29])
def test_who_watches_a_coalition_leaves_no_camps_behind(engine: Engine, run: int) -> None:
    """Delegates who strike names from a slate look at the camps of the last vote. Without a machine to fight
    over, those were once the camps of an observer's question.
    """
    digests = []
    for observed in (True, False):
        played = engine.open(run, observed=observed)
        for edit in switched(engine, "machine")[0].edits:
            played.advance(edit.month)
            edit.apply(played.world, played.parameters)
        played.advance(MONTHS)
        digests.append(played.digest)
    assert digests[0] == digests[1]


def test_with_all_causes_a_run_is_the_ensembles(engine: Engine) -> None:
    made = switched(engine)
    full = (1 << len(made)) - 1
    fates = play(engine, made, 3, [full])
    assert fates.digests[0] == engine.block(3, 1).digests[0]
    assert fates.played == MONTHS
    assert not fates.acted.any()


def test_every_default_cause_changes_the_state(engine: Engine) -> None:
    made = switched(engine)
    full = (1 << len(made)) - 1
    fates = play(engine, made, 0, [full, *(full ^ 1 << k for k in range(len(made)))])
    assert fates.acted.all()


def test_what_coalitions_share_is_played_once(engine: Engine) -> None:
    made = switched(engine, "lists", "enrolment", "war-scare")
    lists, enrolment, scare = (each.edits[0].month for each in made)
    assert (lists, enrolment, scare) == (9, 21, 61)
    fates = play(engine, made, 1)
    assert fates.played == 9 + 2 * (21 - 9) + 4 * (61 - 21) + 8 * (MONTHS - 61)


def test_a_cause_that_is_at_its_level_already_costs_nothing_and_contributes_nothing(engine: Engine) -> None:
    idle = Switch("idle", tuple(Paths(engine.compiled).edits({"chief.*": True}, 4)))
    made = [idle, *switched(engine, "enrolment")]
    fates = play(engine, made, 2)
    assert fates.acted.tolist() == [False, True]
    assert fates.played == 21 + 2 * (MONTHS - 21)
    assert (fates.digests[::2] == fates.digests[1::2]).all()


def test_a_cause_may_act_in_several_months(engine: Engine) -> None:
    paths = Paths(engine.compiled)
    edits: list[Edit] = [
        *paths.edits({"persons.stalin.authority": 0.1}, 30),
        *paths.edits({"chief.*": False}, 50),
    ]
    made = [Switch("late", tuple(edits)), *switched(engine, "war-scare")]
    fates = play(engine, made, 4)
    assert fates.played == 30 + 2 * (61 - 30) + 4 * (MONTHS - 61)
    for mask in range(4):
        assert fates.digests[mask] == alone(engine, made, 4, mask).digest


def test_parameters_that_a_cause_sets_stay_in_its_branch() -> None:
    fresh = Request(scenario=SCENARIO, seed=5, choice="uncalibrated").build("none")
    assert isinstance(fresh, Engine)
    before = fresh.sets.copy()
    assert before["doctrine"]["restate"].all()
    play(fresh, switched(fresh, "doctrine"), 0)
    assert (fresh.sets == before).all()


@pytest.mark.parametrize("name", ["enrolment", "luck"])
def test_an_event_can_be_called_off_as_late_as_in_its_month(engine: Engine, name: str) -> None:
    made = switched(engine, name)
    early = [Switch(name, tuple(Paths(engine.compiled).edits(ALL.causes[name].neutral.set_, 0)))]
    assert made[0].edits[0].month > 0
    assert (play(engine, made, 6).digests == play(engine, early, 6).digests).all()
