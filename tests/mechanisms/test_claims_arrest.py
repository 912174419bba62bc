"""Arrest and plenum: arms and consent; the police unites others; members may call the committee."""

from dataclasses import replace

import numpy as np
import pytest

from apparat.mechanisms import coalition, contests
from apparat.mechanisms.arrest import arms_odds, seize
from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.congress import fill_bodies
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.norms import norm_of
from apparat.world import codes
from tests.family import Plan
from tests.mechanisms.laboratory import Lab, lab, rising
from tests.properties.plans import opened

PLAN = Plan(figures=12, top=6, committee=12, police=True)
CHIEF, PREMIER, ARMY, POLICE = range(4)


def here(seed: int = 1) -> Lab:
    """A world early enough for the first holders still to be in office."""
    found = lab(seed, plan=replace(PLAN, seed=seed), months=1)
    found.single("clock")["journal"] = codes.J_FULL
    return found


def holder(found: Lab, post: int) -> int:
    """The figure in a post."""
    return int(found.table("people")["figure"][found.table("posts")["holder"][post]])


def befriend(found: Lab, figure: int, mover: int, target: int) -> None:
    """Leave a figure no doubt with whom he stands."""
    found.single("relations")[0, figure, [mover, target]] = 1.0, -1.0
    found.single("perceived")[0, figure, [mover, target]] = 0.0, 5.0
    found.table("figures")["strikes"][target] = 4.0


def is_out(found: Lab, figure: int) -> bool:
    """Whether a figure has been put out of everything."""
    return bool(found.table("people")["state"][found.person(figure)] == codes.EXPELLED)


def test_with_the_army_an_arrest_needs_no_vote() -> None:
    found = here()
    mover, target = holder(found, CHIEF), holder(found, POLICE)
    befriend(found, holder(found, ARMY), mover, target)
    before = int(found.single("tally")["events"][0])
    seize(*found.both, mover, target)
    events = found.table("events")[before : int(found.single("tally")["events"][0])]
    assert is_out(found, target)
    assert codes.E_ARRESTED in events["kind"]
    assert codes.E_VOTE not in events["kind"]
    assert found.table("posts")["holder"][POLICE] == codes.NOBODY


def test_who_commands_the_army_himself_needs_the_consent_of_the_top_body() -> None:
    found = here()
    mover, target = holder(found, ARMY), holder(found, PREMIER)
    before = int(found.single("tally")["events"][0])
    seize(*found.both, mover, target)
    events = found.table("events")[before : int(found.single("tally")["events"][0])]
    assert (events["kind"] == codes.E_VOTE).sum() == 1
    assert arms_odds(*found.both, mover, target, 0.37) == 0.37


def test_a_police_that_answers_to_its_chief_alone_leaves_him_unprotected() -> None:
    protected = []
    for autonomy in (0.0, 0.5, 1.0):
        found = here()
        found.single("rules")["autonomy"] = autonomy
        protected.append(-norm_of(*found.both, holder(found, POLICE), codes.EXPEL))
    assert rising(protected)


def test_the_targets_own_arm_is_of_no_use_against_him() -> None:
    found = here()
    mover, target = holder(found, CHIEF), holder(found, POLICE)
    found.single("rules")["army"] = codes.NOBODY
    seize(*found.both, mover, target)
    assert not is_out(found, target)
    assert found.table("figures")["lost"][mover] > 0


def test_the_police_alone_needs_a_majority_of_the_top_body() -> None:
    outcomes = set()
    for seed in range(12):
        found = here(seed)
        mover, target = holder(found, POLICE), holder(found, PREMIER)
        found.single("rules")["army"], found.single("rules")["autonomy"] = codes.NOBODY, 0.0
        before = int(found.single("tally")["events"][0])
        seize(*found.both, mover, target)
        events = found.table("events")[before : int(found.single("tally")["events"][0])]
        (vote,) = events[events["kind"] == codes.E_VOTE]
        assert vote["body"] == codes.TOP
        assert bool(vote["carried"]) == is_out(found, target)
        outcomes.add(is_out(found, target))
    assert False in outcomes


def test_odds_rise_with_the_armys_favour_and_with_the_majority() -> None:
    found = here()
    mover, target = holder(found, POLICE), holder(found, PREMIER)
    odds = [arms_odds(*found.both, mover, target, majority) for majority in (0.0, 0.5, 1.0)]
    assert rising(odds)
    befriend(found, holder(found, ARMY), mover, target)
    assert arms_odds(*found.both, mover, target, 0.0) > odds[0]


def test_the_more_the_police_answers_to_its_chief_alone_the_more_dangerous_he_looks_to_all_others() -> None:
    seen = []
    for autonomy in (0.0, 0.5, 1.0):
        found = here()
        found.single("rules")["autonomy"] = autonomy
        coalition.step(*found.both)
        feared = holder(found, POLICE)
        others = [f for f in found.figures() if f != feared]
        seen.append(found.single("perceived")[0][others, feared].copy())
    assert all((np.diff(column) >= 0).all() and column[-1] > column[0] for column in np.array(seen).T)


def arrests(plan: Plan) -> int:
    """Arrests in some runs of a plan."""
    count = 0
    for run in range(10):
        played = opened(replace(plan, seed=run), run=run)
        played.advance(plan.months)
        count += int((np.concatenate(played.events)["kind"] == codes.E_ARRESTED).sum())
    return count


def test_nobody_is_arrested_where_the_police_spares_the_party() -> None:
    assert arrests(replace(PLAN, police=False)) == 0
    assert arrests(PLAN) > 0


@pytest.mark.parametrize("demanded", [0, 1])
def test_out_of_session_the_committee_meets_only_if_its_members_may_demand_it(demanded: int) -> None:
    found = here()
    mover, target = found.figures()[:2]
    found.single("rules")["plenum"] = demanded
    found.table("bodies")["meets"][codes.COMMITTEE] = 100
    take_sides(*found.both, mover, target, codes.REMOVE_POST, 0.0)
    question = Question(mover, target, codes.REMOVE_POST, 0.0, -1)
    heard = contests.meets_on(*found.both, mover, question) or contests.meets_on(
        *found.both, target, question
    )
    assert heard == bool(demanded)


def test_a_plenum_is_convened_only_for_whom_enough_members_stand_with() -> None:
    found = here()
    mover, target = found.figures()[:2]
    found.table("bodies")["meets"][codes.COMMITTEE] = 100
    take_sides(*found.both, mover, target, codes.REMOVE_POST, 0.0)
    question = Question(mover, target, codes.REMOVE_POST, 50.0, -1)
    assert contests.meets_on(*found.both, target, question)
    assert not contests.meets_on(*found.both, mover, question)


def test_where_the_two_highest_offices_are_kept_apart_nobody_is_given_both() -> None:
    joined = []
    for separate in (0, 1):
        found = here()
        found.single("rules")["separate"] = separate
        chief = found.table("posts")["holder"][CHIEF]
        found.table("posts")["holder"][PREMIER] = codes.NOBODY
        found.table("people")["authority"][chief] = 1.0
        found.table("figures")["office"] = 0.0
        fill_bodies(*found.both, codes.NOBODY)
        joined.append(bool(found.table("posts")["holder"][PREMIER] == chief))
    assert joined == [True, False]


@pytest.mark.parametrize("seed", range(4))
def test_a_police_that_asks_nobody_strikes_for_its_chief_without_a_vote(seed: int) -> None:
    odds = []
    for autonomy in (0.0, 0.5, 1.0):
        found = here(seed)
        found.single("rules")["autonomy"] = autonomy
        odds.append(arms_odds(*found.both, holder(found, POLICE), holder(found, PREMIER), 0.2))
    assert rising(odds)
    mover, target = holder(found, POLICE), holder(found, PREMIER)
    before = int(found.single("tally")["events"][0])
    seize(*found.both, mover, target)
    events = found.table("events")[before : int(found.single("tally")["events"][0])]
    assert is_out(found, target)
    assert codes.E_VOTE not in events["kind"]


def test_nobody_else_strikes_with_a_police_that_answers_to_its_chief() -> None:
    odds = []
    for autonomy in (0.0, 1.0):
        found = here()
        mover, target = holder(found, CHIEF), holder(found, PREMIER)
        for arm in (ARMY, POLICE):
            befriend(found, holder(found, arm), target, mover)
        found.single("rules")["autonomy"] = autonomy
        odds.append(arms_odds(*found.both, mover, target, 0.5))
    assert odds[0] == odds[1]


def test_a_chief_of_the_police_who_lies_sick_strikes_at_nobody() -> None:
    found = here()
    found.single("rules")["autonomy"] = 1.0
    mover, target = holder(found, POLICE), holder(found, PREMIER)
    well = arms_odds(*found.both, mover, target, 0.2)
    found.table("figures")["capacity"][mover] = 0.2
    assert arms_odds(*found.both, mover, target, 0.2) < well
