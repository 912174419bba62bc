"""The shipped scenarios, ready to run, and ways to write them differently."""

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from apparat.engine import Engine, build
from apparat.scenario import names

SHIPPED = resources.files("apparat.scenario") / "shipped"
Document = dict[str, Any]


@pytest.fixture(scope="session")
def succession() -> Engine:
    """One shipped scenario with a full journal."""
    return build("succession-1922", seed=7, journal="full")


@pytest.fixture(scope="session", params=names())
def shipped(request: pytest.FixtureRequest) -> Engine:
    """Each shipped scenario with a full journal."""
    return build(request.param, seed=7, journal="full")


@pytest.fixture
def written(shipped: Engine) -> Document:
    """The same scenario as it is written, to be changed freely."""
    file = SHIPPED / f"{shipped.compiled.scenario.scenario}.yaml"
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


@pytest.fixture
def built(tmp_path: Path) -> Callable[[Document], Engine]:
    """The engine of a scenario as written."""

    def build_it(document: Document) -> Engine:
        path = tmp_path / "changed.yaml"
        path.write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True), encoding="utf-8")
        return build(str(path), seed=7, journal="full")

    return build_it
