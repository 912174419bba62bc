"""Faults are chosen by luck alone, and what they must not do is noticed."""

import random
from pathlib import Path

import pytest

from tests.faults.__main__ import Lost, _check, faults
from tests.faults.ensembles import Child, State
from tests.faults.kinds import KILLS, OTHERS, Damage, KillAtALine, KillAtAMoment


def chosen(number: int) -> list[tuple[str, object]]:
    return [(str(fault), vars(fault).get("line")) for fault in faults(random.Random(f"1-{number}"))]


def test_the_same_number_gives_the_same_faults() -> None:
    assert chosen(3) == chosen(3) != chosen(4)


def test_every_kind_of_fault_is_done() -> None:
    done = {kind for number in range(60) for kind, _ in chosen(number)}
    assert done == {kind.__name__ for kind in (*KILLS, *OTHERS)}


def test_a_run_that_is_gone_after_a_kill_is_noticed() -> None:
    before = State(8, 0, "", complete=False, left_over=0)
    now = State(4, 0, "", complete=False, left_over=0)
    _check(Damage(random.Random(1)), before, now)
    with pytest.raises(Lost, match="KillAtAMoment"):
        _check(KillAtAMoment(random.Random(1)), before, now)


def test_a_child_that_is_killed_or_fails_says_so() -> None:
    assert Child(lambda: 7).wait().value == 7
    assert Child(lambda: 1 / 0).wait().fault.startswith("ZeroDivisionError")
    assert Child(lambda: KillAtALine(random.Random(1)).within(_store_code)).wait().killed == 9


def _store_code() -> str:
    from apparat.store.blocks import read_records

    for _ in range(1_000):
        read_records(Path())
    return "alive"
