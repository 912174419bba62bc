"""Votes by roll: ballots, dependence, norms and majorities, other things equal."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apparat.mechanisms.leanings import temper_body
from apparat.mechanisms.norms import norm_of
from apparat.mechanisms.voting import expected_share, passes, vote
from apparat.world import codes
from tests.mechanisms.laboratory import SEEDS, Lab, committee, contest, lab, rising


def unanimity(here: Lab, *, draws: int = 60) -> float:
    """How one-sided the committee's vote on one question is, over many draws."""
    sizes = []
    question = contest(here)
    for run in range(draws):
        here.single("clock")["run"] = run
        count = vote(*here.both, codes.COMMITTEE, question)
        cast = max(count.votes_for + count.votes_against, 1)
        sizes.append(abs(count.votes_for - count.votes_against) / cast)
    return float(np.mean(sizes))


def test_a_secret_ballot_is_less_unanimous_than_an_open_one() -> None:
    difference = []
    for seed in SEEDS:
        here = lab(seed)
        opened = unanimity(here)
        here.table("bodies")["secret"] = 1
        difference.append(opened - unanimity(here))
    assert np.mean(difference) > 0.05


@pytest.mark.parametrize("seed", SEEDS)
def test_dependence_on_the_chief_helps_his_side(seed: int) -> None:
    here = lab(seed)
    question = contest(here)
    shares = []
    for switch in (0, 1):
        here.single("rules")["dependence_on"] = switch
        shares.append(committee(here, question))
    assert rising(shares)


def test_a_secret_ballot_frees_from_dependence() -> None:
    here = lab()
    here.table("bodies")["secret"] = 1
    question = contest(here)
    shares = []
    for switch in (0, 1):
        here.single("rules")["dependence_on"] = switch
        shares.append(committee(here, question))
    assert shares[0] == shares[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_stronger_the_norm_the_fewer_vote_to_punish(seed: int) -> None:
    here = lab(seed)
    question = contest(here)
    shares = [committee(here, question._replace(norm=norm)) for norm in (0.0, 1.0, 2.0, 4.0)]
    assert rising([-s for s in shares])


@pytest.mark.parametrize("motion", [codes.REMOVE_POST, codes.REMOVE_BODY, codes.EXPEL])
def test_earlier_condemnations_wear_the_norm_down(motion: int) -> None:
    here = lab()
    norms = []
    for strikes in (0.0, 1.0, 2.0, 3.0):
        here.table("figures")["strikes"][1] = strikes
        norms.append(-norm_of(*here.both, 1, motion))
    assert rising(norms)


def norm_with(ban: int, **record: float) -> float:
    """The norm against expelling a figure of a given record, with or without the ban on factions."""
    here = lab()
    here.single("rules")["ban"] = ban
    for column, value in {"strikes": 0.0, "charges": 0.0, **record}.items():
        here.table("figures")[column][1] = value
    return norm_of(*here.both, 1, codes.EXPEL)


def test_charges_of_factionalism_count_under_the_ban_only() -> None:
    assert norm_with(1, charges=3.0) < norm_with(1)
    assert norm_with(0, charges=3.0) == norm_with(0)


def test_condemnations_weigh_more_under_the_ban() -> None:
    assert norm_with(1, strikes=2.0) < norm_with(0, strikes=2.0) < norm_with(0)


def test_the_norm_rises_with_the_penalty_and_with_rank() -> None:
    here = lab()
    here.table("figures")["strikes"][1] = here.table("figures")["charges"][1] = 0.0
    ladder = (codes.CONDEMN, codes.REMOVE_POST, codes.REMOVE_BODY, codes.EXPEL)
    assert rising([norm_of(*here.both, 1, motion) for motion in ladder])
    norms = []
    for office in (0.0, 0.5, 1.0):
        here.table("figures")["office"][1] = office
        norms.append(norm_of(*here.both, 1, codes.EXPEL))
    assert rising(norms)


@pytest.mark.parametrize("seed", SEEDS)
def test_who_looks_dangerous_is_voted_against(seed: int) -> None:
    here = lab(seed)
    question = contest(here)
    shares = []
    for menace in (0.5, 1.0, 1.6):
        here.table("figures")["menace"][question.target] = menace
        shares.append(committee(here, question))
    assert rising(shares)


@pytest.mark.parametrize("seed", SEEDS)
def test_clients_vote_with_their_patron(seed: int) -> None:
    here = lab(seed)
    question = contest(here)
    shares = []
    for loyal in (0.0, 0.3, 0.9):
        people = here.table("people")
        people["root"], people["loyal"] = question.mover, loyal
        shares.append(committee(here, question))
    assert rising(shares)


@given(st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_a_motion_passes_with_the_majority_of_its_body(ayes: int, noes: int) -> None:
    here = lab()
    assert passes(here.world, codes.COMMITTEE, ayes, noes) == (ayes > noes)
    assert passes(here.world, codes.JOINT, ayes, noes) == (ayes > 0 and 3 * ayes >= 2 * (ayes + noes))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_united_top_body_asks_breaks_less_of_a_norm_for_the_committee(seed: int) -> None:
    here = lab(seed)
    question = contest(here, norm=3.0)
    figures = here.table("figures")
    for side, strictly in ((1, True), (0, False), (-1, False)):
        figures["side"][figures["seated"] >= 0] = side
        shares = []
        for sanction in (0.0, 0.5, 1.0):
            here.sets["voting"]["sanction"] = sanction
            shares.append(committee(here, question))
        assert rising(shares, strictly=strictly)
        assert strictly or shares[0] == shares[-1]


def test_the_top_body_itself_looks_up_to_nobody() -> None:
    here = lab()
    question = contest(here, norm=3.0)
    figures = here.table("figures")
    figures["side"][figures["seated"] >= 0] = 1
    temper_body(*here.both, codes.TOP, question.motion)
    shares = []
    for sanction in (0.0, 1.0):
        here.sets["voting"]["sanction"] = sanction
        shares.append(expected_share(*here.both, codes.TOP, question))
    assert shares[0] == shares[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_holds_the_highest_rank_loses_where_nobody_follows_him(seed: int) -> None:
    """Formal office and influence are apart: rank adds no vote to its holder's motion, ties do."""
    here = lab(seed)
    question = contest(here)
    here.single("rules")["dependence_on"] = 0
    figures, people = here.table("figures"), here.table("people")
    shares = []
    for rank in (0.0, 0.5, 1.0):
        figures["office"][question.mover] = rank
        shares.append(committee(here, question))
    assert rising([-share for share in shares], strictly=False)
    people["root"], people["loyal"] = question.target, 0.9
    figures["pull"][question.target] = -1.0
    figures["side"][np.arange(len(figures)) != question.mover] = -1
    assert committee(here, question) < min(0.5, *shares)


@pytest.mark.parametrize("chief", [1, -1])
def test_a_hostile_top_body_votes_a_motion_down_whoever_sets_the_agenda(chief: int) -> None:
    passed = []
    for agenda in (0, 1):
        carried = 0
        for seed in SEEDS:
            here = lab(seed)
            here.single("rules")["agenda_on"] = agenda
            question = contest(here, chief=chief)
            figures = here.table("figures")
            figures["side"][figures["seated"] >= 0] = -1
            figures["side"][question.mover] = 1
            carried += int(vote(*here.both, codes.TOP, question).carried)
        passed.append(carried / len(SEEDS))
    assert passed[0] == passed[1] < 0.5
