"""The top body is elected again: by standing, under a norm, at a price for who drops his own."""

import numpy as np
import pytest

from apparat.mechanisms import summit
from apparat.mechanisms.norms import norm_of
from apparat.world import codes
from tests.mechanisms.laboratory import SEEDS, Lab, lab, rising


def seated(found: Lab, body: int = codes.TOP) -> set[int]:
    """Who sits in a body, as rows of people."""
    row = found.table("bodies")[body]
    first, size = int(row["first"]), int(row["size"])
    return {int(person) for person in found.table("seats")["person"][first : first + size]}


def elected(seed: int, *, sitting: float, strikes: float = 0.0, victim: int | None = None) -> tuple[Lab, Lab]:
    """A world before and after its top body is elected anew, without anybody making a slate."""
    before = lab(seed)
    before.sets["elections"]["sitting"] = sitting
    if victim is not None:
        before.table("figures")["strikes"][victim] = strikes
    after = Lab(before.state.copy(), before.sets)
    summit.elect_anew(*after.both, codes.NOBODY)
    return before, after


def dropped(seed: int, **how: float) -> int:
    """How many members are not elected again."""
    before, after = elected(seed, **how)  # type: ignore[arg-type]
    return len(seated(before) - seated(after))


def test_the_more_a_seat_lends_the_fewer_lose_theirs() -> None:
    totals = [-sum(dropped(seed, sitting=sitting) for seed in SEEDS) for sitting in (0.0, 0.5, 1.0, 5.0)]
    assert rising(totals)
    assert totals[0] < 0 == totals[-1]


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_is_dropped_another_takes_the_seat(seed: int) -> None:
    before, after = elected(seed, sitting=0.0)
    assert len(seated(before)) == len(seated(after))
    assert not seated(after) & seated(after, codes.TOP_CANDIDATES)
    assert seated(after) <= seated(before) | seated(after, codes.COMMITTEE)


def test_condemnations_cost_the_seat() -> None:
    lost = []
    for strikes in (0.0, 4.0):
        count = 0
        for seed in SEEDS:
            victim = next(f for f in lab(seed).figures() if lab(seed).table("figures")["seated"][f] >= 0)
            before, after = elected(seed, sitting=1.0, strikes=strikes, victim=victim)
            count += before.person(victim) not in seated(after)
        lost.append(count)
    assert rising(lost)


def test_whoever_makes_the_slate_keeps_his_seat() -> None:
    for seed in SEEDS:
        found = lab(seed)
        found.sets["elections"]["sitting"] = 0.0
        maker = next(f for f in found.figures() if found.table("figures")["seated"][f] >= 0)
        found.table("figures")["strikes"][maker] = 8.0
        summit.elect_anew(*found.both, maker)
        assert found.person(maker) in seated(found)


def test_the_slate_maker_s_men_stand_higher_the_more_so_the_more_favour_counts() -> None:
    found = lab()
    maker, client = found.figures()[:2]
    people = found.table("people")
    people["root"][found.person(client)], people["loyal"][found.person(client)] = maker, 0.6
    gains = []
    for favour in (0.0, 0.5, 1.0):
        found.sets["congress"]["favour"] = favour
        person = found.person(client)
        found.single("relations")[0, client, maker] = 0.0
        with_him, alone = (summit.standing(*found.both, person, 100, who) for who in (maker, -1))
        gains.append(with_him - alone)
    assert gains[0] == 0
    assert rising(gains)


def test_who_drops_his_own_man_frightens_the_others_and_makes_an_enemy_of_anybody() -> None:
    found = lab()
    maker, one, other = found.figures()[:3]
    people, figures = found.table("people"), found.table("figures")
    figures["insecurity"] = 0.0
    people["root"][found.person(one)], people["tie"][found.person(one)] = maker, 0.5
    people["root"][found.person(other)] = codes.NOBODY
    before = found.single("relations")[0].copy()
    summit._frighten(*found.both, codes.TOP, other, maker)
    assert figures["insecurity"][maker] == 0
    summit._frighten(*found.both, codes.TOP, one, maker)
    assert figures["insecurity"][maker] > 0
    for f in (one, other):
        assert found.single("relations")[0, f, maker] < before[f, maker]


def test_plenums_take_up_the_make_up_of_the_top_body_as_often_as_the_rate_says() -> None:
    found = lab()
    clock = found.single("clock")
    clock["month"] = 12
    found.table("bodies")["meets"][codes.COMMITTEE] = 2
    counts = []
    for rate in (0.0, 0.05, 0.2):
        found.sets["elections"]["reopened"] = rate
        times = 0
        for run in range(400):
            clock["run"] = run
            times += summit.reopens(*found.both)
        counts.append(times / 400)
    assert np.allclose(counts, [0.0, 0.1, 0.4], atol=0.08)
    clock["month"] = 0
    assert not summit.reopens(*found.both)


@pytest.mark.parametrize("seed", SEEDS)
def test_rank_protects_less_while_policy_fails(seed: int) -> None:
    found = lab(seed)
    line, figures = found.single("line"), found.table("figures")
    target = found.figures()[0]
    for rank, strictly in ((0.9, True), (0.0, False)):
        figures["office"][target] = rank
        norms = []
        for failure in (1.0, 0.5, 0.0):
            line["failure"] = failure
            norms.append(norm_of(*found.both, target, codes.REMOVE_POST))
        assert rising(norms, strictly=strictly)
        assert strictly or norms[0] == norms[-1]
