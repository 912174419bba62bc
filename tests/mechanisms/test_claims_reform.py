"""Reform: dated changes act in their month; a rule hits whom it names, and they remember who brought it."""

import numpy as np
import pytest

from apparat.mechanisms import coalition, patronage, reform
from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.norms import norm_of_rule
from apparat.world import codes
from tests.family import Plan
from tests.mechanisms.laboratory import SEEDS, Lab, committee, lab, rising
from tests.properties.plans import opened

PLAN = Plan(figures=10, top=6, committee=10, motions=True)
HIT, OFFICE, SPARED = 0, 3, 4
"""Classes of the family's reform: secretaries are moved, an office loses weight; one it leaves alone."""
REFORM = 6


def here(seed: int = 1) -> Lab:
    """A world with the family's rules, before the reform of tenure has its date."""
    return lab(seed, plan=Plan(**{**vars(PLAN), "seed": seed}))


def reformed(months: int, seed: int = 1) -> tuple[Lab, int, int]:
    """A world in which the second strongest has brought the reform; he and the strongest."""
    found = here(seed)
    strongest, author = found.figures()[:2]
    reform.enact(found.world, REFORM, 1, author, codes.TOP)
    for _ in range(months):
        reform.step(*found.both)
    return found, strongest, author


@pytest.mark.parametrize(
    ("month", "body", "column", "value"),
    [
        (6, codes.COMMITTEE, "numerator", 3),
        (6, codes.COMMITTEE, "denominator", 5),
        (15, codes.COMMITTEE, "meets", 3),
        (18, codes.COMMITTEE, "secret", 1),
        (20, codes.BUREAU, "size", 0),
    ],
)
def test_a_dated_change_of_a_body_acts_in_its_month(month: int, body: int, column: str, value: int) -> None:
    run = opened(PLAN)
    run.advance(month)
    before = run.world["bodies"][0][body][column].copy()
    run.advance(month + 1)
    assert before != value
    assert run.world["bodies"][0][body][column] == value


def test_a_dated_change_of_how_far_a_rule_goes_acts_while_the_rule_stands() -> None:
    found = here()
    statutes, rules = found.table("statutes"), found.single("rules")
    statutes["kind"][REFORM], statutes["in_force"][REFORM], rules["autonomy"] = codes.POLICE, 1, 0.7
    found.table("amendments")[0] = (0, codes.CHANGES_RULE, REFORM, 0.2, 0.0, 0)
    found.single("clock")["month"] = 0
    reform.step(*found.both)
    assert rules["autonomy"][0] == 0.2


def test_seats_abolished_are_lost_by_those_of_least_authority() -> None:
    found = here()
    body = found.table("bodies")[codes.TOP]
    seats = found.table("seats")["person"][body["first"] : body["first"] + body["size"]].copy()
    found.table("amendments")[0] = (0, codes.CHANGES_QUOTA, codes.TOP, 2.0, 0.0, 0)
    found.single("clock")["month"] = 0
    reform.step(*found.both)
    left = found.table("seats")["person"][body["first"] : body["first"] + 2]
    authority = found.table("people")["authority"]
    assert set(left) == set(seats[np.argsort(authority[seats])][-2:])


def test_a_reform_moves_and_lightens_whom_it_names_in_proportion_and_nobody_else() -> None:
    found = here()
    before = found.table("classes").copy()
    reform.enact(found.world, REFORM, 1, codes.NOBODY, codes.TOP)
    after = found.table("classes")
    assert after["churn"][HIT] == pytest.approx(0.05)
    assert after["weight"][OFFICE] == pytest.approx(0.5 * before["weight"][OFFICE])
    assert after["weight"][SPARED] == before["weight"][SPARED]
    assert after["churn"][SPARED] == 0


def test_a_reform_that_is_lifted_leaves_posts_as_they_were() -> None:
    found = here()
    before = found.table("classes").copy()
    reform.enact(found.world, REFORM, 1, codes.NOBODY, codes.TOP)
    reform.enact(found.world, REFORM, 0, codes.NOBODY, codes.TOP)
    assert (found.table("classes") == before).all()


def against(found: Lab, author: int, strongest: int) -> float:
    """Expected share of the committee for the strongest against the author."""
    take_sides(*found.both, strongest, author, codes.POLICY, 0.0)
    return committee(found, Question(strongest, author, codes.POLICY, 0.0, -1))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_longer_a_reform_hurts_members_posts_the_more_of_them_turn_against_its_author(seed: int) -> None:
    shares = []
    for months in (0, 6, 24):
        found, strongest, author = reformed(months, seed)
        found.table("figures")["side"] = 0
        found.single("harm")[0, REFORM, :8] = 0.7
        shares.append(against(found, author, strongest))
    assert rising(shares, strictly=False)


def test_some_committee_turns() -> None:
    def share(months: int, seed: int) -> float:
        found, strongest, author = reformed(months, seed)
        found.single("harm")[0, REFORM, :8] = 0.7
        return against(found, author, strongest)

    assert any(share(24, seed) > share(0, seed) + 0.01 for seed in SEEDS)


def test_who_answers_for_a_reform_unsettles_his_clients_and_nobody_elses() -> None:
    found, strongest, author = reformed(12)
    insecurity = found.table("figures")["insecurity"]
    calm, _, _ = reformed(0)
    assert insecurity[author] > calm.table("figures")["insecurity"][author]
    assert insecurity[strongest] == calm.table("figures")["insecurity"][strongest]


def test_what_is_lifted_is_forgotten() -> None:
    found, _, _ = reformed(24)
    felt = found.table("statutes")["felt"][REFORM].copy()
    reform.enact(found.world, REFORM, 0, codes.NOBODY, codes.TOP)
    for _ in range(24):
        reform.step(*found.both)
    assert found.table("statutes")["felt"][REFORM] < 0.5 * felt


def test_a_reform_that_gains_a_class_wins_its_votes() -> None:
    found, strongest, author = reformed(24)
    found.single("harm")[0, REFORM, :8] = -0.7
    favoured = against(found, author, strongest)
    found.single("harm")[0, REFORM, :8] = 0.7
    assert against(found, author, strongest) > favoured


def test_ties_to_whoever_answers_for_a_harmful_rule_end_in_a_grudge_and_other_ties_do_not() -> None:
    found, strongest, author = reformed(24)
    secretaries = found.table("posts")["holder"][found.table("posts")["kind"] == HIT]
    secretaries = secretaries[secretaries >= 0]
    ties = {}
    for patron in (author, strongest):
        found.table("people")["patron"][secretaries] = found.person(patron)
        found.table("people")["tie"][secretaries] = 0.4
        for _ in range(48):
            reform.step(*found.both)
            patronage.step(*found.both)
        ties[patron] = found.table("people")["tie"][secretaries].copy()
    assert (ties[author] < 0).all()
    assert (ties[strongest] >= 0).all()


def filled(seed: int, months: int) -> float:
    """Share against a chief in a committee of his own men, in posts that his rule harms, after a time."""
    found = here(seed)
    rival, chief = found.figures()[:2]
    body = found.table("bodies")[codes.COMMITTEE]
    men = found.table("seats")["person"][body["first"] : body["first"] + body["size"]]
    men = men[
        (found.table("people")["figure"][men] != chief) & (found.table("people")["figure"][men] != rival)
    ]
    people = found.table("people")
    people["patron"][men], people["tie"][men] = found.person(chief), 0.6
    people["root"][men], people["loyal"][men] = chief, 0.6
    found.single("harm")[0, REFORM, :8] = 0.8
    reform.enact(found.world, REFORM, 1, chief, codes.TOP)
    for _ in range(months):
        reform.step(*found.both)
        patronage.step(*found.both)
    return against(found, chief, rival)


@pytest.mark.parametrize("seed", range(6))
def test_a_committee_that_its_chief_filled_saves_him_until_his_rules_have_hurt_it_long_enough(
    seed: int,
) -> None:
    assert filled(seed, 0) < filled(seed, 36)


def test_a_reform_that_stood_before_the_opening_is_felt_as_if_its_months_had_been_played() -> None:
    played, _, _ = reformed(9)
    found = here()
    statute = found.table("statutes")[REFORM]
    statute["in_force"], statute["author"], statute["since"] = 1, found.figures()[1], -9
    reform.felt_before(*found.both, REFORM)
    assert statute["felt"] == pytest.approx(played.table("statutes")["felt"][REFORM])
    statute["author"], statute["felt"] = codes.NOBODY, 0.0
    reform.felt_before(*found.both, REFORM)
    assert statute["felt"] == 0


OFFICES, CHIEF, PREMIER = 3, 0, 1


def both_in_one_hand() -> Lab:
    """A world in which the chief has taken the premiership as well."""
    found = here()
    rules, posts = found.single("rules"), found.table("posts")
    rules["premier"] = PREMIER
    posts["holder"][PREMIER] = posts["holder"][CHIEF]
    return found


def test_setting_the_top_offices_apart_parts_them_and_leaves_the_party_s() -> None:
    found = both_in_one_hand()
    chief = int(found.table("posts")["holder"][CHIEF])
    found.table("statutes")["in_force"][OFFICES] = 0
    reform.enact(found.world, OFFICES, 1, 0, codes.COMMITTEE)
    assert found.table("posts")["holder"][CHIEF] == chief
    assert found.table("posts")["holder"][PREMIER] == codes.NOBODY
    assert found.table("people")["post"][chief] == CHIEF


def test_what_members_expect_fades_by_degrees_and_a_new_pact_makes_it_fresh() -> None:
    found = here()
    rules = found.single("rules")
    found.table("statutes")["in_force"][OFFICES] = 0
    reform.enact(found.world, OFFICES, 1, 0, codes.COMMITTEE)
    fresh = []
    for _ in range(4):
        fresh.append(float(rules["custom"][0]))
        reform.step(*found.both)
    assert fresh[0] == 1.0
    assert np.allclose(np.diff(np.log(fresh)), np.log1p(-found.sets["reform"]["fading"][0]))
    reform.enact(found.world, OFFICES, 0, 0, codes.COMMITTEE)
    assert 0 < rules["custom"][0] < 1
    reform.enact(found.world, OFFICES, 1, 0, codes.COMMITTEE)
    assert rules["custom"][0] == 1.0


def test_the_fresher_the_wish_for_two_hands_the_more_it_takes_to_lift_the_rule() -> None:
    norms = []
    for custom in (0.0, 0.5, 1.0):
        found = here()
        found.single("rules")["custom"] = custom
        found.table("statutes")["in_force"][OFFICES] = 1
        norms.append(norm_of_rule(*found.both, OFFICES))
        found.table("statutes")["in_force"][OFFICES] = 0
        assert norm_of_rule(*found.both, OFFICES) == 0.0
        assert norm_of_rule(*found.both, REFORM) == 0.0
    assert norms[0] == 0.0
    assert rising(norms)


def test_both_top_offices_in_one_hand_look_the_more_dangerous_the_fresher_the_wish_for_two() -> None:
    looks = []
    for custom in (0.0, 0.5, 1.0):
        found = both_in_one_hand()
        found.sets["coalition"]["fog"] = 0.0
        found.single("rules")["custom"] = custom
        chief = int(found.table("people")["figure"][found.table("posts")["holder"][CHIEF]])
        coalition.step(*found.both)
        other = next(f for f in found.figures() if f != chief)
        looks.append(float(found.table("perceived")[other, chief]))
        assert found.table("figures")["power"][chief] > 0
    assert rising(looks)
