"""A store survives what happens to it, and says clearly what it cannot do."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NoReturn

import duckdb
import numpy as np
import pytest
from writer import IDENTITY, fill, open_store, toy_block

from apparat.ground.errors import StoreError, UsageError
from apparat.store.store import Store

RUNS = 60


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    folder = tmp_path / "whole"
    fill(folder, RUNS)
    return folder


def test_a_finished_store_has_every_run_once_and_says_so(whole: Path) -> None:
    store = Store.open(whole)
    with store.connect() as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT run) FROM runs").fetchone() == (RUNS, RUNS)
        assert connection.execute("SELECT count(*) FROM months").fetchone() == (4 * RUNS,)
    assert (store.missing(), store.verify(), store.manifest.state) == ([], [], "complete")


def test_the_digest_does_not_depend_on_the_block_size(whole: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    fill(other, RUNS, block=11)
    assert Store.open(other).digest() == Store.open(whole).digest()


def test_the_digest_depends_on_the_order_of_runs_and_on_each_of_them(whole: Path, tmp_path: Path) -> None:
    longer = tmp_path / "longer"
    fill(longer, RUNS + 1)
    assert Store.open(longer).digest() != Store.open(whole).digest()


def test_a_store_killed_at_random_moments_ends_as_an_uninterrupted_one(whole: Path, tmp_path: Path) -> None:
    folder, kills = tmp_path / "killed", 0
    delays = np.random.default_rng(3).uniform(0, 0.03, 5)
    script = [sys.executable, str(Path(__file__).with_name("writer.py")), str(folder), str(RUNS)]
    for delay in delays:
        child = subprocess.Popen(script)
        begun = time.monotonic()
        before = set(folder.glob("blocks/*"))
        while child.poll() is None and time.monotonic() - begun < 20:
            if set(folder.glob("blocks/*")) - before:
                break
            time.sleep(0.001)
        time.sleep(delay)
        if child.poll() is None:
            child.send_signal(signal.SIGKILL)
            kills += 1
        child.wait()
    assert kills > 0
    fill(folder, RUNS)
    store = Store.open(folder)
    assert store.verify() == []
    assert store.digest() == Store.open(whole).digest()
    assert not list(folder.rglob("*.tmp"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def garble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize("harm", [cut, garble, Path.unlink])
@pytest.mark.parametrize("what", ["parts/months-*.parquet", "parts/runs-*.parquet"])
def test_a_damaged_part_is_found_and_its_block_run_again(whole: Path, what: str, harm) -> None:
    digest = Store.open(whole).digest()
    harm(sorted(whole.glob(what))[2])
    damaged = Store.open(whole).verify()
    assert [(d.first, d.count) for d in damaged] == [(6, 3)]
    with open_store(whole, RUNS) as store:
        assert store.missing() == [(6, 3)]
    fill(whole, RUNS)
    assert (Store.open(whole).verify(), Store.open(whole).digest()) == ([], digest)


def misdirect(record: Path) -> None:
    """Let the record name another table's part, with the size and checksum that this has."""
    written = json.loads(record.read_bytes())
    one, other = written["parts"]
    written["parts"] = [one | {key: other[key] for key in ("file", "bytes", "sha256")}, other]
    record.write_text(json.dumps(written))


@pytest.mark.parametrize("harm", [cut, Path.unlink, misdirect])
def test_a_damaged_block_record_is_run_again(whole: Path, harm) -> None:
    digest = Store.open(whole).digest()
    harm(sorted(whole.glob("blocks/*.json"))[4])
    fill(whole, RUNS)
    assert (Store.open(whole).verify(), Store.open(whole).digest()) == ([], digest)


def test_blocks_that_overlap_are_not_counted_twice(whole: Path) -> None:
    with open_store(whole, RUNS) as store:
        store.write_block(7, *toy_block(7, 4))
        assert store.stored() == RUNS


def test_another_writer_is_refused_with_the_process_that_holds_the_store(tmp_path: Path) -> None:
    folder = tmp_path / "held"
    with open_store(folder, RUNS):
        script = [sys.executable, str(Path(__file__).with_name("writer.py")), str(folder), str(RUNS)]
        second = subprocess.run(script, capture_output=True, text=True, check=False)
        assert second.returncode != 0
        assert f"process {os.getpid()} on" in second.stderr
    fill(folder, RUNS)


def test_resuming_another_experiment_names_the_fields_that_differ(whole: Path) -> None:
    with pytest.raises(StoreError, match="seed: stored 7, asked 8") as refusal:
        Store.resume(whole, identity=IDENTITY | {"seed": 8}, runs=RUNS)
    assert "scenario" not in str(refusal.value)


def test_more_runs_may_be_asked_for_and_fewer_not(whole: Path) -> None:
    with open_store(whole, RUNS + 5) as store:
        assert store.missing() == [(RUNS, 5)]
    with pytest.raises(UsageError, match=f"made for {RUNS + 5} runs"):
        open_store(whole, RUNS)


def test_a_folder_in_use_is_not_written_to(whole: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Add --resume"):
        Store.create(whole, identity=IDENTITY, request={}, runs=1)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").touch()
    with pytest.raises(StoreError, match="not empty and not a store"):
        Store.create(tmp_path / "photos", identity=IDENTITY, request={}, runs=1)
    with pytest.raises(StoreError, match="a file stands there"):
        Store.create(tmp_path / "photos" / "cat.jpg", identity=IDENTITY, request={}, runs=1)


def test_a_folder_that_is_no_store_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"):
        Store.open(tmp_path / "nowhere")
    with pytest.raises(StoreError, match="not a store"):
        Store.open(tmp_path)


def test_a_store_of_another_version_names_the_apparat_that_made_it(whole: Path) -> None:
    path = whole / "manifest.json"
    content = json.loads(path.read_text())
    content["version"], content["software"]["apparat"] = 99, "9.9"
    path.write_text(json.dumps(content))
    with pytest.raises(StoreError, match=r"layout version 99.*made it: 9\.9"):
        Store.open(whole)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": "other"}', '{"format": "apparat-store", "version": 1}']
)
def test_a_damaged_manifest_is_a_clear_message(whole: Path, text: str) -> None:
    (whole / "manifest.json").write_text(text)
    with pytest.raises(StoreError, match="manifest"):
        Store.open(whole)


def test_an_empty_store_says_how_to_go_on(tmp_path: Path) -> None:
    with (
        open_store(tmp_path / "s", 3),
        pytest.raises(StoreError, match="--resume"),
        Store.open(tmp_path / "s").connect(),
    ):
        pass


def test_columns_of_several_numbers_and_of_flags_come_back(tmp_path: Path) -> None:
    run = np.arange(2, dtype=np.uint32)
    columns = {"run": run, "reasons": np.array([[0.5, 1.0], [2.0, 3.5]]), "carried": np.array([True, False])}
    with Store.create(tmp_path / "s", identity={}, request={}, runs=2) as store:
        store.write_block(0, {"rolls": columns}, run.astype(np.uint64))
        with store.connect() as connection:
            rows = connection.execute("SELECT * FROM rolls ORDER BY run").fetchall()
    assert [(r[0], list(r[1]), r[2]) for r in rows] == [(0, [0.5, 1.0], 1), (1, [2.0, 3.5], 0)]


def test_a_run_that_is_not_stored_is_named(whole: Path) -> None:
    assert Store.open(whole).digest_of(5) == int(toy_block(5, 1)[1][0])
    with pytest.raises(UsageError, match=f"run {RUNS} is not stored"):
        Store.open(whole).digest_of(RUNS)


def test_a_folder_name_with_special_characters_is_only_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "out [1] it's *"
    fill(folder, 6)
    with Store.open(folder).connect() as connection:
        assert connection.execute("SELECT count(*) FROM runs").fetchone() == (6,)


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only"), (errno.EACCES, "no permission")],
)
def test_a_refusing_disk_is_one_clear_message_and_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    with open_store(tmp_path / "s", 6) as store:
        store.write_block(0, *toy_block(0, 3))
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(code, os.strerror(code))))
            with pytest.raises(StoreError, match=words):
                store.write_block(3, *toy_block(3, 3))
    assert not list((tmp_path / "s").rglob("*.tmp"))
    assert Store.open(tmp_path / "s").missing() == [(3, 3)]


@pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0 or not shutil.which("mount"),
    reason="mounting a small disk needs root",
)
def test_a_disk_that_is_really_full_keeps_what_was_finished(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this system lets nobody mount")
    try:
        with pytest.raises(StoreError, match="disk is full"):
            fill(disk / "store", 3000, block=10)
        store = Store.open(disk / "store")
        assert 0 < store.stored() < 3000
        assert store.verify() == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_block_record_that_names_a_file_outside_the_store_reaches_none(whole: Path) -> None:
    (outside := whole.parent / "keep.txt").touch()
    path = sorted(whole.glob("blocks/*.json"))[4]
    record = json.loads(path.read_text())
    record["parts"][0]["file"] = "../keep.txt"
    path.write_text(json.dumps(record))
    fill(whole, RUNS)
    assert outside.exists()
    assert Store.open(whole).verify() == []


def test_a_clock_that_runs_backwards_leaves_the_store_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter(range(10_000, 0, -100))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(seconds)))
    fill(tmp_path / "s", 6)
    assert Store.open(tmp_path / "s").manifest.wall_seconds == 0.0


def test_ctrl_c_while_a_store_is_opened_is_ctrl_c(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB looks for signals in whatever it is asked to do."""

    def interrupted(_: str) -> NoReturn:
        raise RuntimeError("Query interrupted")

    store = Store.open(whole)
    monkeypatch.setattr(duckdb, "connect", interrupted)
    with pytest.raises(KeyboardInterrupt), store.connect():
        pass


def test_ctrl_c_within_a_query_is_ctrl_c(whole: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    pressed = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))
    pressed.start()
    try:
        with pytest.raises(KeyboardInterrupt), Store.open(whole).connect() as connection:
            connection.execute("SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b")
    finally:
        pressed.join()
        signal.signal(signal.SIGINT, before)
