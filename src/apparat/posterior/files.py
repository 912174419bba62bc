"""A posterior as a folder: how it was made, and a table of its sets."""

import io
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import ValidationError

from apparat.ground.errors import DocumentError, Problem
from apparat.ground.told import parsed
from apparat.mechanisms.month import all_parameters
from apparat.posterior.posterior import Array, Posterior
from apparat.posterior.provenance import VERSION, Provenance
from apparat.store.files import explained, write_whole

MANIFEST, SETS = "posterior.json", "sets.parquet"
_KINDS = {"parameters": "parameter ", "values": "value ", "deviations": "deviation ", "outcomes": "outcome "}


def is_posterior(folder: Path) -> bool:
    """Whether a folder claims to hold a posterior."""
    return (folder / MANIFEST).is_file()


def write(posterior: Posterior, folder: Path) -> None:
    """Write a posterior: the table first, so that a folder with a manifest is whole."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    columns = {
        prefix + name: column
        for kind, prefix in _KINDS.items()
        for name, column in getattr(posterior, kind).items()
    }
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream, compression="zstd")
    write_whole(folder / SETS, stream.getvalue())
    write_whole(folder / MANIFEST, (posterior.provenance.model_dump_json(indent=2) + "\n").encode())


def read(folder: Path | Traversable) -> Posterior:
    """A posterior from its folder.

    Raises DocumentError if a file is missing or damaged, or if the model's parameters are others.
    """
    provenance = _provenance(folder)
    path = folder / SETS
    try:
        # `pq.read_table` would first import pandas, which takes longer than all that is read here.
        table = pq.ParquetFile(io.BytesIO(path.read_bytes())).read()
    except (OSError, pa.ArrowException) as error:
        raise DocumentError(str(path), [Problem(f"cannot be read as a table of sets: {error}")]) from error
    posterior = Posterior(provenance, **{kind: _columns(table, p) for kind, p in _KINDS.items()})
    problems = [*_lengths(table, provenance), *_unlike(posterior)]
    if problems:
        raise DocumentError(str(path), problems)
    return posterior


def _provenance(folder: Path | Traversable) -> Provenance:
    path = folder / MANIFEST
    try:
        content = parsed(path.read_bytes())
        if isinstance(content, dict) and content.get("version", VERSION) != VERSION:
            said = f"has version {content['version']} of its form, this Apparat reads version {VERSION}"
            raise DocumentError(str(path), [Problem(f"{said}. Calibrate anew with `apparat calibrate`.")])
        return Provenance.model_validate(content)
    except FileNotFoundError as error:
        said = (
            "is missing: no posterior is here. Name a folder under posteriors/ that `apparat calibrate` wrote"
        )
        raise DocumentError(str(path), [Problem(f"{said}.")]) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DocumentError(str(path), [Problem(f"is no posterior: {where}: {first['msg']}")]) from error
    except (OSError, ValueError) as error:
        said = f"cannot be read as a posterior: {error}"
        raise DocumentError(str(path), [Problem(said)]) from error


def _columns(table: pa.Table, prefix: str) -> dict[str, Array]:
    return {
        name.removeprefix(prefix): np.asarray(table[name].to_numpy(), np.float64)
        for name in table.column_names
        if name.startswith(prefix)
    }


def _lengths(table: pa.Table, provenance: Provenance) -> list[Problem]:
    if table.num_rows == provenance.points:
        return []
    return [Problem(f"holds {table.num_rows} sets, its {MANIFEST} says {provenance.points}")]


def _unlike(posterior: Posterior) -> list[Problem]:
    """Parameters that the model does not have, and values outside their ranges."""
    known = {p.address: p for p in all_parameters()}
    problems = []
    for name, values in posterior.parameters.items():
        if name not in known:
            problems.append(Problem(f"there is no parameter '{name}' in this model"))
        elif not ((known[name].low <= values) & (values <= known[name].high)).all():
            ends = f"{known[name].low:g} to {known[name].high:g}"
            problems.append(Problem(f"{name} has values outside its range, {ends} {known[name].unit}"))
    return problems
