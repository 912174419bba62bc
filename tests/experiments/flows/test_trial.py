"""A trial: pairs keep luck and past, so that without a shift nothing moves."""

import numpy as np
import pytest

from apparat.engine import Engine
from apparat.experiments.flows import trial
from apparat.experiments.flows.asked import Asked
from apparat.experiments.flows.levels import (
    CHIEF,
    CONGRESS,
    LEVELS,
    MEMBERS,
    PEOPLE,
    RANK,
    SOVIET_CONGRESS,
    TOP,
    Levels,
)
from apparat.experiments.flows.paper import Paper
from apparat.experiments.flows.trial import PLACES, STANDS, VOTES, Trial, play

YEARS = 7


@pytest.fixture(scope="module")
def found(engine: Engine, levels: Levels, paper: Paper) -> Trial:
    """Members, delegates and the General Secretary shifted in turn."""
    asked = Asked(months=3, names=("members", "congress", "general-secretary"))
    return play(engine, levels, paper, asked, 1)


def test_only_levels_that_were_shifted_have_arrows(found: Trial) -> None:
    shifted = np.flatnonzero(np.isfinite(found.line).all(axis=(0, 1)))
    assert shifted.tolist() == [MEMBERS, CONGRESS, CHIEF]
    assert found.moved.shape == (2, YEARS, len(LEVELS), len(LEVELS), 3)


def test_what_the_model_lacks_has_no_number(found: Trial) -> None:
    assert np.isnan(found.moved[:, :, :, 0]).all()
    assert np.isnan(found.moved[..., CONGRESS, STANDS]).all()
    assert np.isnan(found.moved[..., SOVIET_CONGRESS, PLACES]).all()
    assert np.isfinite(found.moved[:, :, MEMBERS, RANK, PLACES]).all()


def test_a_level_follows_its_own_shift(found: Trial) -> None:
    assert (found.moved[:, :, MEMBERS, MEMBERS, VOTES].mean(axis=1) > 0).all()
    assert (np.nanmean(found.moved[:, :, CHIEF, CHIEF, VOTES], axis=1) > 0.1).all()
    assert (found.moved[:, :, MEMBERS, MEMBERS, STANDS].mean(axis=1) > 0.9).all()


def test_cost_counts_both_trunks_and_every_arm(found: Trial) -> None:
    assert found.played == 2 * (9 + 12 * (YEARS - 1)) + 2 * 2 * YEARS * 3 * 3


def test_arms_without_a_shift_are_the_same_run(
    engine: Engine, levels: Levels, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Levels, "shift", lambda *_: None)
    same = play(engine, levels, paper, Asked(months=3, names=("politburo",)), 0)
    arms, per_power = same.digests, 2 * YEARS + 1
    for start in (0, per_power):
        pairs = arms[start : start + 2 * YEARS]
        assert pairs[::2] == pairs[1::2]
    assert np.isnan(same.moved).all()


def test_members_at_home_are_where_they_were_after_an_assembly(engine: Engine, levels: Levels) -> None:
    shifted, plain = (trial.Course(engine.open(2), None) for _ in range(2))
    trial._assemblies(shifted, levels, 0, 0.3, 13)
    plain.advance(13)
    assert shifted.run.month == 13
    wishes = [levels.wish(course.run.world, MEMBERS, 0) for course in (shifted, plain)]
    assert wishes[0] == pytest.approx(wishes[1], abs=1e-9)


def test_on_paper_comes_first_and_practice_is_the_model_as_it_is(engine: Engine, found: Trial) -> None:
    alone = engine.open(1)
    alone.advance(9 + 12 * (YEARS - 1))
    per_power = 2 * YEARS * 3 + 1
    assert found.digests[-1] == alone.digest != found.digests[per_power - 1]


def test_few_places_change_hands_in_three_months_and_none_twice(found: Trial) -> None:
    places = found.moved[:, :, MEMBERS, RANK, PLACES]
    assert (places >= 0).all()
    assert places.mean() < 0.1


def test_runs_take_turns_on_the_axes_and_the_people_are_moved_on_the_economy(
    engine: Engine, levels: Levels, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, seen = Asked(months=3, names=("people", "politburo")), set[tuple[int, int, int]]()
    for run in range(3):
        monkeypatch.setattr(
            Levels, "shift", lambda _, __, level, axis, ___, run=run: seen.add((run, level, axis))
        )
        play(engine, levels, paper, asked, run)
    assert seen == {(run, level, axis) for run in range(3) for level, axis in ((PEOPLE, 0), (TOP, run))}


def test_whoever_was_shifted_is_left_out_of_what_levels_stand_for(
    engine: Engine, levels: Levels, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_out = set[frozenset[int]]()
    monkeypatch.setattr(Levels, "stand", lambda *asked: left_out.add(asked[-1]) or 0.0)
    play(engine, levels, paper, Asked(months=3, names=("general-secretary",)), 0)
    assert left_out
    assert all(len(keys) == 1 for keys in left_out)


def test_an_arrow_from_the_people_points_the_way_in_which_distress_pulls(
    engine: Engine, levels: Levels, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = []
    for way in (1.0, -1.0):
        monkeypatch.setattr(trial, "distress", lambda _, way=way: way)
        moved.append(play(engine, levels, paper, Asked(months=3, names=("people",)), 0).moved)
    assert np.nanmax(np.abs(moved[0][..., VOTES])) > 0
    assert np.array_equal(moved[0][..., VOTES], -moved[1][..., VOTES], equal_nan=True)


def test_elections_on_a_branch_leave_its_trunk_alone(engine: Engine, paper: Paper) -> None:
    trunk = trial.Course(engine.open(0), paper)
    assert trunk._held is not None
    before = trunk._held.copy()
    trunk.fork().advance(9)
    assert (trunk._held == before).all()
