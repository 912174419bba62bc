"""Rows of an explanation, from ends that are known beforehand."""

from collections.abc import Sequence

import numpy as np
import pytest

from apparat.engine import Engine
from apparat.experiments.explain.answer import Answer, most_frequent
from apparat.experiments.explain.game import Plan
from apparat.experiments.explain.tree import Fates
from apparat.experiments.seam import Request
from apparat.scenario import causes
from apparat.scenario.causes import switches
from apparat.scenario.levers import Paths

SCENARIO = "succession-1922"
TROTSKY, STALIN = 2, 3


def fates(leaders: Sequence[int], acted: Sequence[bool] = (True,)) -> Fates:
    """A run with these leaders, a coalition each, by every yardstick."""
    columns = np.repeat(np.array(leaders, np.int32)[:, None], 3, axis=1)
    return Fates(columns, np.zeros(len(leaders), np.uint64), np.array(acted), 0)


def ends(*leaders: int) -> list[Fates]:
    return [fates([0, leader]) for leader in leaders]


def test_whoever_leads_most_often_with_all_causes_is_explained() -> None:
    assert most_frequent(ends(TROTSKY, STALIN, STALIN, 0, 0, 0)) == STALIN
    assert most_frequent(ends(STALIN, TROTSKY)) == min(STALIN, TROTSKY)
    assert most_frequent(ends(0, 0)) == 0


@pytest.fixture(scope="module")
def engine() -> Engine:
    built = Request(scenario=SCENARIO, seed=5, choice="uncalibrated").build("none")
    assert isinstance(built, Engine)
    return built


@pytest.fixture(scope="module")
def answer(engine: Engine) -> Answer:
    """Two causes in four runs; the second acts in one of them, and decides nothing."""
    chosen = causes.read(SCENARIO).chosen(("lists", "war-scare"))
    played = [
        fates([0, leader, 0, leader], [True, run == 0])
        for run, leader in enumerate((STALIN, STALIN, TROTSKY, STALIN))
    ]
    return Answer(chosen, Plan(2, 5, 2), played, STALIN, engine.directory)


def test_a_cause_acts_in_the_runs_in_which_taking_it_away_changed_anything(
    engine: Engine, answer: Answer
) -> None:
    library = causes.read(SCENARIO)
    chosen = library.chosen(("lists", "war-scare"))
    made = switches(chosen, Paths(engine.compiled), library.levers, engine.compiled.scenario)
    assert [row.acted for row in answer.causes(made)] == [4, 1]


def test_a_cause_has_the_mean_of_its_runs_and_their_monte_carlo_error(answer: Answer) -> None:
    lists, scare = [row for row in answer.contributions() if row.yardstick == "conduct"]
    assert (lists.value, lists.alone, lists.last) == (0.75, 0.75, 0.75)
    assert lists.error == pytest.approx(np.std([1, 1, 0, 1], ddof=1) / 2)
    assert lists.high - lists.value == pytest.approx(1.96 * lists.error, rel=1e-3)
    assert (scare.value, scare.error) == (0, 0)
