"""Posteriors: they come back from their folder as they were, and know when they no longer hold."""

import json
from pathlib import Path

import numpy as np
import pytest

from apparat import posterior
from apparat.ground.errors import DocumentError
from apparat.mechanisms.month import all_parameters
from apparat.posterior import Posterior
from apparat.posterior.posterior import addressed
from apparat.posterior.rules import rules_hash, said
from tests.posterior.samples import FREE, POINTS, provenance, sample


def same(one: Posterior, two: Posterior) -> bool:
    tables = ("parameters", "values", "deviations", "outcomes")
    return one.provenance == two.provenance and all(
        np.array_equal(column, getattr(two, table)[name])
        for table in tables
        for name, column in getattr(one, table).items()
    )


def test_a_posterior_comes_back_as_it_was_written(tmp_path: Path) -> None:
    posterior.write(sample(), tmp_path / "p")
    assert same(posterior.read(tmp_path / "p"), sample())


def test_its_sets_are_what_the_engine_takes() -> None:
    drawn = sample()
    sets = drawn.sets()
    assert len(sets) == POINTS
    for address, values in addressed(sets).items():
        assert np.array_equal(values, drawn.parameters[address]), address


def test_the_centre_lies_amid_what_was_fitted() -> None:
    centre = addressed(sample().centre())
    for p in all_parameters():
        share = (centre[p.address][0] - p.low) / (p.high - p.low)
        assert share == pytest.approx(0.44 if p.address in FREE else 0.5, abs=1e-9)


def test_a_posterior_holds_where_nothing_has_changed() -> None:
    assert provenance().reasons_against() == ()


def test_what_was_given_is_among_what_must_not_change() -> None:
    given = provenance(given=("members-1923",))
    assert given.reasons_against() == ()
    assert provenance().targets != given.targets
    other = provenance(given=("members-1923",), targets=provenance().targets)
    assert any("calibration targets" in each for each in other.reasons_against())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"rules": "x"}, "fitted to other rules"),
        ({"scenario_hashes": {"succession-1922": "x"}}, "the scenario succession-1922 has changed"),
        ({"targets": {"succession-1922": "x"}}, "the calibration targets of succession-1922 have changed"),
        ({"scenarios": ("atlantis-1900",)}, "there is no scenario 'atlantis-1900' here"),
        ({"power": 0.0}, "never left the prior"),
    ],
)
def test_a_posterior_says_why_it_does_not_hold(changes: dict[str, object], reason: str) -> None:
    assert any(reason in each for each in provenance(**changes).reasons_against())


def test_comments_layout_and_docstrings_are_no_rules() -> None:
    assert said('"""Old."""\nX = 1  # one\n') == said('"""New."""\nX = (1)\n')
    assert said('def f():\n    """Old."""\n    return 1\n') == said("def f():\n    return 1\n")
    assert said("X = 1\n") != said("X = 2\n")


def test_any_rule_that_changes_changes_the_hash(tmp_path: Path) -> None:
    for room in ("world", "mechanisms", "observers", "engine"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "a.py").write_text("X = 1\n")
    before = rules_hash(tmp_path)
    rules_hash.cache_clear()
    (tmp_path / "engine" / "a.py").write_text("X = 2\n")
    assert rules_hash(tmp_path) == before
    rules_hash.cache_clear()
    (tmp_path / "mechanisms" / "a.py").write_text("X = 2\n")
    assert rules_hash(tmp_path) != before


def test_the_library_finds_the_joint_posterior_and_those_that_leave_one_out(tmp_path: Path) -> None:
    posterior.write(sample(), tmp_path / "a")
    posterior.write(sample(left_out="plenum-1964"), tmp_path / "b")
    wide = sample(scenarios=("succession-1922", "plenum-1964"))
    posterior.write(wide, tmp_path / "c")
    assert len(posterior.shipped(tmp_path)) == 3
    found = posterior.find(tmp_path)
    assert found is not None
    assert found.provenance == wide.provenance
    without = posterior.without("plenum-1964", tmp_path)
    assert without is not None
    assert without.provenance.left_out == "plenum-1964"
    assert posterior.without("succession-1922", tmp_path) is None
    assert posterior.find(tmp_path / "nowhere") is None


def damaged(folder: Path, **changes: object) -> None:
    path = folder / "posterior.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def test_a_damaged_posterior_is_named_with_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    for change, message in [
        ({"points": 7}, r"holds 6 sets, its posterior\.json says 7"),
        ({"version": 9}, "version 9"),
        ({"power": "full"}, "no posterior: power"),
        ({"free": 3}, "no posterior: free"),
    ]:
        posterior.write(sample(), folder)
        damaged(folder, **change)
        with pytest.raises(DocumentError, match=message):
            posterior.read(folder)
    (folder / "posterior.json").write_text("{")
    with pytest.raises(DocumentError, match="cannot be read as a posterior"):
        posterior.read(folder)
    posterior.write(sample(), folder)
    (folder / "sets.parquet").write_bytes(b"PAR1")
    with pytest.raises(DocumentError, match="cannot be read as a table of sets"):
        posterior.read(folder)


def test_a_folder_without_a_posterior_says_where_one_is_found(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is missing: no posterior is here"):
        posterior.read(tmp_path)


def test_a_parameter_that_the_model_does_not_have_is_refused(tmp_path: Path) -> None:
    strange = sample()
    strange.parameters["voting.astrology"] = np.zeros(POINTS)
    strange.parameters["voting.tie"] = np.full(POINTS, 99.0)
    posterior.write(strange, tmp_path / "p")
    with pytest.raises(DocumentError) as caught:
        posterior.read(tmp_path / "p")
    assert "there is no parameter 'voting.astrology'" in str(caught.value)
    assert "voting.tie has values outside its range" in str(caught.value)


def test_what_comes_with_the_program_can_be_read() -> None:
    for each in posterior.shipped():
        assert set(each.parameters) == {p.address for p in all_parameters()}
        assert (posterior.library.FOLDER / each.provenance.name).is_dir()
