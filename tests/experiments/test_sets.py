"""Which parameter sets an engine is given: never a stale posterior without a word."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from apparat import posterior
from apparat.engine.parameters import UNCALIBRATED
from apparat.experiments.seam import Request
from apparat.experiments.sets import choose, fitted_to_more
from apparat.ground.errors import DocumentError, UsageError
from tests.posterior.samples import sample


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped posteriors, empty at first."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name in ("find", "given"):
        monkeypatch.setattr(posterior, name, partial(getattr(posterior.library, name), folder))
    monkeypatch.setattr(posterior, "called", lambda name: posterior.library.called(name, folder))
    return folder


@pytest.mark.usefixtures("shipped")
def test_without_a_posterior_the_sets_are_the_uncalibrated_ones_and_said_to_be() -> None:
    chosen = choose(None, "posterior")
    assert (chosen.sets, chosen.calibrated, chosen.origin) == (None, False, UNCALIBRATED)


def test_a_posterior_that_holds_is_used_and_named(shipped: Path) -> None:
    posterior.write(sample(), shipped / "joint")
    chosen = choose(None, "posterior")
    assert chosen.calibrated
    assert chosen.sets is not None
    assert len(chosen.sets) == len(sample())
    assert "fitted to the record of succession-1922" in chosen.origin
    assert not choose(None, "uncalibrated").calibrated


def test_the_point_is_one_of_the_accepted_sets(shipped: Path) -> None:
    posterior.write(sample(), shipped / "joint")
    chosen = choose(None, "point")
    assert chosen.sets is not None
    assert len(chosen.sets) == 1
    assert chosen.sets["voting"]["tie"][0] in sample().parameters["voting.tie"]
    assert "centre" in chosen.origin


def test_a_stale_posterior_is_passed_over_and_the_answer_says_why(shipped: Path) -> None:
    posterior.write(sample(rules="0123456789abcdef"), shipped / "joint")
    chosen = choose(None, "posterior")
    assert (chosen.sets, chosen.calibrated) == (None, False)
    assert chosen.origin.startswith(UNCALIBRATED)
    assert "is not used" in chosen.origin
    assert "other rules (0123456789abcdef" in chosen.origin
    assert choose(None, "uncalibrated").origin == UNCALIBRATED


def test_a_stale_posterior_that_was_asked_for_is_refused(shipped: Path) -> None:
    posterior.write(sample(rules="0123456789abcdef"), shipped / "joint")
    for file in (None, shipped / "joint"):
        with pytest.raises(UsageError, match=r"does not hold here: .*\n  apparat calibrate"):
            choose(file, "point")


def test_an_unfinished_posterior_says_how_wide_its_tolerances_are(shipped: Path) -> None:
    posterior.write(sample(power=0.25, complete=False), shipped / "joint")
    assert "tolerances 2 times the stated ones" in choose(None, "posterior").origin


def test_a_posterior_that_comes_with_the_program_is_asked_for_by_name(shipped: Path) -> None:
    given = sample(given=("plenum-given-presidium-1957",))
    posterior.write(sample(), shipped / "joint")
    posterior.write(given, shipped / "given")
    chosen = choose(Path(given.provenance.name), "posterior")
    assert chosen.calibrated
    assert "given plenum-given-presidium-1957" in chosen.origin
    assert "given" not in choose(None, "posterior").origin
    assert fitted_to_more()[1] == ("plenum-given-presidium-1957",)


def test_what_is_neither_a_file_nor_a_name_is_said(shipped: Path) -> None:
    posterior.write(sample(), shipped / "joint")
    with pytest.raises(DocumentError, match="nobody"):
        choose(Path("nobody"), "posterior")


@pytest.mark.usefixtures("shipped")
def test_wishes_that_exclude_each_other_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="none comes with this version"):
        choose(None, "point")
    posterior.write(sample(), tmp_path / "mine")
    with pytest.raises(UsageError, match="exclude each other"):
        choose(tmp_path / "mine", "uncalibrated")
    table = tmp_path / "sets.csv"
    table.write_text("voting.tie\n4.0\n")
    with pytest.raises(UsageError, match="exclude each other"):
        choose(table, "point")
    assert np.array_equal(choose(table, "posterior").sets["voting"]["tie"], [4.0])


def test_the_engine_and_its_answers_say_that_they_are_calibrated(shipped: Path) -> None:
    request = Request(scenario="succession-1922", seed=1)
    before = request.build("none").identity
    posterior.write(sample(), shipped / "joint")
    after = request.build("none").identity
    assert (before["calibrated"], after["calibrated"]) == (False, True)
    assert before["parameters"] != after["parameters"]
    assert (before["parameter_sets"], after["parameter_sets"]) == (20, len(sample()))
    point = Request.read(Request(scenario="succession-1922", seed=1, choice="point").written("none"))
    assert point.build("none").identity["parameter_sets"] == 1
    assert point.command("ensemble").endswith("--point")


def test_a_folder_given_as_parameters_is_a_posterior(tmp_path: Path) -> None:
    posterior.write(sample(), tmp_path / "mine")
    request = Request(scenario="succession-1922", seed=1, parameters=tmp_path / "mine")
    assert request.build("none").identity["calibrated"]
    assert f"--parameters {tmp_path / 'mine'}" in request.command("ensemble")
