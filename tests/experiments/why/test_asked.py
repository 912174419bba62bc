"""An event is found by number, by who fell, or by month; all else is met with what there is."""

import numpy as np
import pytest

from apparat.experiments.why.answer import Opened
from apparat.ground.errors import UsageError
from apparat.results.why import ASKABLE
from apparat.world import codes


def place_of(opened: Opened, kind: int) -> int:
    return int(np.flatnonzero(opened.past.events["kind"] == kind)[0])


def fallen(runs: list[Opened]) -> tuple[Opened, str, int]:
    """A run, somebody who loses his seat in the top body there, and the number of the loss."""
    for opened in runs:
        events = opened.past.events
        lost = np.flatnonzero((events["kind"] == codes.E_SEAT_LOST) & (events["body"] == codes.TOP))
        if len(lost):
            last = events[lost[-1]]
            number = max(int(n) for n in lost if events[n]["target"] == last["target"])
            return opened, opened.past.engine.directory.short(int(last["target"])), number
    raise AssertionError("nobody falls")


def test_every_event_that_is_listed_is_found_by_its_number(runs: list[Opened]) -> None:
    asked = runs[0].asked
    assert asked.numbers()
    for number in asked.numbers():
        assert runs[0].past.events[number]["kind"] in ASKABLE
        assert asked.find(str(number)) == asked.find(f" #{number:,} ") == number


def test_a_person_stands_for_his_gravest_fall(runs: list[Opened]) -> None:
    opened, name, number = fallen(runs)
    for written in (name, f"fall:{name}", name.upper(), f"fall: {name.lower()}"):
        assert opened.asked.find(written) == number


def test_a_month_with_one_vote_stands_for_it_and_one_with_several_lists_them(runs: list[Opened]) -> None:
    seen = set()
    for opened in runs:
        events, start = opened.past.events, opened.past.engine.directory.start
        votes = np.flatnonzero(events["kind"] == codes.E_VOTE)
        for month in set(events[votes]["month"].tolist()):
            mine = [int(n) for n in votes if events[n]["month"] == month]
            seen.add(min(len(mine), 2))
            if len(mine) == 1:
                assert opened.asked.find(str(start + month)) == mine[0]
                continue
            with pytest.raises(UsageError, match="votes in") as caught:
                opened.asked.find(str(start + month))
            assert all(f"  {n}  " in str(caught.value) for n in mine)
    assert seen == {1, 2}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("9999999", "numbers them from 0 to"),
        ("1917-10", "no vote in 1917-10"),
        ("1923-13", "is not a month"),
        ("fall:bukarin", "Bukharin"),
        ("xqzw", "no person called 'xqzw'"),
        ("fall:", "no person called ''"),
    ],
)
def test_what_cannot_be_found_is_met_with_what_can(runs: list[Opened], written: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        runs[0].asked.find(written)


def test_an_event_that_nobody_voted_on_is_refused_with_the_reason(runs: list[Opened]) -> None:
    opened = runs[0]
    with pytest.raises(UsageError, match="comes from outside, or from nature"):
        opened.asked.find(str(place_of(opened, codes.E_DEATH)))
    with pytest.raises(UsageError, match="The nearest that can be asked about is"):
        opened.asked.find(str(place_of(opened, codes.E_APPOINTMENT)))


def test_who_does_not_fall_is_told_from_who_does(runs: list[Opened]) -> None:
    directory = runs[0].past.engine.directory
    losers = {directory.short(int(runs[0].past.events[n]["target"])) for n in runs[0].asked.numbers()}
    safe = next(name for _, name in directory.figures if name not in losers)
    with pytest.raises(UsageError, match=f"{safe} does not fall in run 0"):
        runs[0].asked.find(safe)
