"""What the census counts, held to what stands in the world when it counts."""

import numpy as np
import pytest

from apparat.engine.runs import Run
from apparat.mechanisms.month import defaults
from apparat.world import codes
from tests.family import Plan, build, keys_of, rows_of

PLAN = Plan(seed=5, months=30)


def play(until: int, *, observed: bool = True) -> Run:
    run = Run(build(PLAN), defaults(1), observed)
    run.begin()
    run.advance(until)
    return run


def seated(run: Run, body: int) -> list[int]:
    """Keys of a body's members, in order."""
    b = rows_of(run.world, "bodies")[body]
    persons = rows_of(run.world, "seats")["person"][b["first"] : b["first"] + b["size"]]
    return rows_of(run.world, "people")["key"][persons].tolist()


def secretaries(run: Run) -> list[int]:
    """Keys of the regional secretaries, 0 where there is none."""
    posts, people = rows_of(run.world, "posts"), rows_of(run.world, "people")
    holders = posts["holder"][rows_of(run.world, "regions")["secretary"][: PLAN.regions]]
    return [int(people["key"][h]) if h >= 0 else 0 for h in holders]


@pytest.mark.parametrize("month", [1, 11, 30])
def test_the_bench_and_the_officers_are_those_who_sit_and_serve(month: int) -> None:
    run = play(month)
    bench = run.world["bench"][0][month - 1]
    assert bench[bench > 0].tolist() == seated(run, codes.TOP)
    posts, people = rows_of(run.world, "posts"), rows_of(run.world, "people")
    officers = [int(people["key"][p["holder"]]) if p["holder"] >= 0 else 0 for p in posts[:6]]
    assert run.world["officers"][0][month - 1][:6].tolist() == officers


def test_counts_of_posts_and_members_are_the_worlds_own() -> None:
    run = play(30)
    last, tally = run.world["counts"][0][29], run.world["tally"][0]
    assert last["appointments"] == tally["appointments"] > 0
    assert last["attended"] == tally["attended"]
    assert last["secretaries_moved"] == tally["secretaries"] > 0
    assert last["members"] == rows_of(run.world, "regions")["members"].sum()


def test_secretaries_remain_who_hold_the_post_that_they_opened_with() -> None:
    opening, run = Run(build(PLAN), defaults(1)), play(30)
    opening.begin()
    first, now = secretaries(opening), secretaries(run)
    counted = run.world["counts"][0]["secretaries_remaining"][:30]
    assert counted[-1] == sum(a == b != 0 for a, b in zip(first, now, strict=True))
    assert counted[0] > counted[-1]
    assert run.world["counts"][0][29]["secretaries"] == sum(key != 0 for key in now)


def test_secretaries_from_above_are_those_whose_appointment_the_partys_own_office_looked_at() -> None:
    run = play(30)
    posts, organs = rows_of(run.world, "posts"), rows_of(run.world, "organs")
    own = posts[rows_of(run.world, "regions")["secretary"][: PLAN.regions]]
    named = (own["holder"] >= 0) & (own["attended"] == 1) & (organs["central"][own["organ"]] == 1)
    counted = run.world["counts"][0]["secretaries_from_above"][:30]
    assert counted[-1] == named.sum() > 0
    assert counted[0] < counted[-1]


def test_a_new_committee_is_compared_with_the_one_elected_before_it() -> None:
    opening = Run(build(PLAN), defaults(1))
    opening.begin()
    met = play(30).world["sessions"][0][[0, 2]]
    after = [play(int(session["month"]) + 1) for session in met]
    committees = [set(seated(run, codes.COMMITTEE)) for run in (opening, *after)]
    for session, old, new in zip(met, committees, committees[1:], strict=False):
        assert session["held"] == 1
        assert (session["former"], session["elected"]) == (len(old), len(new))
        assert session["kept"] == len(old & new)
    assert 0 < met["listed"][0] < met["listed"][1]


def test_a_conference_elects_nobody() -> None:
    conference = play(30).world["sessions"][0][1]
    assert conference["body"] == codes.CONFERENCE
    assert conference["held"] == 1
    assert conference["elected"] == conference["former"] == 0


def test_unwatched_runs_are_the_same_and_count_nothing() -> None:
    there, here = play(30, observed=False), play(30)
    assert there.digest == here.digest
    assert not there.world["bench"].any()
    assert not there.world["counts"]["appointments"].any()


def test_keys_on_the_bench_are_those_of_persons() -> None:
    bench = play(30).world["bench"][0][:30]
    named = set(keys_of(PLAN).tolist())
    assert set(np.unique(bench[bench > 0]).tolist()) & named
