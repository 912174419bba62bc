"""Motions on rules: who would gain moves, members vote their interest, the right body decides."""

from dataclasses import replace

import numpy as np
import pytest

from apparat.mechanisms import motions, plans
from apparat.mechanisms.advantage import advantage, reckon
from apparat.mechanisms.coalition import relate
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.month import defaults
from apparat.mechanisms.reform import put_at_issue
from apparat.world import codes
from tests.family import Plan
from tests.mechanisms.laboratory import Lab, Rows, committee, lab, rising
from tests.properties.plans import opened

PLAN = Plan(figures=10, top=6, committee=10, motions=True)
BAN, LISTS, BALLOT, OFFICES, PLENUM, SPARING, REFORM = range(7)


def here(seed: int = 1) -> Lab:
    """A world with the family's rules."""
    return lab(seed, plan=replace(PLAN, seed=seed))


def gain(found: Lab, rule: int, figure: int) -> float:
    """What a figure gains by a rule's being in force."""
    reckon(*found.both, rule)
    return advantage(*found.both, rule, figure)


def chief_of(found: Lab) -> int:
    """The figure in the chief's post."""
    holder = found.table("posts")["holder"][found.single("rules")["chief"][0]]
    return int(found.table("people")["figure"][holder])


def test_who_is_condemned_loses_by_the_ban_and_who_fears_him_gains() -> None:
    found = here()
    condemned, other = found.figures()[:2]
    found.table("figures")["strikes"] = 0.0
    assert gain(found, BAN, condemned) == 0
    found.table("figures")["strikes"][condemned] = 3.0
    assert gain(found, BAN, condemned) < 0 < gain(found, BAN, other)
    before = gain(found, BAN, other)
    found.single("perceived")[0, other, condemned] *= 2
    assert gain(found, BAN, other) > before


def test_the_maker_of_lists_gains_by_them_as_do_his_friends_and_secrecy_costs_them() -> None:
    found = here()
    chief = chief_of(found)
    friend = next(f for f in found.figures() if f != chief)
    before = gain(found, LISTS, friend)
    relate(found.world, friend, chief, 0.5)
    assert gain(found, LISTS, chief) == 1
    assert gain(found, LISTS, friend) > before
    assert gain(found, BALLOT, friend) == -gain(found, LISTS, friend)


def test_who_has_his_men_in_the_committee_gains_by_plenums_on_demand() -> None:
    found = here()
    leader = found.figures()[0]
    before = gain(found, PLENUM, leader)
    found.table("figures")["following"][leader] += 0.2
    assert gain(found, PLENUM, leader) > before


def test_a_reform_pays_whoever_fills_the_posts_it_empties_and_costs_those_whose_men_are_moved() -> None:
    found = here()
    secretaries = found.table("posts")["holder"][found.table("posts")["kind"] == 0]
    chief = chief_of(found)
    victim = next(f for f in found.figures() if f != chief)
    people = found.table("people")
    people["root"][secretaries], people["loyal"][secretaries] = victim, 0.6
    reckon(*found.both, REFORM)
    assert found.table("figures")["shift"][victim] < 0 < found.table("figures")["shift"][chief]


def test_what_a_reform_takes_from_a_rival_counts_as_far_as_he_is_feared() -> None:
    gains = []
    for strength in (0.0, 1.0, 3.0):
        found = here()
        leader, rival = found.figures()[:2]
        found.single("perceived")[0, leader, :] = 0.3
        found.single("perceived")[0, leader, rival] = strength
        reckon(*found.both, REFORM)
        found.table("figures")["shift"] = 0.0
        found.table("figures")["shift"][rival] = -0.1
        gains.append(advantage(*found.both, REFORM, leader))
    assert gains[0] == 0
    assert rising(gains)


def moved(procedure: float, upheaval: float, runs: range = range(12)) -> int:
    """Votes on rules in some runs."""
    count = 0
    for run in runs:
        chosen = defaults()
        for name, value in (("procedure", procedure), ("drafting", procedure), ("upheaval", upheaval)):
            chosen["agenda"][name] = value
        played = opened(replace(PLAN, seed=run, condemned=True), run=run, parameters=chosen)
        played.advance(PLAN.months)
        events = np.concatenate(played.events)
        count += int(((events["kind"] == codes.E_VOTE) & (events["motion"] == codes.RULE_CHANGE)).sum())
    return count


def test_motions_on_rules_are_rarer_the_less_they_are_thought_of_and_the_more_they_cost() -> None:
    assert moved(0.0, 0.0) == 0
    assert moved(0.6, 0.0) > moved(0.15, 0.15)


def test_a_rule_that_is_closed_or_just_changed_is_left_alone() -> None:
    found = here()
    assert motions.may_move(*found.both, REFORM)
    found.table("statutes")["since"][REFORM] = found.single("clock")["month"][0] - 1
    assert not motions.may_move(*found.both, REFORM)
    found.table("statutes")["since"][REFORM] = -1
    found.table("statutes")["open"][REFORM] = 0
    assert not motions.may_move(*found.both, REFORM)


@pytest.mark.parametrize("seed", range(6))
def test_members_vote_against_a_rule_that_hits_their_posts(seed: int) -> None:
    found = here(seed)
    mover, rival = found.figures()[:2]
    motions.take_sides_on_rule(*found.both, REFORM, mover, rival)
    question = Question(mover, rival, codes.RULE_CHANGE, 0.0, -1)
    shares = []
    for harm in (0.0, 0.9):
        found.single("harm")[0, REFORM, :8] = harm
        put_at_issue(found.world, REFORM)
        shares.append(committee(found, question))
    assert shares[1] < shares[0]


def events_of(run: int) -> Rows:
    """The journal of a run in which rules are much thought of."""
    chosen = defaults()
    chosen["agenda"]["procedure"], chosen["agenda"]["upheaval"] = 0.6, 0.0
    played = opened(replace(PLAN, seed=run, condemned=True), run=run, parameters=chosen)
    played.advance(PLAN.months)
    return np.concatenate(played.events)


def test_a_motion_that_the_congress_decides_waits_for_the_congress() -> None:
    decided = 0
    for run in range(30):
        events = events_of(run)
        votes = events[(events["kind"] == codes.E_VOTE) & (events["motion"] == codes.RULE_CHANGE)]
        for vote in votes[np.isin(votes["body"], (codes.CONGRESS, codes.CONFERENCE))]:
            met = events[(events["kind"] == codes.E_SESSION) & (events["month"] == vote["month"])]
            assert vote["body"] in met["body"] or codes.CONGRESS in met["body"]
            asked = votes[(votes["value"] == vote["value"]) & (votes["body"] == codes.TOP)]
            assert (asked["month"] <= vote["month"]).any()
            decided += 1
    assert decided > 0


def test_an_attack_on_an_ally_is_a_breach() -> None:
    breaches = [event for run in range(12) for event in events_of(run) if event["kind"] == codes.E_BREACH]
    assert breaches
    assert all(event["actor"] and event["target"] for event in breaches)


def test_who_drafts_the_agenda_thinks_of_the_rules_and_hopes_for_a_remedy_while_his_policy_fails() -> None:
    found = here()
    chief = chief_of(found)
    other = next(f for f in found.figures() if f != chief)
    line = found.single("line")
    assert plans._procedure(*found.both, chief) > plans._procedure(*found.both, other)
    hopes = []
    for failure in (0.0, 0.4, 0.8):
        line["failure"] = failure
        hopes.append(plans._remedy(*found.both, REFORM, chief))
        assert plans._remedy(*found.both, REFORM, other) == plans._remedy(*found.both, BAN, chief) == 0
    assert hopes[0] == 0
    assert rising(hopes)
    found.single("rules")["agenda_on"] = 0
    assert plans._remedy(*found.both, REFORM, chief) == 0
    assert plans._procedure(*found.both, chief) == plans._procedure(*found.both, other)


def left_behind(felt: float) -> tuple[Lab, int]:
    """A world in which a rule that harms the committee's posts stands, its author fallen; and its number."""
    found = here()
    statutes, figures = found.table("statutes"), found.table("figures")
    author = found.figures()[-1]
    statutes["in_force"][REFORM], statutes["author"][REFORM] = 1, author
    statutes["felt"][REFORM] = felt
    found.single("harm")[0, REFORM] = 0.5
    found.single("turning")[0, REFORM], found.single("lightening")[0, REFORM] = 0.0, 0.0
    figures["seated"][author] = codes.NOBODY
    return found, author


def test_lifting_a_fallen_leader_s_rule_pays_the_more_it_is_felt() -> None:
    worths = []
    for felt in (0.0, 0.5, 1.0):
        found, author = left_behind(felt)
        mover = next(f for f in found.figures() if f != author)
        worths.append(motions.worth_of(*found.both, REFORM, mover))
        assert motions.aimed_at(*found.both, REFORM, mover) >= 0
    assert rising(worths)


def test_while_its_author_sits_a_rule_is_nobody_else_s_to_win_by() -> None:
    worths = []
    for felt in (0.0, 1.0):
        found, author = left_behind(felt)
        found.table("figures")["seated"][author] = 1
        mover = next(f for f in found.figures() if f != author)
        worths.append(motions.worth_of(*found.both, REFORM, mover))
    assert worths[0] == worths[1]
