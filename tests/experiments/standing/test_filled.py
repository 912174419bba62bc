"""Places filled add up to what the journal says, and every power is one of the constitution's parts."""

import numpy as np

from apparat.engine import Engine
from apparat.engine.engine import History
from apparat.results.standing import Standing
from apparat.world import codes


def test_appointments_add_up_month_by_month(history: History, standing: Standing) -> None:
    events = history.events
    filled = events[np.isin(events["kind"], (codes.E_APPOINTMENT, codes.E_ELECTED)) & (events["post"] >= 0)]
    expected = np.bincount(filled["month"], minlength=standing.months)
    bodies = {seat.body for seat in standing.seats}
    told = np.sum([one.places for one in standing.filled if one.whom not in bodies], axis=0)
    assert np.array_equal(told, expected)


def test_a_congress_fills_the_committee_when_it_meets_and_only_then(
    history: History, standing: Standing
) -> None:
    [elected] = [one for one in standing.filled if one.whom == "central-committee"]
    assert (elected.who, elected.does) == ("party-congress", "elects")
    sessions = history.events[
        (history.events["kind"] == codes.E_SESSION) & (history.events["body"] == codes.CONGRESS)
    ]
    months = set(np.flatnonzero(elected.places).tolist())
    assert months
    assert months <= set(sessions["month"].tolist())


def test_whoever_fills_and_whatever_is_filled_stands_in_the_constitution(
    engine: Engine, standing: Standing
) -> None:
    law = engine.compiled.constitution
    known = {*law.bodies, *law.offices, *law.post_classes}
    for one in standing.filled:
        assert one.whom in known
        assert one.who is None or one.who in known


def test_what_is_filled_on_the_spot_is_filled_by_the_superior_there(standing: Standing) -> None:
    spots = [one for one in standing.filled if one.on_the_spot]
    assert {one.who for one in spots} >= {"regional-secretaries"}
    assert all(one.does == "appoints" and one.who is not None for one in spots)
