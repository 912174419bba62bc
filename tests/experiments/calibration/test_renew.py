"""A posterior outlives rules that were only rewritten, and no others."""

from typing import Any

import numpy as np
import pytest

from apparat.experiments.calibration import renew
from apparat.posterior.rules import rules_hash
from tests.experiments.calibration.test_leaving_out import ToyStruggles
from tests.posterior.samples import provenance, sample

NAME = "succession-1922"


@pytest.fixture(autouse=True)
def _toys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renew, "Struggles", ToyStruggles)


def witnessed(**changes: Any) -> Any:
    return renew.witnessed(sample(**changes), ToyStruggles((NAME,)))


def test_a_posterior_keeps_the_digests_of_its_centre_s_runs() -> None:
    assert witnessed().provenance.witnesses == {NAME: ("0" * 16,) * renew.WITNESSES}


def test_the_same_runs_under_rewritten_rules_renew_it() -> None:
    old = witnessed(rules="rules of yesterday", scenario_hashes={NAME: "x"})
    again = renew.renewed(old)
    assert again is not None
    assert again.provenance.rules == rules_hash()
    assert again.provenance.scenario_hashes == {NAME: "h"}
    assert again.parameters is old.parameters


def test_other_runs_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    old = witnessed(rules="rules of yesterday")

    def other(self: ToyStruggles, sets: np.ndarray, runs: int) -> dict[str, tuple[str, ...]]:
        return {NAME: ("0" * 16,) * (runs - 1) + ("1" * 16,)}

    monkeypatch.setattr(ToyStruggles, "digests", other)
    assert renew.renewed(old) is None


def test_other_targets_do_not() -> None:
    assert renew.renewed(witnessed(targets={NAME: "x"})) is None
    assert provenance(targets={NAME: "x"}).has_other_targets()
    assert not provenance().has_other_targets()
    assert provenance(scenarios=("atlantis-1900",)).has_other_targets()
