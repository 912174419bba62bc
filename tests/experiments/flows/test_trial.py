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
    RANK,
    SOVIET_CONGRESS,
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
