"""Levels: who makes them up, and that a shift moves one of them and no other."""

import numpy as np
import pytest

from apparat.engine.runs import Run
from apparat.experiments.flows.levels import (
    CHIEF,
    COMMITTEE,
    CONGRESS,
    LEVELS,
    MEMBERS,
    PEOPLE,
    RANK,
    SOVIETS,
    SOVNARKOM,
    TOP,
    Levels,
    distress,
)
from apparat.world import codes


def test_levels_are_made_up_of_those_who_hold_its_posts_and_seats(run: Run, levels: Levels) -> None:
    world = run.world
    sizes = {level: len(levels.persons(world, level)) for level in range(len(LEVELS))}
    bodies = world["bodies"][0]["size"]
    assert (sizes[TOP], sizes[COMMITTEE]) == (bodies[codes.TOP], bodies[codes.COMMITTEE])
    assert sizes[CHIEF] == 1
    assert sizes[SOVIETS] > 500
    assert 5 <= sizes[SOVNARKOM] <= len(levels.cabinet)
    assert {level for level, size in sizes.items() if size} == set(RANK)


def test_a_person_is_shifted_with_one_level_alone(run: Run, levels: Levels) -> None:
    rows = np.concatenate([levels.own(run.world, level) for level in RANK])
    assert len(set(rows.tolist())) == len(rows)
    assert set(levels.persons(run.world, TOP).tolist()) <= set(rows.tolist())


@pytest.mark.parametrize("level", [k for k, level in enumerate(LEVELS) if level.shifted])
def test_a_shift_moves_a_level_as_far_as_bounds_allow_and_no_other(
    run: Run, levels: Levels, level: int
) -> None:
    other = run.fork().world
    levels.shift(other, level, 1, 0.2)
    moved = levels.wish(other, level, 1) - levels.wish(run.world, level, 1)
    assert 0.1 < moved <= 0.2 + 1e-6
    for still in {*RANK, MEMBERS, PEOPLE} - {level, MEMBERS if level == CONGRESS else level}:
        assert levels.wish(other, still, 1) == levels.wish(run.world, still, 1)


def test_what_a_level_stands_for_leaves_out_those_who_were_shifted(run: Run, levels: Levels) -> None:
    world = run.fork().world
    chief = levels.keys(world, levels.own(world, CHIEF))
    before = levels.stand(world, TOP, 0, chief)
    levels.shift(world, CHIEF, 0, 0.4)
    assert levels.stand(world, TOP, 0, chief) == before
    assert levels.stand(world, TOP, 0, frozenset()) > levels.stand(run.world, TOP, 0, frozenset())
    assert np.isnan(levels.stand(world, CHIEF, 0, chief))


def test_a_shift_stays_within_the_bounds_of_positions(run: Run, levels: Levels) -> None:
    for level in RANK:
        levels.shift(run.world, level, 2, 5.0)
        assert levels.wish(run.world, level, 2) == 1.0
    levels.shift(run.world, PEOPLE, 0, -3.0)
    assert run.world["line"]["unrest"][0] == 0


def test_distress_pulls_away_from_the_economic_line(run: Run) -> None:
    run.world["line"]["line"][0, 0] = 0.5
    assert distress(run.world) == -1
    run.world["line"]["line"][0, 0] = -0.5
    assert distress(run.world) == 1
