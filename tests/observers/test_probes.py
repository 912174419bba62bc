"""Probes: a recorded motion is staged with the sides that the record names, and with no others."""

import pytest

from apparat.observers.probes import put
from apparat.world import codes
from tests.mechanisms.laboratory import Lab, lab

STAGED = 0


def staged(seed: int, body: int) -> tuple[Lab, list[int]]:
    """A world with one probe in a body, its mover the first figure and its target the second."""
    here = lab(seed)
    mover, target, *others = here.figures()
    probe = here.table("probes")[STAGED]
    probe["body"], probe["motion"], probe["document"] = body, codes.CONDEMN, codes.NOBODY
    probe["mover"], probe["target"] = mover, target
    here.table("camps")[STAGED] = 0
    return here, others


def sides(here: Lab, named: list[int], side: int) -> list[int]:
    """Where figures stand once the probe has been put with those sides on record."""
    here.table("camps")[STAGED, named] = side
    put(*here.both, STAGED)
    return [int(s) for s in here.table("figures")["side"][named]]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("side", [-1, 1])
def test_those_whom_the_record_names_stand_where_it_says(seed: int, side: int) -> None:
    here, others = staged(seed, codes.COMMITTEE)
    assert sides(here, others[:3], side) == [side] * 3


def test_in_the_top_body_nobody_s_side_is_given() -> None:
    stood = set()
    for seed in range(12):
        here, others = staged(seed, codes.TOP)
        stood.update(sides(here, others[:3], -1))
    assert stood > {-1}


def test_a_body_says_yes_more_readily_when_more_of_the_named_are_for_it() -> None:
    ayes = []
    for side in (-1, 1):
        total = 0
        for seed in range(12):
            here, others = staged(seed, codes.COMMITTEE)
            here.table("camps")[STAGED, others[:4]] = side
            total += put(*here.both, STAGED).votes_for
        ayes.append(total)
    assert ayes[1] > ayes[0]
