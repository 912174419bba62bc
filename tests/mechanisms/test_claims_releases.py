"""Releases: by review where the police answers to others, many once the truth is told; it loses weight."""

import numpy as np
import pytest

from apparat.mechanisms import reform, releases
from apparat.world import codes
from tests.family import Plan
from tests.mechanisms.laboratory import Lab, lab, rising

POLICE = 3
HELD = 2_400_000.0


def here(autonomy: float = 0.0, *, told: bool = False, clears: bool = True) -> Lab:
    """A world with camps, in which a paper about them may have come out."""
    found = lab(1, plan=Plan(figures=10, top=6, committee=10))
    line = found.single("line")
    line["imprisoned"] = line["prisoners"] = HELD
    line["shock"] = 0.0
    found.single("rules")["autonomy"], found.single("rules")["police"] = autonomy, POLICE
    papers = found.table("documents")
    papers["clears"], papers["public"] = int(clears), 3 if told else codes.NOBODY
    return found


def freed(found: Lab, months: int = 1) -> float:
    """Share set free."""
    for _ in range(months):
        releases.step(*found.both)
    return float(1 - found.single("line")["prisoners"][0] / HELD)


def test_the_less_the_police_answers_to_its_chief_alone_the_more_are_freed() -> None:
    assert freed(here(1.0)) == 0.0
    assert rising([freed(here(autonomy)) for autonomy in (1.0, 0.6, 0.2, 0.0)])


def test_releases_jump_once_the_truth_is_told_and_by_no_other_paper() -> None:
    quiet, loud = freed(here()), freed(here(told=True))
    assert loud == pytest.approx(quiet + here().sets["releases"]["told"][0])
    assert freed(here(told=True, clears=False)) == quiet


def test_some_third_are_free_after_three_years_of_review() -> None:
    assert freed(here(), 34) == pytest.approx(1 - 1.6 / 2.4, abs=0.02)


def test_the_police_s_posts_lose_the_weight_that_rests_on_the_camps_and_no_others_do() -> None:
    found = here()
    classes = found.table("classes")
    kinds = classes["institution"][: found.single("n")["classes"][0]]
    own = kinds == classes["institution"][found.table("posts")["kind"][POLICE]]
    reform.step(*found.both)
    before = classes["weight"][: len(kinds)].copy()
    share = freed(found, 24)
    reform.step(*found.both)
    left = classes["weight"][: len(kinds)] / before
    assert np.allclose(left[own], 1 - found.sets["releases"]["works"][0] * share)
    assert np.allclose(left[~own], 1.0)


def test_those_who_come_home_are_felt_as_unrest_by_how_many_they_are() -> None:
    shocks = []
    for found in (here(1.0), here(), here(told=True)):
        share = freed(found)
        shocks.append(float(found.single("line")["shock"][0]))
        assert shocks[-1] == pytest.approx(found.sets["releases"]["returning"][0] * share)
    assert rising(shocks)


def test_nobody_is_freed_where_nobody_was_held() -> None:
    found = here(told=True)
    found.single("line")["imprisoned"] = found.single("line")["prisoners"] = 0.0
    before = found.state.tobytes()
    releases.step(*found.both)
    assert found.state.tobytes() == before
