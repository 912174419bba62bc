"""`Store`: the folder of one experiment."""

import glob
import hashlib
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import numpy as np
from numpy.typing import NDArray

from apparat.ground.errors import StoreError, UsageError
from apparat.store import blocks, lock, manifest, provenance
from apparat.store.files import TEMPORARY, explained
from apparat.store.manifest import Manifest

# What questions to a store may take before they use the disk, however many runs it holds.
MEMORY = "1GB"
# What a store stopped in its first moment, before its manifest, may have left.
_SKELETON = {blocks.PARTS, blocks.BLOCKS, lock.NAME}


@dataclass(frozen=True)
class Damage:
    """A block that cannot be trusted: runs `first` to `first + count - 1`, and why."""

    first: int
    count: int
    reason: str


class Store:
    """Runs on disk. `create` and `resume` give a writer, which holds the lock; `open` a reader.

    Parts may be written by anybody who sees the folder; only the writer makes them count. Use as a context
    manager, or call `close`.
    """

    def __init__(self, folder: Path, content: Manifest, held: lock.Lock | None) -> None:
        self.folder = folder
        self.manifest = content
        self._lock = held
        self._began = time.monotonic()

    @classmethod
    def create(cls, folder: Path, *, identity: dict[str, Any], request: dict[str, Any], runs: int) -> Self:
        """A new store in a folder that is empty or does not exist. Raises StoreError otherwise."""
        _check_free(folder)
        with explained(folder):
            (folder / blocks.PARTS).mkdir(parents=True, exist_ok=True)
            (folder / blocks.BLOCKS).mkdir(exist_ok=True)
        held = lock.Lock(folder)
        _check_free(folder)
        content = Manifest(
            runs=runs,
            identity=manifest.plain(identity),
            request=manifest.plain(request),
            software=provenance.software(),
            platform=provenance.machine(),
            commit=provenance.commit(),
            started=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        content.save(folder)
        return cls(folder, content, held)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A store to read from. Raises StoreError for a folder that is none, or one of another version."""
        return cls(folder, manifest.load(folder), None)

    @classmethod
    def resume(cls, folder: Path, *, identity: dict[str, Any], runs: int) -> Self:
        """A store to go on with, swept of strays and damaged blocks.

        `runs` may ask for more than before. Raises StoreError when the identity differs, UsageError when
        fewer runs are asked for than the store was made for.
        """
        content = manifest.load(folder)
        differing = manifest.differences(content.identity, identity)
        if differing:
            raise StoreError(
                f"{folder}: this store belongs to another experiment, so it cannot be resumed:\n  "
                + "\n  ".join(differing)
                + "\nAsk for the same, or choose another folder."
            )
        if runs < content.runs:
            raise UsageError(
                f"{folder}: this store was made for {content.runs} runs; ask for at least as many."
            )
        store = cls(folder, content, lock.Lock(folder))
        store._sweep()
        store._keep(runs=runs, state="running")
        return store

    def write_block(
        self, first: int, tables: Mapping[str, blocks.Columns], digests: NDArray[np.uint64]
    ) -> None:
        """Store runs `first` to `first + digests.size - 1`. Raises StoreError, for example on a full disk."""
        self.enter(blocks.write_parts(self.folder, first, tables, digests))

    def enter(self, record: blocks.BlockRecord) -> None:
        """Make a block count whose parts are written. Raises StoreError if they cannot be seen from here."""
        if self._lock is None:
            raise ValueError("a store opened for reading cannot be written to")
        blocks.enter(self.folder, record)
        if record.count > self.manifest.block:
            self.manifest = self.manifest.model_copy(update={"block": record.count})

    def stored(self) -> int:
        """Runs that are stored, as far as file sizes tell."""
        return sum(record.count for record in self._intact())

    def missing(self) -> list[tuple[int, int]]:
        """Ranges of runs still to be computed, as (first, count)."""
        gaps, at = [], 0
        for record in self._intact():
            if record.first > at:
                gaps.append((at, record.first - at))
            at = record.first + record.count
        if at < self.manifest.runs:
            gaps.append((at, self.manifest.runs - at))
        return gaps

    def verify(self) -> list[Damage]:
        """Blocks whose files are missing, cut short or altered, by reading all of them."""
        records, broken = blocks.read_records(self.folder)
        found = [Damage(0, 0, f"{path.name} is not a block record") for path in broken]
        for record in records:
            reason = blocks.damage(self.folder, record, thorough=True)
            if reason:
                found.append(Damage(record.first, record.count, reason))
        return found

    @contextmanager
    def connect(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """An in-memory DuckDB with one view per table over the stored parts, until the block ends.

        Raises KeyboardInterrupt on Ctrl-C, also within a query, which DuckDB itself ends as an error.
        """
        with _heeding_ctrl_c(), self._connection() as connection:
            yield connection

    def _connection(self) -> duckdb.DuckDBPyConnection:
        records = self._intact()
        if not records:
            raise StoreError(
                f"{self.folder}: no block of runs is stored yet. Run the same command with --resume."
            )
        connection = duckdb.connect(":memory:")
        connection.execute("SET temp_directory = $1", [tempfile.gettempdir()])
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        # Ctrl-C is heeded by the thread that asked; what others work on DuckDB would first bring to its end.
        connection.execute("SET threads = 1")
        for table in sorted({part.table for record in records for part in record.parts}):
            files = [str(self.folder / p.file) for r in records for p in r.parts if p.table == table]
            connection.read_parquet([glob.escape(file) for file in files]).create_view(table)
        return connection

    def digest_of(self, run: int) -> int:
        """The stored digest of a run. Raises UsageError for a run that is not stored."""
        with self.connect() as connection:
            row = connection.execute("SELECT digest FROM runs WHERE run = $1", [run]).fetchone()
        if row is None:
            raise UsageError(
                f"{self.folder}: run {run} is not stored. The store holds {self.stored()} of "
                f"runs 0 to {self.manifest.runs - 1}."
            )
        return int(row[0])

    def digest(self) -> str:
        """BLAKE2b (128 bits) over the digests of all runs in order, eight bytes each, lowest byte first."""
        total = hashlib.blake2b(digest_size=16)
        with self.connect() as connection:
            cursor = connection.execute("SELECT digest FROM runs ORDER BY run")
            while chunk := cursor.fetchmany(65536):
                total.update(np.array([row[0] for row in chunk], dtype="<u8").tobytes())
        return total.hexdigest()

    def close(self) -> None:
        """Write down how far the experiment got, and let others write."""
        if self._lock is None:
            return
        try:
            # No clock is trusted: one that ran backwards must not make the manifest unreadable.
            spent = self.manifest.wall_seconds + max(time.monotonic() - self._began, 0.0)
            state = "running" if self.missing() else "complete"
            self._keep(wall_seconds=round(spent, 3), state=state)
        finally:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except StoreError:
            if error is None:
                raise

    def __repr__(self) -> str:
        return f"<Store {self.folder}: {self.stored()} of {self.manifest.runs} runs>"

    def _keep(self, **changed: object) -> None:
        self.manifest = self.manifest.model_copy(update=changed)
        self.manifest.save(self.folder)

    def _intact(self) -> list[blocks.BlockRecord]:
        records, _ = blocks.read_records(self.folder)
        return [r for r in records if blocks.damage(self.folder, r, thorough=False) is None]

    def _sweep(self) -> None:
        """Remove temporaries, unreadable records, damaged blocks, and parts that no record claims."""
        with explained(self.folder):
            records, broken = blocks.read_records(self.folder)
            for path in [*broken, *self.folder.rglob(f"*{TEMPORARY}")]:
                path.unlink(missing_ok=True)
            claimed: set[str] = set()
            for record in records:
                if blocks.damage(self.folder, record, thorough=True):
                    blocks.remove(self.folder, record)
                else:
                    claimed.update(part.file for part in record.parts)
            for path in (self.folder / blocks.PARTS).glob("*.parquet"):
                if f"{blocks.PARTS}/{path.name}" not in claimed:
                    path.unlink()


@contextmanager
def _heeding_ctrl_c() -> Iterator[None]:
    """Ctrl-C is Ctrl-C, whatever DuckDB was doing: opening views asks it as well as queries do."""
    try:
        yield
    except RuntimeError as error:
        if str(error) == "Query interrupted":
            raise KeyboardInterrupt from None
        raise


def _check_free(folder: Path) -> None:
    with explained(folder):
        if not folder.exists():
            return
        if not folder.is_dir():
            raise StoreError(f"{folder}: a file stands there. Choose another folder.")
        if manifest.is_store(folder):
            raise StoreError(
                f"{folder}: a store is there already. "
                "Add --resume to go on with it, or choose another folder."
            )
        if any(path.name not in _SKELETON and path.suffix != TEMPORARY for path in folder.iterdir()):
            raise StoreError(f"{folder}: the folder is not empty and not a store. Choose another folder.")
