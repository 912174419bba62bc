import math
from dataclasses import replace

import numpy as np
import pytest

from apparat import targets
from apparat.targets.forecasts import Forecast
from apparat.targets.scores import beside, score, score_all
from tests.targets.tables import NAMES

ALL = {t.name: t for t in targets.load()}
SHARE = ALL["opposition-december-1925"]
START = float(NAMES.start.number)
DATE = replace(ALL["trotsky-loses-seat"], low=START, high=START)
STATE = replace(ALL["stalin-chief-1929"], low=1.0, high=1.0)
HELD = (SHARE, DATE, STATE)


def say(*values: float) -> Forecast:
    return Forecast(np.array(values, float))


def test_a_perfect_forecaster_is_inside_everywhere_and_loses_nothing() -> None:
    found = score(list(score_all([say(SHARE.low), say(START), say(1.0)], HELD, NAMES).values()))
    assert (found.targets, found.events, found.inside, found.crps) == (3, 2, 1.0, 0.0)
    assert found.log == pytest.approx(math.log(0.975))


def test_quantities_have_no_log_score_and_states_no_ranked_score() -> None:
    only_share = score(list(score_all([say(0.5), None, None], HELD, NAMES).values()))
    assert only_share.log is None
    assert only_share.crps is not None
    only_state = score(list(score_all([None, None, say(0.0)], HELD, NAMES).values()))
    assert only_state.crps is None
    assert only_state.log == pytest.approx(math.log(0.025))


def test_forecasters_are_compared_on_what_both_speak_of() -> None:
    one = score_all([say(SHARE.low), say(math.inf), None], HELD, NAMES)
    other = score_all([say(0.9), None, say(1.0)], HELD, NAMES)
    mine, theirs = beside(one, other)
    assert mine.targets == theirs.targets == 1
    assert mine.crps == 0.0
    assert theirs.crps is not None
    assert theirs.crps > 0


def test_no_targets_have_no_means() -> None:
    assert score([]) == score(list(score_all([None, None, None], HELD, NAMES).values()))
    assert score([]).inside is None
