from dataclasses import replace

import numpy as np
import pytest

from apparat import targets
from tests.targets.tables import NAMES, tables

VOTE = replace(
    next(t for t in targets.load() if t.statistic == "opposed"),
    scenario="toy",
    arguments={"motion": "first", "of": "cast"},
)
SEAT = replace(
    next(t for t in targets.load() if t.statistic == "seat-lost"), scenario="toy", arguments={"person": "ada"}
)


def test_a_column_for_each_target_and_a_row_for_each_run_in_the_order_of_the_runs() -> None:
    made = tables(3, probes=[(102, 0, 9, 1, 0), (100, 0, 8, 2, 0)], seats=[(101, 1, 7)])
    found = targets.measure([VOTE, SEAT], made, NAMES)
    assert found.shape == (3, 2)
    np.testing.assert_allclose(found[:, 0], [0.2, np.nan, 0.1])
    assert found[:, 1].tolist() == [np.inf, NAMES.start.number + 1, np.inf]


def test_runs_may_stand_in_any_order() -> None:
    made = tables(3, probes=[(102, 0, 9, 1, 0), (100, 0, 8, 2, 0)])
    turned = made | {"runs": {name: column[::-1] for name, column in made["runs"].items()}}
    there, back = targets.measure([VOTE], made, NAMES), targets.measure([VOTE], turned, NAMES)
    np.testing.assert_array_equal(there, back[::-1])


def test_targets_of_two_scenarios_are_refused() -> None:
    with pytest.raises(ValueError, match="of one scenario"):
        targets.measure([VOTE, replace(SEAT, scenario="other")], tables(), NAMES)


def test_no_targets_are_no_columns() -> None:
    assert targets.measure([], tables(4)).shape == (4, 0)
