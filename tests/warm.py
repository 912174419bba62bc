"""Programs that start warm: `python -m tests.warm` imports the program, loads its kernels, and forks.

A process that begins with nothing takes seconds before its first line, most of what a small example takes in
all. One that is forked from here is a process of its own as well: arguments, folder, environment, outputs and
exit code are those of `python`, and nothing that it does is left behind.
"""

import json
import os
import runpy
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).parents[1]
_PROGRAM = "apparat"


class Warm:
    """Starts Python as `python WORDS` does: a script, or `-m apparat` with its arguments."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._environment | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "src")))},
            text=True,
        )

    def run(self, words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
        """What `subprocess.run` gives of a process that ended, its outputs as text."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with tempfile.TemporaryDirectory() as home:
            out, err = Path(home) / "out", Path(home) / "err"
            asked = {"words": words, "folder": str(folder), "out": str(out), "err": str(err)}
            self._process.stdin.write(f"{json.dumps(asked)}\n")
            self._process.stdin.flush()
            code = json.loads(self._process.stdout.readline())
            said, told = (path.read_text(encoding="utf-8") for path in (out, err))
        return subprocess.CompletedProcess(words, code, said, told)

    def close(self) -> None:
        """End it."""
        self._process.communicate()


def serve() -> None:
    """Fork for every line of standard input."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _become(**json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _become(words: list[str], folder: str, out: str, err: str) -> NoReturn:
    """In the child: the program that was asked for, with the exit code that `python` gives it."""
    os.chdir(folder)
    for number, path, mode in ((0, os.devnull, os.O_RDONLY), (1, out, os.O_WRONLY), (2, err, os.O_WRONLY)):
        os.dup2(os.open(path, mode | os.O_CREAT), number)
    code: object = 1
    try:
        code = _run(words, folder)
    except SystemExit as ended:
        code = ended.code
    except BaseException:  # noqa: BLE001 (as Python itself does)
        traceback.print_exc()
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
    sys.stdout.flush()
    sys.stderr.flush()
    # What was loaded before is not taken down: that would take as long as a small example.
    os._exit(code if isinstance(code, int) else int(code is not None))


def _run(words: list[str], folder: str) -> None:
    if words[:2] == ["-m", _PROGRAM]:
        from apparat.cli.main import main

        sys.argv = words[1:]
        main()
    else:
        sys.argv, sys.path[0] = words, folder
        runpy.run_path(words[0], run_name="__main__")


def warm() -> None:
    """Import what questions import and load what runs load, by asking some. No thread may be left behind."""
    import duckdb  # noqa: F401
    from matplotlib import pyplot as plt  # noqa: F401

    import apparat
    from apparat.cli.main import COMMANDS, Commands

    for command in COMMANDS:
        Commands().get_command(None, command)
    apparat.run("succession-1922", seed=1)
    with tempfile.TemporaryDirectory() as home:
        apparat.ensemble("succession-1922", runs=1, seed=1, threads=1, out=Path(home) / "store")


if __name__ == "__main__":
    warm()
    serve()
