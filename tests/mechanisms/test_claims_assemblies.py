"""Congresses: lists, deference and stages each do what is claimed of them, other things equal."""

import numpy as np
import pytest

from apparat.mechanisms.assemblies import (
    assembly_vote,
    list_share,
    members_share,
    staged,
    temper_regions,
    whole_votes,
)
from apparat.mechanisms.leanings import Question, common_terms
from tests.mechanisms.laboratory import SEEDS, Lab, congress, contest, lab, rising


@pytest.mark.parametrize("seed", SEEDS)
def test_a_longer_list_never_lowers_the_share_of_whoever_makes_it(seed: int) -> None:
    here = lab(seed)
    question = contest(here)
    shares = []
    for share in np.linspace(0.0, 0.9, 10):
        here.single("rules")["list_share"] = share
        shares.append(congress(here, question))
    assert rising(shares)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_longer_list_never_helps_a_motion_against_whoever_makes_it(seed: int) -> None:
    here = lab(seed)
    question = contest(here, chief=-1)
    shares = []
    for share in np.linspace(0.0, 0.9, 10):
        here.single("rules")["list_share"] = share
        shares.append(1.0 - congress(here, question))
    assert rising(shares)


def test_lists_need_their_rule_their_month_and_a_maker_of_slates() -> None:
    here = lab()
    assert list_share(here.world) > 0.25
    for column, value in (("lists", 0), ("slate_on", 0), ("list_start", 100)):
        other = lab()
        other.single("rules")[column] = value
        assert list_share(other.world) == 0.0, column


def test_lists_grow_longer_year_by_year_but_never_complete() -> None:
    here = lab()
    shares = []
    for month in (7, 19, 31, 150):
        here.single("clock")["month"] = month
        shares.append(list_share(here.world))
    assert rising(shares)
    assert shares[1] - shares[0] == pytest.approx(0.1)
    assert shares[-1] < 1


def tie_secretaries(here: Lab, figure: int) -> None:
    """Make every regional secretary the client of one figure."""
    for region in here.table("regions")[: here.single("n")["regions"][0]]:
        holder = here.table("posts")["holder"][region["secretary"]]
        person = here.table("people")[holder]
        person["root"], person["loyal"], person["patron"], person["tie"] = (
            figure,
            0.8,
            here.person(figure),
            0.8,
        )


def without_a_chief(here: Lab, question: Question) -> Question:
    """Leave the party's chief out of it, so that only secretaries speak for their regions."""
    here.single("rules")["dependence_on"] = 0
    return question


@pytest.mark.parametrize("seed", SEEDS)
def test_deference_moves_regions_towards_their_secretaries(seed: int) -> None:
    here = lab(seed)
    here.sets["assemblies"]["herd"] = 0.0  # members who look around may go further than their secretary
    question = without_a_chief(here, contest(here))
    for figure, sign in ((question.mover, 1), (question.target, -1)):
        tie_secretaries(here, figure)
        shares = []
        for deference in (0.0, 0.3, 0.6, 0.9):
            here.table("regions")["deference"] = deference
            shares.append(sign * congress(here, question))
        assert rising(shares)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_secretary_who_is_a_client_brings_his_branch(seed: int) -> None:
    here = lab(seed)
    question = without_a_chief(here, contest(here))
    shares = []
    for figure in (question.target, question.mover):
        tie_secretaries(here, figure)
        shares.append(congress(here, question))
    assert shares[1] > shares[0] + 0.02


def test_where_ideas_weigh_less_a_near_leader_wins_less_by_them() -> None:
    """The members stand where the mover stands; the less engaged they are, the less it helps him."""
    here = lab()
    question = without_a_chief(here, contest(here))
    here.table("regions")["mood"] = here.table("figures")["stated"][question.mover]
    here.table("regions")["deference"] = 0.2
    shares = []
    for engagement in (0.0, 0.3, 0.6, 0.9):
        here.table("regions")["engagement"] = engagement
        shares.append(congress(here, question))
    assert rising(shares)


def cells(here: Lab, question: Question) -> float:
    """Share of the whole membership for a question."""
    temper_regions(*here.both, question.motion, 4000)
    return members_share(*here.both, question)


@pytest.mark.parametrize("seed", SEEDS)
def test_members_who_look_around_in_their_cells_widen_the_majority_there(seed: int) -> None:
    here = lab(seed)
    question = without_a_chief(here, contest(here))
    here.table("regions")["deference"] = 0.3
    for figure, sign in ((question.mover, 1), (question.target, -1)):
        tie_secretaries(here, figure)
        here.table("regions")["mood"] = here.table("figures")["stated"][figure]
        here.sets["voting"]["swing"] = 0.0
        shares = []
        for herd in (0.0, 0.8, 1.6, 2.6):
            here.sets["assemblies"]["herd"] = herd
            shares.append(cells(here, question))
        if sign * (shares[0] - 0.5) > 0.1:  # a clear majority in most regions before anybody looks around
            assert rising([sign * share for share in shares])


@pytest.mark.parametrize("seed", SEEDS)
def test_members_too_shrink_from_punishing_those_never_condemned(seed: int) -> None:
    here = lab(seed)
    question = without_a_chief(here, contest(here))
    here.table("regions")["deference"] = 0.0
    assert rising([cells(here, question._replace(norm=norm)) for norm in (2.0, 1.0, 0.0, -1.0)])


@pytest.mark.parametrize("exponent", [1.5, 3.9, 5.0])
def test_stages_amplify_majorities_and_leave_extremes_and_evenness(exponent: float) -> None:
    for fixed in (0.0, 0.5, 1.0):
        assert staged(fixed, exponent) == pytest.approx(fixed, abs=1e-6)
    shares = np.linspace(0.55, 0.95, 9)
    assert all(staged(s, exponent) > s for s in shares)
    assert all(staged(s, exponent) == pytest.approx(1 - staged(1 - s, exponent)) for s in shares)
    assert rising([staged(s, exponent) for s in np.linspace(0, 1, 30)])


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.77, 1.0])
def test_an_assembly_counts_every_delegate_once(share: float) -> None:
    count = whole_votes(lab().parameters, 665, share)
    assert count.votes_for + count.votes_against + count.abstained == 665
    assert count.carried == (count.votes_for > count.votes_against)
    assert min(count[:3]) >= 0


def test_an_assembly_s_vote_follows_its_share() -> None:
    here = lab()
    here.sets["assemblies"]["herd"] = 0.0  # so that delegates are divided to begin with
    question = contest(here)
    count = assembly_vote(*here.both, 1000, question)
    assert count.votes_for + count.votes_against + count.abstained == 1000
    here.single("rules")["list_share"] = 0.95
    assert assembly_vote(*here.both, 1000, question).votes_for > count.votes_for


@pytest.mark.parametrize("seed", SEEDS)
def test_with_the_chief_on_trial_secretaries_depend_on_whoever_is_expected_to_prevail(seed: int) -> None:
    here = lab(seed)
    question = contest(here, chief=-1)
    here.single("rules")["lists"] = 0
    shares = []
    for dependence in (0.2, 1.5):
        here.sets["voting"]["dependence"] = dependence
        shares.append(congress(here, question))
    expected = common_terms(*here.both, question).authority
    assert expected == 0 or (shares[1] - shares[0]) * expected >= 0
