"""What may be asked."""

import pytest
from pydantic import ValidationError

from apparat.web.work.orders import EnsembleOrder, RunOrder


def test_the_same_question_has_the_same_id() -> None:
    one, other = (
        EnsembleOrder(kind="ensemble", scenario="succession-1922", runs=5),
        EnsembleOrder(kind="ensemble", scenario="succession-1922", runs=5),
    )
    assert one.id("e") == other.id("e")


def test_whatever_changes_the_answer_changes_the_id() -> None:
    order = EnsembleOrder(kind="ensemble", scenario="succession-1922", runs=5)
    ids = {
        order.id("e"),
        order.id("f"),
        order.model_copy(update={"runs": 6}).id("e"),
        order.model_copy(update={"seed": 2}).id("e"),
        order.model_copy(update={"traits": "exchangeable"}).id("e"),
        RunOrder(kind="run", scenario="succession-1922").id("e"),
    }
    assert len(ids) == 6


@pytest.mark.parametrize("name", ["", "x.yaml", "a/b", "A", "-a", "a" * 81])
def test_a_scenario_is_a_name_and_no_path(name: str) -> None:
    with pytest.raises(ValidationError):
        EnsembleOrder(kind="ensemble", scenario=name)
