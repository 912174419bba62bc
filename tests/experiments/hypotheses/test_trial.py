"""Hypotheses played: the same pairs as a what-if, each compared as it says."""

import numpy as np
import pytest

import apparat
from apparat.experiments.crew.threads import Threads
from apparat.experiments.hypotheses.schema import Hypothesis
from apparat.experiments.hypotheses.trial import Finding, tried

RUNS, SEED = 2, 1
SCENARIO = "plenum-1964"
LATE = {"set": {"chief.slate": False}, "from": "1963-01"}
CERTAIN = {"offices.general-secretary.holder": "nobody", "seats.politburo.khrushchev": False}


def hypothesis(**compared: object) -> Hypothesis:
    outcomes = compared.pop("outcomes")
    return Hypothesis.model_validate(
        {
            "says": "A claim.",
            "systems": ["A8"],
            "because": ["assumed: a test"],
            "compared": [{"scenario": SCENARIO, "outcomes": outcomes, **compared}],
        }
    )


def office(expected: str, **asked: object) -> dict[str, object]:
    return {"measure": "holds-office", "who": "khrushchev", "expected": expected} | asked


def sides(with_: object, without: object, expected: str = "less") -> Hypothesis:
    both = {"with": with_} | ({"without": without} if without else {})
    return hypothesis(outcomes=[office(expected)], **both)


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    asked = {
        "late": sides(LATE, None),
        "elsewhere": hypothesis(
            scenario="collective-1953",
            outcomes=[office("less")],
            **{"with": {"levers": ["no-first-secretary"]}},
        ),
        "vacant": hypothesis(
            outcomes=[office("less", at="1964-11"), {"measure": "minority", "expected": "more"}],
            **{"with": {"set": CERTAIN, "from": "1964-11"}},
        ),
        "two-sided": sides(LATE, {"set": CERTAIN, "from": "1964-11"}, "more"),
    }
    return tried(SCENARIO, asked.items(), runs=RUNS, seed=SEED, crew=Threads(2))


def test_hypotheses_of_other_scenarios_are_left_alone(found: list[Finding]) -> None:
    assert [each.hypothesis for each in found] == ["late", "vacant", "vacant", "two-sided"]


def test_the_pairs_are_those_of_a_what_if(found: list[Finding]) -> None:
    result = apparat.what_if(SCENARIO, settings={"chief.slate": "off"}, start="1963-01", runs=RUNS, seed=SEED)
    assert found[0].digest == result.digest
    assert found[0].applied == result.applied == RUNS


def test_each_side_is_measured_in_every_run(found: list[Finding]) -> None:
    late, vacant, minority, both = found
    assert vacant.numbers.with_ == 0
    assert vacant.numbers.without == late.numbers.without
    assert minority.unit == "share"
    assert both.numbers.without == vacant.numbers.with_
    assert both.numbers.with_ == late.numbers.with_
    assert np.sign(both.numbers.difference.value) >= 0
    assert all(each.numbers.pairs <= RUNS for each in found)


def test_a_digest_is_of_what_was_changed_on_either_side(found: list[Finding]) -> None:
    assert found[1].digest == found[2].digest
    assert len({each.digest for each in found}) == 3
