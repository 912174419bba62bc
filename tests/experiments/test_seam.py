"""A request is kept, repeated and commanded with the theory that it is under."""

from pathlib import Path

import pytest

from apparat.experiments.seam import Request
from apparat.ground.errors import StoreError, UsageError

UNDER = Request(scenario="succession-1922", seed=1, theory="ideas-first")


def test_a_theory_is_kept_in_a_manifest_and_stands_on_the_command_line() -> None:
    assert Request.read(UNDER.written("none")) == UNDER
    assert UNDER.command("ensemble").endswith("--seed 1 --theory ideas-first")


def test_a_manifest_from_before_there_were_theories_means_none() -> None:
    written = Request(scenario="succession-1922", seed=1).written("none")
    del written["theory"]
    assert Request.read(written).theory is None


def test_a_request_builds_the_engine_under_its_theory_and_refuses_one_unknown() -> None:
    assert UNDER.build("none").identity["theory"] == "ideas-first"
    with pytest.raises(UsageError, match="There is no theory called 'no commitment'"):
        Request(scenario="succession-1922", seed=1, theory="no commitment").build("none")


@pytest.mark.parametrize(
    "change", [{"seed": "one"}, {"seed": -1}, {"traits": "none"}, {"variants": []}, {"scenario": None}]
)
def test_a_manifest_that_does_not_say_what_was_asked_is_refused_with_the_place(
    change: dict[str, object],
) -> None:
    with pytest.raises(StoreError, match=f"how its runs were asked for: {next(iter(change))}"):
        Request.read(UNDER.written("none") | change)


def test_a_manifest_keeps_a_name_whatever_lies_beside_it_and_a_file_by_its_full_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "succession-1922").write_text("notes on it")
    assert Request(scenario="succession-1922", seed=1).written("none")["scenario"] == "succession-1922"
    asked = Request(scenario="mine.yaml", seed=1).written("none")
    assert asked["scenario"] == str(tmp_path / "mine.yaml")
