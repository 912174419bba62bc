import numpy as np
import pytest

from apparat.targets.runs import Runs
from apparat.targets.statistic import known
from apparat.world import codes
from tests.targets.tables import NAMES, tables

PUT = [(100, 0, 90, 10, 20), (101, 0, 0, 0, 5), (100, 1, 3, 1, 0), (101, 1, 1, 3, 0)]


def measure(name: str, made, **arguments: str) -> list[float]:
    return known()[name].of(Runs(made, NAMES), arguments).tolist()


def test_the_share_against_has_the_denominator_that_is_asked_for() -> None:
    made = tables(probes=PUT)
    assert measure("opposed", made, motion="first", of="cast")[0] == 0.1
    assert measure("opposed", made, motion="first", of="present")[0] == pytest.approx(10 / 120)
    assert measure("supported", made, motion="first", of="present")[0] == 0.75


def test_a_motion_on_which_nobody_votes_or_that_cannot_be_put_is_not_measured() -> None:
    made = tables(probes=[*PUT[1:2], (100, 0, -1, -1, -1)])
    assert np.isnan(measure("opposed", made, motion="first", of="cast")).all()
    assert np.isnan(measure("carried", tables(probes=[(100, 0, -1, -1, -1)]), motion="first")).all()


def test_a_vote_given_another_majority_is_measured_only_where_there_is_one() -> None:
    made = tables(probes=[(100, 0, 6, 4, 0), (101, 0, 6, 4, 0), *PUT[2:]])
    found = measure("supported-given", made, motion="first", given="second", of="cast")
    assert found[0] == 0.6
    assert np.isnan(found[1])
    assert measure("carried", made, motion="second") == [1.0, 0.0]


def test_attempts_on_the_chief_are_motions_against_whoever_holds_the_post_before_them() -> None:
    votes = [
        (100, 2, codes.REMOVE_POST, 7),
        (100, 3, codes.EXPEL, 7),
        (100, 3, codes.CONDEMN, 7),
        (100, 3, codes.REMOVE_POST, 3),
        (101, 5, codes.REMOVE_BODY, 7),
    ]
    made = tables(votes=votes, contests=5)
    assert measure("attempts-on-chief", made, since="1922-04", until="1922-09") == [2.0, 1.0]
    assert measure("attempts-on-chief", made, since="1922-06", until="1922-06") == [1.0, 0.0]


def test_attempts_are_unknown_where_runs_kept_no_votes() -> None:
    assert np.isnan(measure("attempts-on-chief", tables(contests=3), since="1922-04", until="1922-09")).all()
    assert measure("attempts-on-chief", tables(), since="1922-04", until="1922-09") == [0.0, 0.0]


def test_a_man_removed_in_a_month_was_the_chief_when_the_motion_was_put() -> None:
    made = tables(votes=[(100, 3, codes.REMOVE_POST, 7)], contests=1)
    made["months"]["chief"] = np.where(made["months"]["month"] >= 3, 3, 7)
    assert measure("attempts-on-chief", made, since="1922-04", until="1922-09") == [1.0, 0.0]
