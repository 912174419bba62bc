"""Calibration and sensitivity on the command line: what cannot be done is said before anything is done."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from apparat.cli import main

Call = Callable[..., tuple[int, str]]


@pytest.fixture
def called(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """The program called within this process: exit code and what it said on standard error."""

    def call(*words: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["apparat", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main.main()
        return int(ended.value.code or 0), capsys.readouterr().err

    return call


def test_a_calibration_needs_a_folder_to_keep_what_it_has_done(called: Call) -> None:
    code, said = called("calibrate", "succession-1922")
    assert code == 2
    assert said.startswith("--out DIR is needed")


def test_a_calibration_needs_scenarios_that_exist(called: Call, tmp_path: Path) -> None:
    code, said = called("calibrate", "--out", tmp_path / "c")
    assert (code, "Name at least one scenario" in said) == (2, True)
    code, said = called("calibrate", "sucession-1922", "--out", tmp_path / "c")
    assert (code, "Did you mean succession-1922" in said) == (2, True)
    assert not (tmp_path / "c").exists()


def test_a_picture_that_cannot_be_drawn_is_refused_first(called: Call, tmp_path: Path) -> None:
    for command in ("calibrate", "sensitivity"):
        words = (command, "succession-1922", "--out", tmp_path / "c", "--picture", tmp_path / "p.gif")
        code, said = called(*words)
        assert (code, "a picture's name ends in" in said) == (2, True)


def test_a_folder_that_cannot_be_written_to_is_named(called: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for command in ("calibrate", "sensitivity"):
        code, said = called(command, "succession-1922", "--out", tmp_path / "file" / "c")
        assert code == 4
        assert str(tmp_path / "file" / "c") in said
        assert "Choose another folder" in said


def test_sets_that_exclude_each_other_are_refused(called: Call) -> None:
    code, said = called("ensemble", "succession-1922", "--point", "--uncalibrated")
    assert (code, said.strip()) == (2, "--point and --uncalibrated exclude each other: choose one.")


def test_the_point_of_no_posterior_is_refused_with_what_to_do(
    called: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apparat.posterior.find", lambda: None)
    code, said = called("run", "succession-1922", "--point")
    assert code == 2
    assert "`apparat calibrate`" in said
