"""Ties: renewed by office, worn by neglect, fear and quarrel, passed on when a patron falls."""

import numpy as np
import pytest

from apparat.mechanisms import patronage
from apparat.world import codes
from apparat.world.places import fall, leave_post
from tests.mechanisms.laboratory import Lab, lab

LOCAL = 1


def with_client(here: Lab, patron: int, tie: float = 0.5) -> int:
    """An ordinary official of the second region who depends on a person, and shares his views."""
    posts, people = here.table("posts"), here.table("people")
    held = (posts["kind"] == LOCAL) & (posts["region"] == 1) & (posts["holder"] >= 0)
    client = int(posts["holder"][np.flatnonzero(held)[0]])
    people["patron"][client], people["tie"][client] = patron, tie
    people["ideal"][client] = people["ideal"][patron]
    return client


def boss_of(here: Lab, client: int) -> int:
    """The holder of the post above a client's own."""
    posts = here.table("posts")
    return int(posts["holder"][posts["boss"][here.table("people")["post"][client]]])


def months_later(here: Lab, client: int, months: int = 12) -> float:
    """A client's tie after some quarters in which nothing else happens."""
    for _ in range(months // patronage.QUARTER):
        quarter_ends(here)
    return float(here.table("people")["tie"][client])


def quarter_ends(here: Lab) -> None:
    """The months until everybody's ties have taken their course."""
    for _ in range(patronage.QUARTER):
        patronage.step(*here.both)
        here.single("clock")["month"] += 1


def secretary(here: Lab) -> int:
    """The secretary of the second region."""
    return int(here.table("posts")["holder"][here.table("regions")["secretary"][1]])


def test_a_patron_who_holds_the_appointing_office_keeps_his_clients_and_another_loses_them() -> None:
    here = lab()
    client = with_client(here, secretary(here))
    assert boss_of(here, client) == secretary(here)
    kept = months_later(here, client)
    there = lab()
    lost = months_later(there, with_client(there, there.person(5)))
    assert kept > 0.45
    assert lost < 0.45 < kept


def test_a_patron_who_dismisses_his_own_loses_the_rest_and_no_others() -> None:
    ties = {}
    for frightened in (None, 0, 1):
        here = lab()
        if frightened is not None:
            here.table("figures")["insecurity"][frightened] = 0.4
        ties[frightened] = months_later(here, with_client(here, here.person(0)), 3)
    assert ties[0] < ties[None] - 0.02
    assert ties[1] == ties[None]


def test_clients_of_a_fallen_secretary_pass_to_the_next_patron_up_and_weaker() -> None:
    here = lab()
    people = here.table("people")
    fallen = secretary(here)
    people["patron"][fallen], people["tie"][fallen] = here.person(0), 0.9
    client = with_client(here, fallen, 0.6)
    leave_post(here.world, int(people["post"][fallen]))
    fall(here.world, fallen)
    quarter_ends(here)
    assert people["state"][fallen] == codes.VACANT
    assert people["patron"][client] == here.person(0)
    assert 0.0 < people["tie"][client] <= 0.6 * here.sets["patronage"]["pass_on"][0]


def test_clients_of_one_who_fell_without_a_patron_are_free() -> None:
    here = lab()
    people = here.table("people")
    fallen = secretary(here)
    people["patron"][fallen], people["tie"][fallen] = codes.NOBODY, 0.0
    client = with_client(here, fallen, 0.6)
    leave_post(here.world, int(people["post"][fallen]))
    fall(here.world, fallen)
    quarter_ends(here)
    assert (people["patron"][client], people["tie"][client]) == (codes.NOBODY, 0.0)


def test_followers_of_an_expelled_leader_drift_away() -> None:
    ties = []
    for expelled in (codes.NOBODY, 5):
        here = lab()
        here.table("figures")["expelled"][0] = expelled
        ties.append(months_later(here, with_client(here, here.person(0))))
    assert 0.0 < ties[1] < 0.7 * ties[0]


def test_they_drift_away_the_faster_where_the_expelled_are_sent_away() -> None:
    ties = []
    for exile in (0, 1):
        here = lab()
        here.table("figures")["expelled"][0] = 5
        here.single("rules")["exile"] = exile
        ties.append(months_later(here, with_client(here, here.person(0))))
    assert 0.0 < ties[1] < 0.8 * ties[0]


@pytest.mark.parametrize("gap", [0.8, 1.6])
def test_distance_in_policy_wears_a_tie(gap: float) -> None:
    ties = []
    for distance in (0.0, gap):
        here = lab()
        patron = here.person(0)
        people = here.table("people")
        people["ideal"][patron] = -0.8
        client = with_client(here, patron)
        people["ideal"][client] = -0.8 + distance
        ties.append(months_later(here, client))
    assert ties[1] < ties[0] - 0.01


def test_a_grudge_fades_and_never_turns_into_friendship() -> None:
    here = lab()
    client = with_client(here, here.person(0), -0.5)
    assert -0.5 < months_later(here, client, 24) < 0.0


def test_a_following_is_the_tree_of_those_whose_chain_ends_in_a_leader() -> None:
    here = lab()
    people = here.table("people")
    people["tie"] = 0.0
    people["patron"] = codes.NOBODY
    middle = secretary(here)
    people["patron"][middle], people["tie"][middle] = here.person(0), 0.8
    client = with_client(here, middle, 0.5)
    patronage.add_up(*here.both)
    assert people["root"][client] == people["root"][middle] == 0
    assert people["loyal"][middle] == pytest.approx(0.8)
    assert people["loyal"][client] == pytest.approx(0.4)
    classes = here.table("classes")[: here.single("n")["classes"][0]]
    total = (classes["weight"] * classes["count"]).sum()
    weight = classes["weight"][here.table("posts")["kind"][people["post"][[middle, client]]]]
    following = here.table("figures")["following"]
    assert following[0] == pytest.approx((0.8 * weight[0] + 0.4 * weight[1]) / total)
    assert (following[1:] == 0).all()
