"""The same rules under a theory: what it says changes, and nothing else."""

import numpy as np
import pytest

from apparat import engine, theories
from apparat.engine import Engine
from apparat.theories.library import parameters
from apparat.theories.play import under
from apparat.theories.theory import Theory

NAME = "succession-1922"


@pytest.fixture(scope="module")
def usual() -> Engine:
    return engine.build(NAME, seed=1, journal="none")


def test_a_theory_that_sets_nothing_new_changes_no_run(usual: Engine) -> None:
    theory = theories.load("circular-flow").model_copy(update={"mechanisms": {}, "switches": {}})
    assert under(theory, usual).block(0, 1).digests == usual.block(0, 1).digests


@pytest.mark.parametrize("name", theories.names())
def test_a_theory_changes_what_it_names_in_every_set_and_nothing_else(usual: Engine, name: str) -> None:
    theory = theories.load(name)
    made, values = under(theory, usual), theory.values(parameters())
    for address in parameters():
        mechanism, own = address.split(".")
        if address in values:
            assert (made.sets[mechanism][own] == values[address]).all(), address
        else:
            np.testing.assert_array_equal(made.sets[mechanism][own], usual.sets[mechanism][own])


def test_switches_are_set_at_the_opening_and_the_scenario_stays_as_it_was(usual: Engine) -> None:
    before = usual.compiled.template["rules"].copy()
    made = under(theories.load("ideas-first"), usual)
    for switch in ("attention", "slate", "agenda", "dependence", "authority"):
        assert made.compiled.template["rules"][f"{switch}_on"] == 0
    assert usual.compiled.template["rules"] == before
    assert before["attention_on"] == 1


def test_a_theory_is_part_of_what_identifies_a_run(usual: Engine) -> None:
    theory: Theory = theories.load("ideas-first")
    made = under(theory, usual)
    assert made.identity["theory"] == "ideas-first"
    assert made.identity["parameters"] != usual.identity["parameters"]
    assert made.identity["variants"] == usual.identity["variants"]
    assert "as the theory 'ideas-first' has it" in made.identity["origin"]
    assert made.block(0, 1).digests != usual.block(0, 1).digests
