"""The interface's description of itself."""

import json

from apparat.web.description import description
from tests.house.tree import ROOT


def test_the_committed_description_is_the_present_one() -> None:
    committed = (ROOT / "frontend" / "openapi.json").read_text(encoding="utf-8")
    assert committed == description(), "run scripts/schemas"


def test_every_answer_of_the_interface_is_typed() -> None:
    written = json.loads(description())
    assert written["openapi"].startswith("3.1")
    for path, operations in written["paths"].items():
        for operation in operations.values():
            good = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
            assert all(content.get("schema") != {} for content in good["content"].values()), path
