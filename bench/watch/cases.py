"""What is timed. Each case is made ready once, and then called; what it needs is imported at the first."""

import contextlib
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

Case = Callable[[], object]
SCENARIO = "succession-1922"


def _process(*words: str) -> Case:
    return partial(subprocess.run, [sys.executable, *words], check=True, capture_output=True)


def _help() -> Case:
    return _process("-m", "apparat", "--help")


def _looking_up() -> Case:
    return _process("-m", "apparat", "record", "show", "congress/12")


def _importing() -> Case:
    return _process("-c", "import apparat.engine, apparat.experiments.face")


def _reading() -> Case:
    from apparat.ground.documents import read
    from apparat.scenario import library

    text = (Path(library.__file__).parent / "shipped" / f"{SCENARIO}.yaml").read_bytes()
    return lambda: library.parse(read(text, kind="scenario"), {})


def _compiling() -> Case:
    from apparat import scenario
    from apparat.scenario.compile import compile_scenario

    found = scenario.load(SCENARIO)
    return lambda: [compile_scenario(found) for _ in range(4)]


def _engine() -> Any:
    from apparat.engine import build

    engine = build(SCENARIO, seed=1)
    engine.warm(lambda *_: None)
    engine.block(0, 1)
    return engine


def _runs() -> Case:
    engine = _engine()
    return lambda: engine.block(0, 6).tables()


def _history() -> Case:
    from apparat.engine import build

    engine = build(SCENARIO, seed=1, journal="full")
    engine.warm(lambda *_: None)
    return lambda: [engine.history(run, until=None) for run in range(4)]


def _what_if() -> Case:
    import apparat

    return partial(
        apparat.what_if,
        SCENARIO,
        levers="no-general-secretary",
        runs=4,
        seed=1,
        threads=1,
        sets="uncalibrated",
    )


def _storing() -> Case:
    from apparat.store.store import Store

    block = _engine().block(0, 8)

    def store() -> None:
        with (
            tempfile.TemporaryDirectory() as home,
            Store.create(Path(home) / "s", identity={}, request={}, runs=40) as made,
        ):
            for first in range(0, 40, 8):
                made.write_block(first, block.tables(), block.digests)
            made.verify()

    return store


def _asking() -> Case:
    from apparat.store.store import Store

    block, home = _engine().block(0, 8), Path(tempfile.mkdtemp())
    with Store.create(home / "s", identity={}, request={}, runs=8) as made:
        made.write_block(0, block.tables(), block.digests)
    return lambda: [Store.open(home / "s").digest() for _ in range(4)]


def _searching() -> Case:
    from apparat import record

    return lambda: [
        record.search(words) for words in ("Trotskii 1926", "congress", "purge members", "secretary")
    ]


def _record() -> Case:
    from apparat.record.reading import read_table
    from apparat.record.rows import Fact, PolitburoSpell

    return lambda: (read_table(Fact, "facts"), read_table(PolitburoSpell, "politburo_members"))


def _telling() -> Case:
    from apparat.cli import main

    command = main.app

    def tell() -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            command(["scenario", "show", SCENARIO, "--json"], standalone_mode=False)

    return tell


def _yardstick() -> Case:
    """Work that no commit changes: what a machine takes for it is the unit of what is kept over commits."""
    import numpy as np

    def work() -> None:
        numbers = np.arange(200_000, dtype=np.float64)
        for _ in range(10):
            numbers = np.sqrt(numbers * numbers + 1.0)
        sum(hash((number, "yardstick")) & 0xFF for number in range(200_000))

    return work


CASES: dict[str, Callable[[], Case]] = {
    "start: help": _help,
    "start: a look at the record": _looking_up,
    "start: what a run imports": _importing,
    "scenario: read and checked": _reading,
    "scenario: made into a world": _compiling,
    "runs: a block": _runs,
    "runs: one with its journal": _history,
    "what-if": _what_if,
    "store: written and verified": _storing,
    "store: asked": _asking,
    "record: searched": _searching,
    "record: read": _record,
    "scenario: shown": _telling,
    "yardstick": _yardstick,
}
