"""Secrets: what contents do to standing, who wants them hidden, and how they come out."""

from collections.abc import Sequence

import numpy as np
import pytest

from apparat.mechanisms import doctrine, documents
from apparat.world import codes
from tests.mechanisms.laboratory import SEEDS, Lab, lab, rising

EFFECTS = (-0.3, 0.1, 0.0, -0.05)
PAPER = 0


def with_paper(seed: int = 1, effects: Sequence[float] = EFFECTS) -> Lab:
    """A world with a document about the first figures, written by one of them and known to nobody."""
    here = lab(seed)
    here.table("effects")[PAPER] = 0.0
    here.table("effects")[PAPER, : len(effects)] = effects
    here.table("knows")[PAPER] = 0
    return here


def standing(here: Lab) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Authority of the first figures."""
    return here.table("people")["authority"][[here.person(f) for f in range(len(EFFECTS))]].copy()


@pytest.mark.parametrize("weight", [0.3, 1.0, 2.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_contents_made_known_move_standing_by_exactly_their_weight(seed: int, weight: float) -> None:
    here = with_paper(seed)
    before, strikes = standing(here), here.table("figures")["strikes"][:4].copy()
    documents.shift(*here.both, PAPER, weight)
    effects = np.array(EFFECTS) * weight
    assert standing(here) == pytest.approx(np.clip(before + effects, 0.0, 1.0))
    verdict = np.maximum(-effects, 0.0) * here.sets["documents"]["strikes"][0]
    assert here.table("figures")["strikes"][:4] - strikes == pytest.approx(verdict)


def test_a_document_made_public_says_so_and_counts_in_full() -> None:
    here = with_paper()
    before = standing(here)
    documents._publish(*here.both, PAPER, 1.0)
    assert here.table("documents")["public"][PAPER] == here.single("clock")["month"][0]
    assert standing(here)[0] == pytest.approx(max(before[0] - 0.3, 0.0))


def leaks(knowers: int) -> int:
    """In how many of many runs a secret known to so many comes out in a month."""
    here = with_paper()
    here.sets["documents"]["leak"] = 0.01
    here.table("knows")[PAPER, :knowers] = 1
    count = 0
    for run in range(3000):
        here.single("clock")["run"] = run
        count += documents._leaks(*here.both, PAPER)
    return count


def test_a_secret_leaks_the_more_often_the_more_know_it() -> None:
    counts = [leaks(knowers) for knowers in (0, 1, 4, 10)]
    assert counts[0] == 0
    assert rising(counts)
    assert counts[3] == pytest.approx(300, abs=70)


def test_who_is_hurt_wants_it_hidden_and_his_rival_wants_it_known() -> None:
    here = with_paper(effects=(-0.3,))
    relations = here.table("relations")
    for feeling, sign in ((0.8, 1), (-0.8, -1)):
        relations[1, 0] = relations[0, 1] = feeling
        here.table("perceived")[1, 0] = 0.0
        assert np.sign(documents.harm_to(here.world, PAPER, 1, 0.3)) == sign
    assert documents.harm_to(here.world, PAPER, 0, 0.3) == pytest.approx(0.3)


def test_who_fears_the_man_it_hurts_wants_it_known_the_more() -> None:
    here = with_paper(effects=(-0.3,))
    harms = []
    for threat in (0.0, 0.5, 1.0):
        here.table("perceived")[1, 0] = threat
        harms.append(-documents.harm_to(here.world, PAPER, 1, 0.3))
    assert rising(harms)


def for_publication(criticised: int) -> float:
    """Mean votes for making a document known that harms so many of the committee beside one other."""
    votes = []
    for seed in SEEDS:
        here = with_paper(seed, effects=[-0.3] + [-0.25] * criticised)
        for run in range(20):
            here.single("clock")["run"] = run
            count, _, hurt = documents.put_document(*here.both, PAPER, codes.COMMITTEE, -1)
            assert hurt == 0
            votes.append(count.votes_for)
    return float(np.mean(votes))


def test_the_vote_for_secrecy_grows_with_the_number_of_voters_criticised() -> None:
    assert rising([-for_publication(criticised) for criticised in (0, 2, 5)])


def test_what_comes_out_against_leaders_shocks_by_what_they_lose_and_the_shock_subsides() -> None:
    here = with_paper()
    documents.shift(*here.both, PAPER, 0.5)
    line = here.single("line")
    shock = 0.5 * 0.35 * here.sets["documents"]["dismay"][0]
    assert line["shock"][0] == pytest.approx(shock)
    quiet = float(line["failure"][0])
    doctrine._question_of_the_day(*here.both)
    assert line["shock"][0] == pytest.approx(shock * (1.0 - here.sets["doctrine"]["soothing"][0]))
    assert line["failure"][0] - quiet > 0


def test_praise_that_comes_out_shocks_nobody() -> None:
    here = with_paper(effects=(0.3, 0.1, 0.0, 0.0))
    documents.shift(*here.both, PAPER, 1.0)
    assert here.single("line")["shock"][0] == 0.0
