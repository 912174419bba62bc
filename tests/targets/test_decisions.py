import numpy as np
import pytest

from apparat.targets.runs import Runs
from apparat.targets.statistic import known
from apparat.world import codes
from tests.targets.tables import NAMES, columns, tables

ADA, BELA, CORA = 7, 3, 12
TOP, COMMITTEE, NOBODY = codes.TOP, codes.COMMITTEE, codes.NOBODY
FOR, AGAINST, ABSTAIN = codes.FOR, codes.AGAINST, codes.ABSTAIN
CONDEMN, DISMISS = codes.CONDEMN, codes.REMOVE_POST
WHOLE = {"since": "1922-04", "until": "1922-09"}

Ballot = tuple[int, int, int, int, int, int, int, int, int, int]


def measure(name: str, made, **arguments: str) -> list[float]:
    return known()[name].of(Runs(made, NAMES), arguments).tolist()


def ballots(*rows: Ballot):
    """Ballots: run, vote, month, body, motion, mover, target, carried, voter, choice. Ada is the chief."""
    names = ("run", "vote", "month", "body", "motion", "actor", "target", "carried", "voter", "choice")
    return {**tables(), "ballots": columns(names, rows)}


def rules(*rows: tuple[int, int, int, int, int, int], reform: int = 1, **more):
    """Rules 0 and 1, of which the second is in force and is Ada's; then changes: run, month, rule, in force,
    by whom, body.
    """
    opening = [(run, -1, rule, rule, ADA * rule, NOBODY) for run in (100, 101) for rule in (0, 1)]
    names = ("run", "month", "rule", "in_force", "person", "body")
    made = columns(names, [*opening, *rows])
    return {**tables(**more), "rules": {**made, "reform": np.full(len(made["run"]), reform)}}


def voted(month: int, *, target: int = ADA, carried: int = 1):
    """A vote in the first run to take somebody's post."""
    names = ("run", "month", "motion", "target", "carried", "body")
    return columns(names, [(100, month, DISMISS, target, carried, TOP)])


def test_nothing_is_known_of_decisions_where_runs_were_not_looked_at() -> None:
    for name, more in (
        ("with-majority", {"person": "ada"}),
        ("chief-prevails", {}),
        ("chief-prevails-less", {"turn": "1922-06"}),
        ("reform-waves", {}),
        ("fallen-chief-undone", {}),
    ):
        assert np.isnan(measure(name, tables(), **WHOLE, **more)).all()


def test_who_votes_against_what_is_lost_is_with_the_majority_as_is_who_votes_for_what_is_carried() -> None:
    made = ballots(
        (100, 1, 0, TOP, CONDEMN, ADA, CORA, 1, BELA, FOR),
        (100, 2, 1, TOP, CONDEMN, ADA, CORA, 0, BELA, AGAINST),
        (100, 3, 2, TOP, CONDEMN, ADA, CORA, 0, BELA, FOR),
        (100, 4, 3, TOP, CONDEMN, ADA, CORA, 1, BELA, AGAINST),
        (101, 1, 0, TOP, CONDEMN, ADA, CORA, 1, ADA, FOR),
    )
    assert measure("with-majority", made, person="bela", **WHOLE)[0] == 0.5
    assert np.isnan(measure("with-majority", made, person="bela", **WHOLE)[1])
    assert measure("with-majority", made, person="bela", since="1922-04", until="1922-05")[0] == 1.0


def test_who_abstains_or_votes_in_another_body_is_not_asked_for_his_majority() -> None:
    made = ballots(
        (100, 1, 0, TOP, CONDEMN, ADA, CORA, 1, BELA, ABSTAIN),
        (100, 2, 0, COMMITTEE, CONDEMN, ADA, CORA, 1, BELA, FOR),
    )
    assert np.isnan(measure("with-majority", made, person="bela", **WHOLE)).all()


def test_the_last_body_asked_says_whether_the_chief_has_his_way() -> None:
    overruled = [
        (100, 1, 2, TOP, DISMISS, BELA, ADA, 1, ADA, AGAINST),
        (100, 2, 2, COMMITTEE, DISMISS, BELA, ADA, 0, ADA, AGAINST),
    ]
    rolled = (101, 1, 2, TOP, CONDEMN, BELA, CORA, 1, ADA, AGAINST)
    assert measure("chief-prevails", ballots(*overruled, rolled), **WHOLE) == [1.0, 0.0]
    assert measure("chief-prevails", ballots(overruled[0], rolled), **WHOLE) == [0.0, 0.0]


def test_the_chief_is_whoever_held_the_post_before_the_vote() -> None:
    made = ballots(
        (100, 1, 3, TOP, CONDEMN, BELA, CORA, 1, ADA, AGAINST),
        (100, 1, 3, TOP, CONDEMN, BELA, CORA, 1, BELA, FOR),
    )
    made["months"]["chief"] = np.where(made["months"]["month"] >= 3, BELA, ADA)
    assert measure("chief-prevails", made, **WHOLE)[0] == 0.0
    made["months"]["chief"] = np.where(made["months"]["month"] >= 2, BELA, ADA)
    assert measure("chief-prevails", made, **WHOLE)[0] == 1.0


@pytest.mark.parametrize(
    ("early", "late", "less"), [(FOR, AGAINST, 1.0), (AGAINST, FOR, 0.0), (FOR, FOR, 0.0)]
)
def test_a_chief_prevails_less_if_his_share_falls(early: int, late: int, less: float) -> None:
    made = ballots(
        (100, 1, 1, TOP, CONDEMN, ADA, CORA, 1, ADA, early),
        (100, 2, 2, TOP, CONDEMN, ADA, CORA, 1, ADA, late),
        (101, 1, 2, TOP, CONDEMN, ADA, CORA, 1, ADA, late),
    )
    found = measure("chief-prevails-less", made, **WHOLE, turn="1922-06")
    assert found[0] == less
    assert np.isnan(found[1])


def waves(*changes: tuple[int, int, int]) -> float:
    """Waves in the first run, of changes by vote: month, rule, in force."""
    made = rules(*((100, month, rule, on, ADA, TOP) for month, rule, on in changes))
    found = measure("reform-waves", made, **WHOLE)
    assert found[1] == 0
    return found[0]


def test_steps_in_a_row_are_one_wave_and_a_retreat_ends_it() -> None:
    assert waves() == 0
    assert waves((0, 0, 1)) == 1
    assert waves((0, 0, 1), (1, 1, 0)) == 1
    assert waves((0, 0, 1), (1, 0, 0)) == 1
    assert waves((0, 0, 1), (1, 0, 0), (2, 1, 0)) == 2
    assert waves((0, 0, 1), (1, 0, 0), (2, 0, 1), (3, 0, 0), (4, 0, 1)) == 3


def test_waves_are_made_by_votes_in_the_months_asked_for() -> None:
    made = rules((100, 0, 0, 1, ADA, NOBODY), (101, 4, 0, 1, ADA, TOP))
    assert measure("reform-waves", made, **WHOLE) == [0.0, 1.0]
    assert measure("reform-waves", made, since="1922-04", until="1922-07") == [0.0, 0.0]


def test_every_run_begins_its_waves_anew() -> None:
    made = rules((100, 4, 0, 1, ADA, TOP), (101, 0, 0, 1, ADA, TOP))
    assert measure("reform-waves", made, **WHOLE) == [1.0, 1.0]


def undone(*changes: tuple[int, int, int, int], reform: int = 1, falls: bool = True, **vote: int) -> float:
    """Whether Ada is undone, who falls in the third month of the first run, in which a vote is held. Changes:
    month, rule, in force, by whom.
    """
    made = rules(*((100, month, rule, on, who, TOP) for month, rule, on, who in changes), reform=reform)
    made["votes"] = voted(2, **vote)
    made["months"]["chief"] = np.where(falls & (made["months"]["month"] >= 2), BELA, ADA)
    found = measure("fallen-chief-undone", made, **WHOLE)
    assert np.isnan(found[1])
    return found[0]


def test_a_fallen_chief_is_undone_if_a_reform_of_his_is_lifted_afterwards() -> None:
    assert undone() == 0
    assert undone((4, 1, 0, BELA)) == 1
    assert undone((1, 0, 1, ADA), (3, 0, 0, BELA)) == 1
    assert undone((1, 0, 1, BELA), (3, 0, 0, BELA)) == 0
    assert undone((0, 1, 0, BELA), (1, 1, 1, ADA)) == 0


def test_who_leaves_no_reform_behind_cannot_be_undone_nor_who_does_not_fall() -> None:
    assert np.isnan(undone((1, 1, 0, ADA)))
    assert np.isnan(undone((4, 1, 0, BELA), reform=0))
    assert np.isnan(undone((4, 1, 0, BELA), falls=False))


def test_a_chief_who_goes_without_a_vote_against_him_has_not_fallen() -> None:
    assert np.isnan(undone((4, 1, 0, BELA), carried=0))
    assert np.isnan(undone((0, 0, 1, CORA), (4, 0, 0, BELA), target=CORA))


def test_later_than_within_a_year_is_not_among_the_first_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("apparat.targets.decisions.YEAR", 1)
    assert undone((4, 1, 0, BELA)) == 0
    assert undone((3, 1, 0, BELA)) == 1
