"""The schemas in docs/schema are those of the results."""

from pathlib import Path

import pytest

from apparat.results.base import Simulated
from apparat.results.schemas import results, schemas, write

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


def test_the_schemas_in_the_docs_are_current() -> None:
    present = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert present == schemas(), "run scripts/schemas"


@pytest.mark.parametrize("name", ["apparat/run/1", "apparat/ensemble/1", "apparat/replay/1"])
def test_results_of_runs_promise_what_identifies_them(name: str) -> None:
    kind = results()[name]
    assert issubclass(kind, Simulated)
    required = set(kind.model_json_schema(mode="serialization")["required"])
    assert {"schema", "digest", "scenario", "seed", "parameters", "calibrated"} <= required


def test_writing_tells_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    (tmp_path / "old-1.json").write_text("{}")
    assert set(write(tmp_path)) == {"old-1.json", *schemas()}
    assert not (tmp_path / "old-1.json").exists()
    assert write(tmp_path) == []
