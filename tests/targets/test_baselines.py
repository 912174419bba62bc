import math
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from apparat import scenario, targets
from apparat.ground.dates import Month
from apparat.targets import Opening
from apparat.targets.baselines import BASELINES, fame_decides, incumbents_stay, uniform
from tests.targets.tables import NAMES

OPENING = Opening(
    names=NAMES,
    seated=("ada", "bela"),
    waiting=("cora",),
    holders={"general-secretary": "bela", "premier": "ada"},
    chief="general-secretary",
    premier="premier",
    fame={"ada": 0.9, "bela": 0.3, "cora": 0.6},
    dies={"ada": Month.parse("1922-07")},
)
ANY = targets.load()[0]


def ask(statistic: str, **arguments: str) -> targets.Target:
    return replace(ANY, statistic=statistic, arguments=MappingProxyType(arguments))


def values(baseline, statistic: str, **arguments: str) -> list[float] | None:
    said = baseline(OPENING, ask(statistic, **arguments))
    return None if said is None else said.values.tolist()


def test_incumbents_keep_seats_and_offices_until_they_die() -> None:
    assert values(incumbents_stay, "seat-lost", person="ada") == [math.inf]
    assert values(incumbents_stay, "seat-won", person="cora") == [math.inf]
    assert values(incumbents_stay, "chief", person="bela", month="1922-09") == [1.0]
    held = [
        values(incumbents_stay, "office-held", office="premier", person="ada", month=month)
        for month in ("1922-06", "1922-07")
    ]
    assert held == [[1.0], [0.0]]
    left = values(incumbents_stay, "office-left", office="premier", person="ada")
    assert left == [Month.parse("1922-07").number]


def test_the_most_famous_of_the_living_leads() -> None:
    assert values(fame_decides, "leads", person="ada", month="1922-05", by="conduct") == [1.0]
    assert values(fame_decides, "leads", person="ada", month="1922-08", by="conduct") == [0.0]
    assert values(fame_decides, "leads", person="cora", month="1922-08", by="conduct") == [1.0]


def test_the_body_fills_with_the_famous_at_a_time_unknown() -> None:
    assert values(fame_decides, "seat-lost", person="ada") == [math.inf]
    (lost,) = values(fame_decides, "seat-lost", person="bela") or []
    assert NAMES.start.number <= lost <= NAMES.end.number
    assert values(fame_decides, "seat-won", person="cora") == [lost]


def test_to_the_uniform_every_year_is_as_likely_as_never_and_every_member_as_any_other() -> None:
    dated = values(uniform, "seat-lost", person="ada") or []
    assert len(dated) == 2
    assert math.isinf(dated[-1])
    assert np.mean(values(uniform, "chief", person="cora", month="1922-05") or []) == pytest.approx(1 / 3)
    assert values(uniform, "carried", motion="first") == [0.0, 1.0]


def test_baselines_are_silent_where_they_have_nothing_to_say() -> None:
    for baseline in BASELINES.values():
        assert values(baseline, "opposed", motion="first", of="cast") is None
        assert values(baseline, "members", month="1922-05") is None
    assert values(fame_decides, "expelled", person="ada") is None


def test_no_baseline_looks_at_what_was_recorded() -> None:
    opening = Opening.read(scenario.load("succession-1922"))
    for target in targets.of("succession-1922"):
        other = replace(target, low=1 - target.low, high=1 - target.low)
        for baseline in BASELINES.values():
            one, two = baseline(opening, target), baseline(opening, other)
            assert (one is None) == (two is None)
            if one is not None and two is not None:
                np.testing.assert_array_equal(one.values, two.values)


def test_an_opening_knows_who_sits_who_serves_and_who_is_going_to_die() -> None:
    opening = Opening.read(scenario.load("succession-1922"))
    assert len(opening.seated) == 7
    assert opening.holders["general-secretary"] == "stalin"
    assert opening.premier == "sovnarkom-chair"
    assert opening.most_famous(Month.parse("1922-05"), 1) == ["lenin"]
    assert not opening.alive("lenin", Month.parse("1924-06"))
