"""Pairs that are kept: what was finished is never played again, and nothing shows that work was stopped."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import apparat
from apparat.experiments.seam import Request
from apparat.experiments.what_if import kept
from apparat.experiments.what_if.asked import Asked, arms
from apparat.experiments.what_if.pairs import play
from apparat.ground.errors import Interrupted, StoreError, UsageError
from apparat.results.what_if import WhatIfResult
from apparat.scenario.levers import read

NAME, RUNS = "succession-1922", 5
PIECES = "pieces/pairs/*.npz"


def ask(out: Path | None = None, **asked: object) -> WhatIfResult:
    usual = {"levers": "no-war-scare", "runs": RUNS, "seed": 2, "sets": "uncalibrated"}
    return apparat.what_if(NAME, out=out, **(usual | asked))


@pytest.fixture(scope="module")
def undisturbed() -> WhatIfResult:
    return ask()


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "w"
    ask(folder)
    return folder


class StopsAt:
    """A watcher that presses Ctrl-C after some pairs."""

    def __init__(self, done: int) -> None:
        self.done = done

    def compiling(self, kernel: str, done: int, total: int) -> None:
        pass

    def running(self, done: int, total: int, rate: float) -> None:
        if done == self.done:
            raise KeyboardInterrupt


def test_a_pair_comes_back_from_its_arrays_as_it_was() -> None:
    request = Request(scenario=NAME, seed=5, choice="uncalibrated")
    engine = request.build("decisions")
    levers = ("no-war-scare", "sverdlov-alive", "no-general-secretary")
    pair = play(engine, arms(Asked(levers=levers, apart=True), request, engine, read(NAME)), 3)
    again = kept.unpacked(kept.packed(pair), 3)
    assert kept.packed(again).keys() == kept.packed(pair).keys()
    for name, array in kept.packed(pair).items():
        assert array.dtype == kept.packed(again)[name].dtype
        assert array.tobytes() == kept.packed(again)[name].tobytes(), name
    for one, other in zip(pair.branches, again.branches, strict=True):
        told = (one.applied, one.reopened, one.played, one.parts, one.took_hold, one.course.digest)
        assert told == (
            other.applied,
            other.reopened,
            other.played,
            other.parts,
            other.took_hold,
            other.course.digest,
        )


def test_stopped_work_is_kept_and_goes_on_to_the_same_answer(
    undisturbed: WhatIfResult, tmp_path: Path
) -> None:
    said = r"of 5 pairs are kept in .*\n  apparat what-if .*--lever no-war-scare --runs 5 --out .* --resume"
    with pytest.raises(Interrupted, match=said):
        ask(tmp_path / "w", watcher=StopsAt(2), threads=1)
    assert 2 <= len(list((tmp_path / "w").glob(PIECES))) < RUNS
    assert ask(tmp_path / "w", resume=True, runs=None, seed=None) == undisturbed


def test_without_a_folder_a_stop_says_that_nothing_is_kept() -> None:
    with pytest.raises(Interrupted, match="Nothing is kept; give --out DIR"):
        ask(watcher=StopsAt(1))


def test_what_is_there_is_not_played_again_and_more_can_be_asked_for(
    finished: Path, undisturbed: WhatIfResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = []
    monkeypatch.setattr(kept, "play", lambda engine, made, run: played.append(run) or play(engine, made, run))
    assert ask(finished, resume=True) == undisturbed
    assert played == []
    assert ask(finished, resume=True, runs=RUNS + 2).runs == RUNS + 2
    assert sorted(played) == [RUNS, RUNS + 1]


def test_a_damaged_piece_is_played_again(undisturbed: WhatIfResult, tmp_path: Path) -> None:
    ask(tmp_path / "w")
    piece = sorted((tmp_path / "w").glob(PIECES))[1]
    content = bytearray(piece.read_bytes())
    content[len(content) // 2] ^= 0xFF
    piece.write_bytes(content)
    assert ask(tmp_path / "w", resume=True) == undisturbed
    assert piece.read_bytes() != bytes(content)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"resume": False}, "earlier work here already"),
        ({"seed": 3}, "seed: stored 2, asked 3"),
        ({"levers": "no-grain-crisis"}, "arms: stored"),
        ({"theory": "ideas-first"}, "theory: stored null"),
    ],
)
def test_another_question_in_the_same_folder_is_refused(
    finished: Path, asked: dict[str, object], said: str
) -> None:
    with pytest.raises(StoreError, match=said):
        ask(finished, **({"resume": True} | asked))


def test_a_folder_of_another_version_names_the_apparat_that_made_it(finished: Path, tmp_path: Path) -> None:
    manifest = json.loads((finished / "manifest.json").read_text())
    manifest["version"], manifest["software"]["apparat"] = 99, "9.9"
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(StoreError, match=r"layout version 99.*made it \(9\.9\)"):
        ask(tmp_path, resume=True)


def test_going_on_without_a_folder_is_refused() -> None:
    with pytest.raises(UsageError, match="--resume needs --out"):
        ask(resume=True)


@pytest.mark.slow
def test_a_killed_process_loses_only_the_pairs_in_flight(tmp_path: Path) -> None:
    out, runs = tmp_path / "w", 25
    words = ["what-if", NAME, "--lever", "no-war-scare", "--runs", f"{runs}", "--seed", "2", "--uncalibrated"]
    command = [sys.executable, "-m", "apparat.cli.main", *words, "--threads", "1", "--out", str(out)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while len(list(out.glob(PIECES))) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    there = {path.name: path.stat().st_mtime_ns for path in out.glob(PIECES)}
    assert 3 <= len(there) < runs
    assert ask(out, resume=True, runs=runs) == ask(runs=runs)
    assert {path.name: path.stat().st_mtime_ns for path in out.glob(PIECES)}.items() >= there.items()


def test_levers_act_under_a_rival_theory_too(undisturbed: WhatIfResult) -> None:
    under = ask(theory="ideas-first")
    assert under.digest != undisturbed.digest
    assert any("as the theory 'ideas-first' has it" in said for said in under.assumptions)
    assert "--theory ideas-first" in under.command
    reopened = ask(theory="ideas-first", levers="sverdlov-alive", runs=1)
    assert reopened.arms[0].opening
    assert reopened.digest != ask(levers="sverdlov-alive", runs=1).digest


def test_an_unknown_theory_is_met_with_the_nearest_ones() -> None:
    with pytest.raises(UsageError, match="ideas-first"):
        ask(theory="ideas-fist")


def test_the_answer_says_how_to_ask_for_it_again() -> None:
    asked = {"persons.trotsky.menace": (0.5, 1.5), "chief.slate": False}
    result = ask(levers=(), settings=asked, start="1928-01", runs=1)
    assert result.command == (
        "apparat what-if succession-1922 --seed 2 --uncalibrated --set persons.trotsky.menace=0.5,1.5 "
        "--set chief.slate=False --from 1928-01 --runs 1"
    )
