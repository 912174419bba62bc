"""Chains are the model's own: their ties multiply to its loyalty, their appointments stand in the journal."""

import math
from itertools import pairwise

import pytest

from apparat.experiments.why.answer import Answer, Opened
from apparat.experiments.why.case import Case, case_of
from apparat.mechanisms.patronage import QUARTER
from apparat.world import codes


def settled(case: Case) -> bool:
    """Whether chains were followed in the month of the case, and no congress made ties since."""
    sessions = case.before[case.before["kind"] == codes.E_SESSION]["month"]
    return case.month % QUARTER == QUARTER - 1 and case.month not in sessions and bool(case.votes)


@pytest.fixture(scope="module")
def answers(runs: list[Opened]) -> list[Answer]:
    found = []
    for opened in runs:
        cases = [case_of(opened.past.events, number) for number in opened.asked.numbers()]
        found += [Answer(opened, case, 1, 1) for case in cases if settled(case)][-6:]
    return found


def test_the_ties_of_a_chain_multiply_to_the_loyalty_that_votes_felt(answers: list[Answer]) -> None:
    compared = 0
    for answer in answers:
        ties = {(link.client, link.patron): link.tie for link in answer._chains.links(answer._last)}
        for row in answer._chains.chains(answer._last):
            if row.post is None:  # his chain is not followed anew
                continue
            way = row.chain.split(" - ")
            assert way[0] == row.voter
            own = way[: way.index(row.head) + 1]
            assert math.prod(ties[pair] for pair in pairwise(own)) == pytest.approx(row.loyal, abs=1e-9)
            compared += 1
    assert compared > 20


def test_every_voter_is_counted_on_each_tie_of_his_chain(answers: list[Answer]) -> None:
    for answer in answers:
        hanging = sum(link.voters for link in answer._chains.links(answer._last))
        assert hanging == sum(row.chain.count(" - ") for row in answer._chains.chains(answer._last))


def test_an_appointment_behind_a_tie_is_the_last_of_the_one_by_the_other(answers: list[Answer]) -> None:
    made = 0
    for answer in answers:
        events = answer._past.events[: answer._case.votes[-1]]
        directory = answer._past.engine.directory
        for link in answer._chains.links(answer._last):
            mine = events[(events["kind"] == codes.E_APPOINTMENT) & (events["target"] == link.client_key)]
            mine = mine[mine["actor"] == link.patron_key]
            assert (link.appointed is not None) == bool(len(mine))
            if len(mine):
                made += 1
                assert link.appointed == str(directory.start + int(mine[-1]["month"]))
                assert link.post == directory.post(int(mine[-1]["post"]))
                boss = answer._past.engine.compiled.template["posts"][0]["boss"][int(mine[-1]["post"])]
                assert link.power is not None
                assert ("boss on the spot" in link.power) == (not mine[-1]["carried"] and boss >= 0)
                assert ("looked at in person" in link.power) == bool(mine[-1]["carried"])
    assert made
