import math

import pytest

from apparat.experiments.validation.forecasters import MODEL
from apparat.experiments.validation.wins import win_rows
from tests.experiments.validation.cards import the_record, told


def test_every_target_held_back_is_won_once_and_shared_among_equals() -> None:
    rows = list(win_rows(told(the_record)))
    for subject in {row.subject for row in rows}:
        own = [row for row in rows if row.subject == subject]
        assert sum(row.best for row in own) == pytest.approx(own[0].targets)


def test_a_model_that_repeats_the_record_is_bettered_by_nobody() -> None:
    rows = [row for row in win_rows(told(the_record)) if row.subject == "all"]
    model = next(row for row in rows if row.forecaster == MODEL)
    assert model.silent == 0
    assert all(row.best < model.best for row in rows if row.forecaster != MODEL)
    assert all(row.gain < 0 for row in rows if row.gain is not None)


def test_silence_is_counted_as_silence_and_wins_nothing() -> None:
    rows = {(row.subject, row.forecaster): row for row in win_rows(told(the_record))}
    fame = rows["cadres", "fame decides"]
    assert (fame.spoken, fame.silent, fame.best, fame.gain) == (0, fame.targets, 0, None)
    assert fame.told == "silent"
    mute = {(row.subject, row.forecaster): row for row in win_rows(told(lambda t: math.nan))}
    assert mute["all", MODEL].spoken == 0
    assert mute["all", MODEL].best == 0


def test_subjects_add_up_to_all() -> None:
    rows = [row for row in win_rows(told(the_record)) if row.forecaster == MODEL]
    parts = [row for row in rows if row.subject != "all"]
    (whole,) = (row for row in rows if row.subject == "all")
    assert {row.subject for row in parts} == {"votes", "cadres", "seats", "leaders"}
    assert sum(row.targets for row in parts) == whole.targets
    assert sum(row.best for row in parts) == pytest.approx(whole.best)
