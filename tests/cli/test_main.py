"""The command line as its users meet it: whole processes where that matters, calls where it does not."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

from apparat.cli import main, options
from apparat.ground.errors import UsageError
from apparat.store.store import Store

SOURCE = Path(__file__).parents[2] / "src"
TOY = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1] / "experiments")!r})
import apparat.engine, toy
apparat.engine.build = toy.build
toy.ToyEngine.pause = float(__import__("os").environ.get("PAUSE", "0"))
from apparat.cli.main import main
main()
"""


def environment(**changes: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(SOURCE), "COLUMNS": "80"} | changes


def apparat(*words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """The real program in its own process."""
    command = [sys.executable, "-m", "apparat.cli.main", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment(**changes), check=False)


@pytest.fixture
def called(toy: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """The program called within this process, with the toy engine: exit code, output, errors."""

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["apparat", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main.main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    monkeypatch.setenv("COLUMNS", "80")
    return call


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "apparat.cli.main", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)
    for name in main.COMMANDS:
        assert f"  {name} " in done.stdout
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert not imported & {"numpy", "numba", "pydantic", "duckdb", "pyarrow", "matplotlib", "rich", "yaml"}


@pytest.mark.parametrize("name", ["run", "ensemble", "replay"])
def test_the_help_of_a_command_has_an_example(name: str, called) -> None:
    code, out, _ = called(name, "--help")
    assert code == 0
    assert f"Example: apparat {name} " in out
    assert "install-completion" not in out


def test_every_command_of_the_table_exists_with_an_example() -> None:
    for name in main.COMMANDS:
        command = main.Commands().get_command(None, name)
        nested = getattr(command, "commands", {name: command})
        for each in nested.values():
            assert "Example: apparat " in (each.epilog or ""), f"{name} {each.name}"


def test_the_version_is_one_line(called) -> None:
    code, out, _ = called("--version")
    assert (code, out.split()[0], len(out.splitlines())) == (0, "apparat", 1)


def test_a_run_is_told_and_as_json_carries_its_digest(called) -> None:
    code, out, _ = called("run", "toy", "--seed", "5", "--run", "3")
    assert code == 0
    assert "Who leads in March 1923" in out
    assert "\x1b" not in out
    code, out, _ = called("run", "toy", "--seed", "5", "--run", "3", "--json")
    written = json.loads(out)
    assert (written["schema"], written["seed"], written["run"]) == ("apparat/run/1", 5, 3)


def test_a_seed_not_given_is_drawn_shown_and_enough_to_repeat(called) -> None:
    first = json.loads(called("ensemble", "toy", "--runs", "5", "--json")[1])
    second = json.loads(called("ensemble", "toy", "--runs", "5", "--json")[1])
    assert first["seed"] != second["seed"]
    again = json.loads(called("ensemble", "toy", "--runs", "5", "--seed", first["seed"], "--json")[1])
    assert again == first
    assert f"seed: {first['seed']}" in called("ensemble", "toy", "--runs", "5", "--seed", first["seed"])[1]


def test_an_ensemble_is_kept_resumed_and_replayed(called, tmp_path: Path) -> None:
    store = tmp_path / "s"
    code, out, _ = called("ensemble", "toy", "--runs", "8", "--seed", "5", "--out", store)
    assert code == 0
    assert "Uncalibrated" in out
    resumed = json.loads(called("ensemble", "toy", "--out", store, "--resume", "--json")[1])
    assert (resumed["runs"], resumed["seed"]) == (8, 5)
    code, out, _ = called("replay", store, "3")
    assert code == 0
    assert "The digest equals the one stored" in " ".join(out.split())
    written = json.loads(called("replay", store, "3", "--json")[1])
    assert written["digest"] == written["stored_digest"]


def test_a_picture_is_drawn(called, tmp_path: Path) -> None:
    code, out, _ = called("ensemble", "toy", "--runs", "5", "--picture", tmp_path / "p.svg")
    assert code == 0
    assert (tmp_path / "p.svg").stat().st_size > 1000
    assert "p.svg" in "".join(out.split())


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["run", "tøy"], 2, "no scenario called 'tøy'"),
        (["run", "toy", "--until", "1950-01"], 2, "lies outside the scenario"),
        (["run", "toy", "--variant", "who"], 2, "write ID=OPTION"),
        (["run", "toy", "--variant", "a=b", "--variant", "a=c"], 2, "given twice"),
        (["run", "toy", "--seed", "many"], 2, "--seed"),
        (["run", "toy", "--seed", "-1"], 2, "A seed is a whole number"),
        (["run", "toy", "--traits", "best"], 2, "--traits"),
        (["run"], 2, "SCENARIO"),
        (["rn"], 2, "rn"),
        (["ensemble", "toy", "--runs", "0"], 2, "Runs must be"),
        (["ensemble", "toy", "--resume"], 2, "--out"),
        (["ensemble", "toy", "--picture", "p.gif"], 2, ".svg"),
        (["replay", "/nowhere", "1"], 4, "no such folder"),
    ],
)
def test_mistakes_are_answered_by_one_message_and_their_code(
    called, words: list[str], code: int, said: str
) -> None:
    ended, out, err = called(*words)
    assert (ended, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_a_fault_of_ours_says_so_and_keeps_the_traceback(
    called, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("toy.ToyEngine.history", lambda *_, **__: 1 / 0)
    code, out, err = called("run", "toy")
    assert (code, out) == (70, "")
    assert "This is a fault in Apparat" in err
    (kept,) = tmp_path.glob("apparat-fault-*.txt")
    assert str(kept) in err
    assert "Traceback" in kept.read_text()
    assert "Traceback" not in err


def test_ctrl_c_ends_with_130_and_the_command_to_go_on(tmp_path: Path) -> None:
    store = tmp_path / "s"
    command = [
        sys.executable,
        "-c",
        TOY,
        "ensemble",
        "toy",
        "--runs",
        "100000",
        "--seed",
        "5",
        "--out",
        str(store),
    ]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment(PAUSE="0.001"))
    deadline = time.monotonic() + 200
    while not list(store.glob("blocks/*.json")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=100)
    assert child.returncode == 130
    assert f"apparat ensemble toy --seed 5 --runs 100000 --out {store} --resume" in err
    assert "Traceback" not in err
    assert Store.open(store).verify() == []


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = [sys.executable, "-c", TOY, "run", "toy", "--json", "--detail"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment(), check=False)
    os.close(writing)
    assert done.stderr == b""


def test_output_keeps_to_ascii_where_the_terminal_knows_no_more(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TOY, "ensemble", "toy", "--runs", "9"]
    done = subprocess.run(command, capture_output=True, env=environment(PYTHONIOENCODING="ascii"), check=True)
    assert b"@" in done.stdout
    assert done.stdout.isascii()


def test_variants_are_read_as_question_and_option() -> None:
    assert options.read_variants(["a=b", "c=d=e"]) == {"a": "b", "c": "d=e"}
    assert options.read_variants(None) == {}
    with pytest.raises(UsageError):
        options.read_variants(["=b"])


def test_the_group_lists_what_it_mounts() -> None:
    assert main.Commands().list_commands(None) == list(main.COMMANDS)
    assert main.Commands().get_command(None, "nothing") is None
    assert isinstance(main.app, typer.Typer)


def test_arguments_that_are_no_text_are_answered_like_others() -> None:
    command = [sys.executable, "-m", "apparat.cli.main", "record", "show", b"\xff\x1b[2J"]
    done = subprocess.run(command, capture_output=True, env=environment(), check=False)
    assert done.returncode == 2
    assert rb"\udcff\x1b[2J" in done.stderr


def test_what_may_not_be_looked_at_is_a_message(
    called, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", forbidden)
    code, out, err = called("report", tmp_path / "shut")
    assert (code, out) == (2, "")
    assert err.startswith(f"{tmp_path / 'shut'}: no permission.")
