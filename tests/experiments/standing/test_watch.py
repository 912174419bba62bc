"""A run that is watched is the run that is played, and names whomever its tables name."""

import numpy as np

from apparat.engine import Engine
from apparat.engine.engine import History
from apparat.results.standing import Standing


def test_looking_changes_nothing(engine: Engine, history: History) -> None:
    played = engine.history(0, until=None)
    assert history.digest == played.digest
    assert np.array_equal(history.events, played.events)
    assert np.array_equal(history.rolls, played.rolls)
    assert np.array_equal(history.leaders, played.leaders)
    assert np.array_equal(history.chiefs, played.chiefs)


def test_everybody_in_its_tables_has_a_name(standing: Standing) -> None:
    named = {one.key for one in standing.people}
    used = {one.key for one in (*standing.seats, *standing.posts)} | {tie.client for tie in standing.ties}
    used |= {tie.patron for tie in standing.ties} | {tie.by for tie in standing.ties if tie.by}
    assert used <= named
    assert len(named) == len(standing.people)


def test_every_spell_lies_within_the_run(standing: Standing) -> None:
    for spell in (*standing.seats, *standing.posts, *standing.ties):
        assert 0 <= spell.since < spell.until <= standing.months
