"""Offices: a step up, where one knows one's way; nobody leaves one for less; enemies are moved first."""

import numpy as np

from apparat.mechanisms import offices
from apparat.world import codes
from tests.mechanisms.laboratory import Lab, lab, rising

PREMIER, ARMY, POLICE = 1, 2, 3
ORDINARY = 30


def chief_of(found: Lab) -> int:
    """The figure in the chief's post."""
    return int(found.table("people")["figure"][found.table("posts")["holder"][0]])


def outsider(found: Lab) -> int:
    """A figure, made one without a seat in the top body and with an ordinary post alone."""
    figures, people, posts = found.table("figures"), found.table("people"), found.table("posts")
    f = found.figures()[-1]
    person = found.person(f)
    figures["seated"][f] = codes.NOBODY
    posts["holder"][:6][posts["holder"][:6] == person] = codes.NOBODY
    people["post"][person] = ORDINARY
    posts["holder"][ORDINARY] = person
    return f


def test_an_office_suits_whom_it_lifts_by_a_step_and_who_served_where_it_belongs() -> None:
    found = lab()
    f = outsider(found)
    rank = float(found.table("classes")["visible"][found.table("posts")["kind"][ARMY]])
    fits = []
    for step in (0.6, 0.3, 0.1, 0.0):
        found.table("figures")["office"][f] = rank - step
        fits.append(offices._fit(*found.both, ARMY, f))
    assert rising(fits)
    mine = found.table("people")["post"][found.person(f)]
    kinds = found.table("classes")["institution"]
    theirs = int(kinds[found.table("posts")["kind"][ARMY]])
    served = []
    for institution in (theirs + 1, theirs):
        kinds[found.table("posts")["kind"][mine]] = institution
        kinds[found.table("posts")["kind"][ARMY]] = theirs
        served.append(offices._fit(*found.both, ARMY, f))
    assert rising(served)


def test_nobody_leaves_an_office_for_one_that_ranks_no_higher() -> None:
    found = lab()
    f = outsider(found)
    posts, classes = found.table("posts"), found.table("classes")
    posts["holder"][POLICE] = found.person(f)
    posts["holder"][ARMY] = codes.NOBODY
    found.table("figures")["office"][f] = 0.3
    found.single("rules")["separate"] = 0
    for visible, may in ((0.5, True), (0.3, False), (0.2, False)):
        classes["visible"][posts["kind"][POLICE]], classes["visible"][posts["kind"][ARMY]] = 0.3, visible
        classes["institution"][posts["kind"][ARMY]] = 1
        assert offices._eligible(*found.both, ARMY, f) is may


def test_whoever_takes_an_office_leaves_a_lower_one_but_not_the_chief_s_post() -> None:
    found = lab()
    posts, classes = found.table("posts"), found.table("classes")
    classes["visible"][posts["kind"][PREMIER]] = 0.9
    classes["visible"][posts["kind"][ARMY]] = 0.2
    person = int(posts["holder"][0])
    posts["holder"][ARMY] = person
    posts["holder"][PREMIER] = codes.NOBODY
    offices._take_office(found.world, PREMIER, person)
    assert posts["holder"][PREMIER] == posts["holder"][0] == person
    assert posts["holder"][ARMY] == codes.NOBODY


def opened(found: Lab, post: int, maker: int, *, runs: int = 3000) -> float:
    """How often an office that is held is opened."""
    clock = found.single("clock")
    clock["month"] = 24
    times = 0
    for run in range(runs):
        clock["run"] = run
        times += offices._opens(*found.both, post, maker)
    return times / runs


def test_an_enemy_of_the_chief_is_moved_sooner_than_a_friend_and_a_member_of_the_top_body_never() -> None:
    found = lab()
    maker, f = chief_of(found), outsider(found)
    found.sets["elections"]["reshuffle"] = 0.05
    found.table("bodies")["meets"][codes.COMMITTEE] = 2
    found.table("posts")["holder"][ARMY] = found.person(f)
    found.table("people")["root"][found.person(f)] = codes.NOBODY
    found.table("figures")["power"][maker] = 1.0
    found.table("figures")["power"][f] = 0.2
    shares = []
    for relation in (1.0, 0.0, -1.0):
        found.single("relations")[0, f, maker] = relation
        shares.append(opened(found, ARMY, maker))
    assert np.allclose(shares, [0.0, 0.1, 0.2], atol=0.03)
    found.table("figures")["power"][f] = 1.5
    assert opened(found, ARMY, maker, runs=200) == 0
    found.table("figures")["power"][f] = 0.2
    found.table("figures")["seated"][f] = 0
    assert opened(found, ARMY, maker, runs=200) == 0
    assert opened(found, 0, maker, runs=200) == 0


def test_whoever_is_given_an_opened_office_owes_it_to_who_proposed_him() -> None:
    found = lab()
    maker, f = chief_of(found), outsider(found)
    found.table("posts")["holder"][ARMY] = found.person(f)
    found.table("people")["patron"] = codes.NOBODY
    found.table("people")["tie"] = 0.0
    offices._replace(*found.both, ARMY, maker)
    taker = int(found.table("posts")["holder"][ARMY])
    assert taker not in (found.person(f), codes.NOBODY)
    assert taker == found.person(maker) or found.table("people")["patron"][taker] == found.person(maker)
