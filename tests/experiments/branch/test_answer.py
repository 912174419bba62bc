"""Rows of a date, from pasts and endings whose answer is known beforehand."""

from collections.abc import Sequence

import numpy as np
import pytest

from apparat.experiments.branch.answer import Answer
from apparat.experiments.branch.branch import _digest
from apparat.experiments.branch.endings import Ended, Past
from apparat.results.ensemble import COLLECTIVE
from tests.experiments.toy import ToyDirectory

TROTSKY, STALIN, ZINOVIEV, NOBODY = 2, 3, 4, 0


def past(run: int, led: int, ends: Sequence[int], month: int = 6) -> Ended:
    """A past in which `led` leads when the date comes, under every definition of leading."""
    endings = np.repeat(np.array(ends, np.int32)[:, None], 3, axis=1)
    digests = np.arange(len(ends), dtype=np.uint64) + np.uint64(100 * run)
    return Ended(run, month, 5 + run, 77 + run, np.full(3, led, np.int32), digests, endings)


def answer(*pasts: Ended) -> Answer:
    return Answer(ToyDirectory(), pasts)


def test_where_every_past_has_one_ending_all_was_decided() -> None:
    pasts = [past(k, STALIN, [leader] * 4) for k, leader in enumerate([TROTSKY, STALIN, STALIN, TROTSKY])]
    for row in answer(*pasts).dates():
        assert row.decided == 1
        assert row.within == 0
        assert row.between == pytest.approx(2 / 3)


def test_where_every_past_has_the_same_endings_nothing_was_decided() -> None:
    pasts = [past(k, STALIN, [TROTSKY, STALIN] * 8) for k in range(5)]
    for row in answer(*pasts).dates():
        assert row.decided == row.low == row.between == 0
        assert row.within == pytest.approx(0.5 * 16 / 15)


def test_led_already_counts_endings_led_by_whom_their_own_past_was_led_by() -> None:
    pasts = [past(0, STALIN, [STALIN] * 3 + [NOBODY]), past(1, TROTSKY, [STALIN] * 4)]
    assert {row.led for row in answer(*pasts).dates()} == {3 / 8}


def test_shares_are_of_all_endings_and_the_extremes_of_single_pasts() -> None:
    pasts = [past(0, STALIN, [STALIN] * 3 + [NOBODY]), past(1, TROTSKY, [STALIN, *[NOBODY] * 3])]
    rows = {row.person: row for row in answer(*pasts).outcomes() if row.yardstick == "conduct"}
    assert (rows["Stalin"].share, rows["Stalin"].least, rows["Stalin"].most) == (0.5, 0.25, 0.75)
    assert rows[COLLECTIVE].share == 0.5


def test_the_tree_has_a_row_for_every_past_and_whoever_leads_some_of_its_endings() -> None:
    pasts = [past(0, STALIN, [STALIN] * 3 + [ZINOVIEV]), past(1, NOBODY, [TROTSKY] * 4)]
    rows = [(r.run, r.leads, r.person, r.endings, r.share, r.parameters) for r in answer(*pasts).tree()]
    assert sorted(rows) == [
        (0, "Stalin", "Stalin", 3, 0.75, 5),
        (0, "Stalin", "Zinoviev", 1, 0.25, 5),
        (1, COLLECTIVE, "Trotsky", 4, 1.0, 6),
    ]


def test_other_endings_of_the_same_pasts_have_another_digest() -> None:
    one, other = past(0, STALIN, [STALIN] * 2), past(0, STALIN, [STALIN] * 2)
    other.digests[1] += np.uint64(1)
    digests = [_digest([Past((each,), 0)]) for each in (one, other)]
    assert digests[0] != digests[1]
