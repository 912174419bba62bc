"""Blocks: a range of runs as one Parquet part a table, and the record that makes them count.

The parts of a block are written first, its record last; without a record the parts are strays.
"""

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from apparat.ground.errors import StoreError
from apparat.store.files import checksum, settle, write_whole

PARTS = "parts"
BLOCKS = "blocks"
_NAME = "^[a-z_]+$"

Columns = Mapping[str, NDArray[np.generic]]


class Part(BaseModel):
    """One Parquet file of a block."""

    model_config = ConfigDict(frozen=True)

    table: str = Field(pattern=_NAME)
    file: str = Field(pattern=rf"^{PARTS}/[a-z_]+-[0-9]+-[0-9]+\.parquet$", description="within the store")
    rows: int = Field(ge=0)
    bytes: int = Field(ge=0)
    sha256: str


class BlockRecord(BaseModel):
    """`blocks/<first>-<count>.json`: which runs are stored, in which files, with which digests."""

    model_config = ConfigDict(frozen=True)

    first: int = Field(ge=0)
    count: int = Field(ge=1)
    digests: str
    """SHA-256 over the runs' digests in order, eight bytes each, lowest byte first."""
    parts: list[Part] = Field(min_length=1)

    @model_validator(mode="after")
    def _of_this_block(self) -> Self:
        """No part may be that of another table or block, however well its checksum fits."""
        for part in self.parts:
            if part.file != _file(part.table, self.name):
                raise ValueError(f"{part.file} is not where the {part.table} of these runs are kept")
        return self

    @property
    def name(self) -> str:
        """The stem of the block's file names."""
        return stem(self.first, self.count)


def stem(first: int, count: int) -> str:
    """File names sort as the runs do."""
    return f"{first:010d}-{count:06d}"


def _file(table: str, name: str) -> str:
    return f"{PARTS}/{table}-{name}.parquet"


def write_parts(
    folder: Path, first: int, tables: Mapping[str, Columns], digests: NDArray[np.uint64]
) -> BlockRecord:
    """Write the tables of runs `first`, `first + 1`, ..., which count for nothing until they are entered.

    When this returns, they survive a power cut. Any process may write parts.
    """
    count = digests.size
    name = stem(first, count)
    with ThreadPoolExecutor(len(tables)) as pool:  # flushed together, files take a disk a third of the time
        parts = list(pool.map(lambda table: _write_part(folder, table, name, tables[table]), tables))
    settle(folder / PARTS)
    return BlockRecord(
        first=first,
        count=count,
        digests=hashlib.sha256(digests.astype("<u8").tobytes()).hexdigest(),
        parts=parts,
    )


def enter(folder: Path, record: BlockRecord) -> None:
    """Make a block count. Raises StoreError if its parts are not there."""
    missing = damage(folder, record, thorough=False)
    if missing is not None:
        raise StoreError(
            f"{folder}: the runs {record.first} to {record.first + record.count - 1} were written, but here "
            f"{missing}. Whoever computes must see the same folder, on a file system that all machines share."
        )
    write_whole(folder / BLOCKS / f"{record.name}.json", record.model_dump_json(indent=1).encode())
    settle(folder / BLOCKS)


def _write_part(folder: Path, table: str, name: str, columns: Columns) -> Part:
    frame = pa.table({key: _column(values) for key, values in columns.items()})
    buffer = pa.BufferOutputStream()
    pq.write_table(frame, buffer, compression="zstd", compression_level=1)
    content = buffer.getvalue().to_pybytes()
    file = _file(table, name)
    write_whole(folder / file, content)
    return Part(
        table=table,
        file=file,
        rows=frame.num_rows,
        bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _column(values: NDArray[np.generic]) -> pa.Array:
    """Numbers as Arrow sees them; by buffers, since `pa.array` would first import pandas."""
    held = np.ascontiguousarray(values, dtype=np.int8 if values.dtype == np.bool_ else None)
    flat = pa.Array.from_buffers(pa.from_numpy_dtype(held.dtype), held.size, [None, pa.py_buffer(held.data)])
    return flat if held.ndim == 1 else pa.FixedSizeListArray.from_arrays(flat, held.shape[1])


def read_records(folder: Path) -> tuple[list[BlockRecord], list[Path]]:
    """All readable block records in order of their runs, and the files that are not readable as such."""
    records: list[BlockRecord] = []
    broken: list[Path] = []
    for path in sorted((folder / BLOCKS).glob("*.json")):
        try:
            record = BlockRecord.model_validate_json(path.read_bytes())
        except (ValidationError, OSError):
            broken.append(path)
            continue
        overlaps = bool(records) and record.first < records[-1].first + records[-1].count
        if overlaps or path.stem != record.name:
            broken.append(path)
        else:
            records.append(record)
    return records, broken


def damage(folder: Path, record: BlockRecord, *, thorough: bool) -> str | None:
    """What is wrong with a block's files, or None. `thorough` reads them and compares checksums."""
    for part in record.parts:
        path = folder / part.file
        try:
            size = path.stat().st_size
            if size != part.bytes:
                return f"{part.file} has {size} bytes instead of {part.bytes}"
            if thorough and checksum(path) != part.sha256:
                return f"{part.file} does not match its checksum"
        except FileNotFoundError:
            return f"{part.file} is missing"
        except (OSError, StoreError) as error:
            return f"{part.file} cannot be read ({error})"
    return None


def remove(folder: Path, record: BlockRecord) -> None:
    """Take a block out: its record first, so that no record ever points to parts being removed."""
    (folder / BLOCKS / f"{record.name}.json").unlink(missing_ok=True)
    for part in record.parts:
        (folder / part.file).unlink(missing_ok=True)
