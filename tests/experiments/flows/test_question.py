"""The question: it changes nothing in a run, and levels answer it by what they want."""

import numpy as np
import pytest

from apparat.engine.runs import Run
from apparat.experiments.flows import question
from apparat.experiments.flows.levels import CHIEF, LEVELS, PEOPLE, RANK, SECRETARIES, TOP, Levels


def shares(run: Run, levels: Levels, between: np.ndarray) -> np.ndarray:
    return question.put(run.world, run.parameters, levels, between)


def test_every_level_but_the_people_answers_with_a_share(run: Run, levels: Levels) -> None:
    found = shares(run, levels, question.positions(run.world, 0))
    assert np.isnan(found[PEOPLE])
    rest = np.delete(found, PEOPLE)
    assert ((rest > 0) & (rest < 1)).all()
    assert len(set(rest.tolist())) == len(LEVELS) - 1


def test_a_run_that_was_asked_goes_on_as_one_that_was_not(run: Run, levels: Levels) -> None:
    asked = run.fork()
    for axis in range(3):
        shares(asked, levels, question.positions(asked.world, axis))
    for each in (run, asked):
        each.advance(60)
    assert asked.digest == run.digest
    assert (asked.world["leaders"] == run.world["leaders"]).all()


def test_between_two_equal_positions_policy_decides_nothing(run: Run, levels: Levels) -> None:
    line = question.positions(run.world, 0)
    same = np.stack([line[0], line[0]])
    before = shares(run, levels, same)
    levels.shift(run.world, TOP, 0, 0.5)
    assert np.allclose(shares(run, levels, same), before, equal_nan=True)


@pytest.mark.parametrize("level", RANK)
def test_a_level_that_is_shifted_votes_more_for_the_side_it_moved_to(
    run: Run, levels: Levels, level: int
) -> None:
    between = question.positions(run.world, 1)
    before = shares(run, levels, between)[level]
    levels.shift(run.world, level, 1, 0.5)
    assert shares(run, levels, between)[level] > before


def test_officials_turn_with_a_chief_on_whom_they_depend(run: Run, levels: Levels) -> None:
    between = question.positions(run.world, 1)
    turned = []
    for dependence in (1, 0):
        run.world["rules"]["dependence_on"] = dependence
        answers = []
        for amount in (0.8, -0.8):
            arm = run.fork()
            levels.shift(arm.world, CHIEF, 1, amount)
            answers.append(shares(arm, levels, between)[SECRETARIES])
        turned.append(answers[0] - answers[1])
    assert turned[0] > turned[1] + 0.1


def test_without_a_chief_nobody_answers_in_his_place(run: Run, levels: Levels) -> None:
    run.world["posts"]["holder"][0, run.world["rules"]["chief"][0]] = -1
    assert np.isnan(shares(run, levels, question.positions(run.world, 0))[CHIEF])


def test_the_two_positions_stand_on_either_side_of_the_line(run: Run) -> None:
    run.world["line"]["line"][0] = (0.9, 0.0, -0.2)
    assert question.positions(run.world, 0).tolist() == [[1.0, 0.0, -0.2], [pytest.approx(0.4), 0.0, -0.2]]
