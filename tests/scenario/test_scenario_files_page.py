"""The reference page of scenario files tells the truth."""

import re
from pathlib import Path
from typing import get_args

from apparat import scenario
from apparat.ground.documents import read
from apparat.scenario import library
from apparat.scenario.events import Happening
from apparat.scenario.people import Person
from apparat.scenario.schema import Scenario

PAGE = (Path(__file__).parents[2] / "docs" / "scenario-files.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)[-1]


def test_the_example_is_the_starting_file_and_is_valid():
    assert library.template() == EXAMPLE
    assert library.parse(read(EXAMPLE, kind="scenario"), {}).months == 24


def test_every_section_and_every_key_of_a_person_is_on_the_page():
    for model in (Scenario, Person):
        for name, field in model.model_fields.items():
            assert f"`{field.alias or name}`" in PAGE


def test_every_event_is_on_the_page():
    models = get_args(get_args(Happening)[0])
    kinds = {kind for model in models for kind in get_args(model.model_fields["event"].annotation)}
    assert {"illness", "unrest"} <= kinds
    assert all(f"`{kind}`" in PAGE for kind in kinds)


def test_the_call_in_python_works():
    one = scenario.load("succession-1922", variants={"enrolment-size": "128000"}, traits="exchangeable")
    assert one.persons["stalin"].authority.value > 0
