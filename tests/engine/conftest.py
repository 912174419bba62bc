"""The shipped scenario, ready to run, and ways to write it differently."""

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from apparat.engine import Engine, build

SHIPPED = resources.files("apparat.scenario") / "shipped" / "succession-1922.yaml"
Document = dict[str, Any]


@pytest.fixture(scope="session")
def succession() -> Engine:
    """The shipped scenario with a full journal."""
    return build("succession-1922", seed=7, journal="full")


@pytest.fixture
def written() -> Document:
    """The shipped scenario as it is written, to be changed freely."""
    return dict(yaml.safe_load(SHIPPED.read_text(encoding="utf-8")))


@pytest.fixture
def built(tmp_path: Path) -> Callable[[Document], Engine]:
    """The engine of a scenario as written."""

    def build_it(document: Document) -> Engine:
        path = tmp_path / "changed.yaml"
        path.write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True), encoding="utf-8")
        return build(str(path), seed=7, journal="full")

    return build_it
