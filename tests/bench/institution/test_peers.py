"""Implementations run in processes of their own; what cannot run says why."""

import os
import re
import stat
from pathlib import Path

import pytest

from bench.institution import peers
from bench.institution.rules import FIGURES


def test_what_is_not_installed_is_left_out_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda name: None)
    monkeypatch.setattr(peers, "ENVIRONMENT", tmp_path)
    peers.interpreter.cache_clear()
    found, reasons = peers.available(("kernels", "mesa", "starsim"))
    peers.interpreter.cache_clear()
    assert found == ["kernels"]
    assert len(reasons) == 2
    assert all("--set-up" in reason for reason in reasons)


def test_a_player_answers_with_seconds_and_every_figure() -> None:
    try:
        peers.interpreter("c")
    except peers.Missing as reason:
        pytest.skip(str(reason))
    with peers.Player("c") as player:
        played = player.play(12, runs=3, months=12)
    assert played["seconds"] > 0.0
    assert [len(played[figure]) for figure in FIGURES] == [3] * len(FIGURES)


@pytest.mark.skipif(os.name == "nt", reason="writes a shell script")
def test_a_player_that_dies_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(peers, "interpreter", lambda name: str(broken))
    with pytest.raises(RuntimeError, match="c stopped with status 3"):
        peers.Player("c")


def test_the_lock_pins_the_peers_with_hashes_and_names_no_host() -> None:
    text = peers.LOCK.read_text(encoding="utf-8")
    assert "mesa==" in text
    assert "starsim==" in text
    pins = re.sub(r"\\\n\s*", " ", text).splitlines()
    assert [pin for pin in pins if "==" in pin and "--hash=sha256:" not in pin] == []
    assert "://" not in text
