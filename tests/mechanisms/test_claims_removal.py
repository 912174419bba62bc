"""Removing a chief: the committee that he filled decides, papers need leave, and the defeated are spared."""

from dataclasses import replace

import numpy as np
import pytest

from apparat.mechanisms import coalition, contests
from apparat.mechanisms.coalition import spread_sides, take_sides
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.month import defaults
from apparat.mechanisms.norms import norm_of
from apparat.world import codes
from tests.family import Plan
from tests.mechanisms.laboratory import SEEDS, Lab, Rows, committee, lab, rising
from tests.properties.plans import opened

PLAN = Plan(figures=20, top=5, committee=20)
CLIENTS = (0, 4, 8, 12)


def members(found: Lab, kind: int) -> Rows:
    """Rows of a body's members."""
    body = found.table("bodies")[kind]
    rows: Rows = found.table("seats")["person"][body["first"] : body["first"] + body["size"]]
    return rows


def tried(seed: int, clients: int, top: int) -> float:
    """Expected share of the committee for dismissing the chief, if so many of it are his clients, all others
    are nobody's, and the rest of the top body stands on a side: +1 against him.
    """
    found = lab(seed, plan=replace(PLAN, seed=seed))
    people, figures = found.table("people"), found.table("figures")
    chief = int(people["figure"][found.table("posts")["holder"][found.single("rules")["chief"][0]]])
    rival = next(f for f in found.figures() if f != chief)
    others = people["figure"][members(found, codes.TOP)]
    others = others[~np.isin(others, (chief, rival))]
    plain = members(found, codes.COMMITTEE)
    plain = plain[~np.isin(people["figure"][plain], (chief, rival, *others))]
    people["patron"][plain], people["root"][plain], people["loyal"][plain] = codes.NOBODY, codes.NOBODY, 0.0
    own = plain[:clients]
    people["patron"][own], people["tie"][own] = found.person(chief), 0.6
    people["root"][own], people["loyal"][own] = chief, 0.6
    take_sides(*found.both, rival, chief, codes.REMOVE_POST, 0.0)
    figures["side"][people["figure"][plain]] = 0
    figures["side"][others] = top
    spread_sides(found.world)
    return committee(found, Question(rival, chief, codes.REMOVE_POST, 0.0, -1))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("top", [-1, 1])
def test_the_more_of_the_committee_are_a_chief_s_clients_the_fewer_dismiss_him(seed: int, top: int) -> None:
    assert rising([-tried(seed, clients, top) for clients in CLIENTS])


@pytest.mark.parametrize("seed", range(4))
def test_clients_in_the_committee_overturn_a_top_body_that_is_united_against_its_chief(seed: int) -> None:
    shares = [tried(seed, clients, 1) for clients in CLIENTS]
    assert shares[0] > 0.5 > shares[-1]


def test_where_the_defeated_are_spared_the_norm_against_their_expulsion_and_arrest_grows_and_no_other() -> (
    None
):
    found = lab(1, plan=PLAN)
    target = found.figures()[1]
    motions = (codes.CONDEMN, codes.REMOVE_POST, codes.REMOVE_BODY, codes.EXPEL, codes.ARREST)
    norms = []
    for mercy in (0, 1):
        found.single("rules")["mercy"] = mercy
        norms.append([norm_of(*found.both, target, motion) for motion in motions])
    grown = np.array(norms[1]) > np.array(norms[0])
    assert grown.tolist() == [False, False, False, True, True]
    assert norms[0][:3] == norms[1][:3]


def heard(seed: int) -> tuple[bool, bool]:
    """Whether the top body gives leave to make a paper known that is handed to it, and whether it is then."""
    chosen = defaults()
    chosen["documents"]["leak"] = 0.0
    run = opened(replace(PLAN, seed=seed), parameters=chosen)
    run.world["documents"]["body"][0, 0] = codes.TOP
    handed = int(run.world["documents"]["handed"][0, 0])
    run.advance(handed + 1)
    events = np.concatenate(run.events)
    (vote,) = events[(events["kind"] == codes.E_VOTE) & (events["motion"] == codes.REVEAL)]
    assert vote["body"] == codes.TOP
    return bool(vote["carried"]), bool(run.world["documents"]["public"][0, 0] == handed)


def test_a_paper_handed_to_the_top_body_is_made_known_with_its_leave_alone() -> None:
    assert {heard(seed) for seed in SEEDS} == {(True, True), (False, False)}


def counted(clients: int, skill: float, seed: int) -> bool:
    """Whether a rival moves against a chief of whose committee so many are clients."""
    found = lab(seed, plan=replace(PLAN, seed=seed))
    people = found.table("people")
    chief = int(people["figure"][found.table("posts")["holder"][found.single("rules")["chief"][0]]])
    rival = next(f for f in found.figures() if f != chief)
    plain = members(found, codes.COMMITTEE)
    plain = plain[~np.isin(people["figure"][plain], (chief, rival))]
    people["patron"][plain], people["root"][plain], people["loyal"][plain] = codes.NOBODY, codes.NOBODY, 0.0
    for own, patron in ((plain[:clients], chief), (plain[clients:], rival)):
        people["patron"][own], people["tie"][own] = found.person(patron), 0.8
        people["root"][own], people["loyal"][own] = patron, 0.8
    found.single("rules")["plenum"], found.single("rules")["agenda_on"] = 1, 0
    found.table("figures")["skill"][rival], found.table("figures")["strikes"][chief] = skill, 4.0
    found.sets["contests"]["count"] = 1.0
    found.single("clock")["journal"] = codes.J_FULL
    contests.contest(*found.both, rival, chief, codes.REMOVE_POST, 0.5)
    return bool(found.table("figures")["last_move"][rival] == found.single("clock")["month"][0])


@pytest.mark.parametrize("seed", range(6))
def test_who_can_count_waits_until_half_the_committee_is_expected_to_be_with_him(seed: int) -> None:
    every = len(members(lab(seed, plan=replace(PLAN, seed=seed)), codes.COMMITTEE))
    assert not counted(every, 1.0, seed)
    assert counted(0, 1.0, seed)


@pytest.mark.parametrize("seed", range(6))
def test_who_cannot_count_strikes_too_early(seed: int) -> None:
    assert counted(20, 0.0, seed)


def test_high_office_protects_less_while_war_is_feared() -> None:
    norms = []
    for threat in (0.0, 0.5, 1.0):
        found = lab()
        found.table("figures")["office"][0] = 1.0
        found.single("line")["threat"] = threat
        norms.append(-norm_of(*found.both, 0, codes.REMOVE_POST))
    assert rising(norms)


def test_high_office_protects_a_chief_less_the_more_he_has_himself_praised() -> None:
    norms = []
    for praise in (0.0, 0.5, 1.0):
        found = lab()
        found.table("figures")["office"][0] = 1.0
        found.table("figures")["praise"][0] = praise
        norms.append(-norm_of(*found.both, 0, codes.REMOVE_POST))
    assert rising(norms)


def praised(power: float, months: int) -> list[float]:
    """Praise of the chief month by month, if he has so much authority and nobody else has any."""
    found = lab()
    chief = int(found.table("people")["figure"][found.table("posts")["holder"][0]])
    found.table("people")["authority"] = 0.3
    found.table("people")["authority"][found.person(chief)] = power
    found.table("figures")["praise"] = 0.0
    heard = []
    for _ in range(months):
        coalition.step(*found.both)
        heard.append(float(found.table("figures")["praise"][chief]))
    assert np.count_nonzero(found.table("figures")["praise"]) <= 1
    return heard


def test_a_chief_is_praised_the_more_the_longer_nobody_matches_him_and_not_otherwise() -> None:
    heard = praised(5.0, 60)
    assert rising(heard)
    assert 0.5 < heard[-1] < 1.0
    assert praised(-5.0, 12) == [0.0] * 12
