"""The public face is a list, and looking at it costs nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

import apparat
from apparat.ground.errors import UsageError

pytestmark = pytest.mark.usefixtures("toy")


def test_the_surface_is_this_list() -> None:
    experiments = [
        "branch",
        "calibrate",
        "contrast",
        "ensemble",
        "explain",
        "flows",
        "replay",
        "run",
        "sensitivity",
        "validate",
        "what_if",
        "why",
        "why_events",
    ]
    surface = sorted(["ApparatError", "__version__", "record", "scenario", *experiments])
    assert dir(apparat) == surface
    assert apparat.__all__ == surface
    for name in surface:
        assert getattr(apparat, name) is not None
        assert name in apparat.__doc__ or name == "__version__"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Ensemble'"):
        _ = apparat.Ensemble


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = {"numpy", "numba", "duckdb", "pydantic"}
    code = f"import sys, apparat; dir(apparat); print(len({heavy} & set(sys.modules)))"
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": source}, check=True
    )
    assert done.stdout.strip() == "0"


def test_the_first_calls_work_as_written(tmp_path: Path) -> None:
    runs = apparat.ensemble("toy", runs=20, seed=1, out=tmp_path / "s")
    assert sum(row.share for row in runs.leader("1923-03")) == pytest.approx(1)
    assert apparat.ensemble("toy", out=str(tmp_path / "s"), resume=True) == runs
    assert apparat.replay(tmp_path / "s", 7).digest == apparat.run("toy", seed=1, run=7).digest


def test_a_seed_not_given_is_drawn_and_kept() -> None:
    first, second = apparat.run("toy"), apparat.run("toy")
    assert first.seed != second.seed
    assert apparat.run("toy", seed=first.seed) == first


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"seed": 2**64}, {"traits": "best"}])
def test_what_no_scenario_has_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        apparat.run("toy", **wrong)
