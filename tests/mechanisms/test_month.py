"""The month: its code runs the steps that `steps` lists, in that order, and nothing else."""

import ast
import inspect
from pathlib import Path

import pytest

from apparat.mechanisms import month, steps

TREE = ast.parse(Path(inspect.getfile(month)).read_text(encoding="utf-8"))


def calls(function: str) -> list[str]:
    """The modules whose `step` a function of `month` calls, in order."""
    node = next(n for n in TREE.body if isinstance(n, ast.FunctionDef) and n.name == function)
    statements = [s for s in node.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))]
    return [ast.unparse(s).removesuffix(".step(world, prm)") for s in statements]


def test_a_month_runs_the_steps_in_their_listed_order() -> None:
    assert calls("month") == [name for name, _ in steps.STEPS if name != "voting"]


def test_every_step_says_why_it_stands_where_it_does() -> None:
    assert all(len(reason.split()) > 4 for _, reason in steps.STEPS)


@pytest.mark.parametrize("number", range(len(steps.STEPS)))
def test_a_step_is_numbered_as_listed(number: int) -> None:
    name, _ = steps.STEPS[number]
    assert getattr(steps, name.upper()) == number
    assert steps.STEP_WORDS[number] == name


def test_parameters_are_declared_as_they_are_laid_out() -> None:
    declared = list(month.Parameters.__annotations__)
    assert declared == list(month.CLASSES) == list(month.PARAMETERS.names or ())


def test_every_parameter_lies_within_its_range_and_has_a_unit() -> None:
    parameters = month.all_parameters()
    sets = month.defaults()
    assert len({p.address for p in parameters}) == len(parameters) > 80
    for p in parameters:
        mechanism, name = p.address.split(".")
        assert p.low <= p.default <= p.high, p.address
        assert p.low < p.high, p.address
        assert p.unit, p.address
        assert sets[mechanism][name][0] == p.default
