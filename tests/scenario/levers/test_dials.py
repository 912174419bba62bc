"""Dials: every number that is offered can be set, within its range and not beyond."""

import pytest

from apparat import scenario
from apparat.ground.errors import UsageError
from apparat.scenario.compile import compile_scenario
from apparat.scenario.levers import Paths, read
from apparat.scenario.levers.dials import dials, questions


@pytest.mark.parametrize("name", scenario.names())
def test_what_is_offered_can_be_set(name: str) -> None:
    loaded = scenario.load(name)
    paths, offered = Paths(compile_scenario(loaded)), list(dials(loaded))
    assert {dial.kind for dial in offered} == {"person", "event", "parameter"}
    for dial in offered:
        assert dial.low < dial.high
        assert dial.usual is None or dial.low <= dial.usual <= dial.high
        assert paths.edits({dial.path: dial.high}, 0)
        with pytest.raises(UsageError, match="is allowed"):
            paths.edits({dial.path: dial.high + 0.01}, 0)


def test_a_number_that_a_lever_sets_answers_its_question() -> None:
    asked = questions(read("succession-1922"))
    assert asked["persons.trotsky.menace"] == read("succession-1922")["trotsky-less-feared"].question
    assert "documents.testament.public" not in asked
