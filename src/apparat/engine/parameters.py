"""Parameter sets: the defaults, draws around them within their stated ranges, or sets read from a file.

Nothing here is fitted to the record. The first set is the defaults; the others are drawn once and for all
from a triangular distribution over each parameter's range, half way between default and bounds, so that an
ensemble shows how much of its answer hangs on numbers that nobody knows.
"""

import csv
import hashlib
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from apparat.ground.errors import DocumentError, Problem, nearest
from apparat.mechanisms.month import all_parameters, defaults
from apparat.world.parameters import Parameter

SETS = 20
REACH = 0.5
"""How far a draw may go from the default towards the bounds of a parameter's range."""
STREAM = 1922
UNCALIBRATED = "the parameters are assumed within their stated ranges, not fitted to the historical record"


def uncalibrated_sets() -> NDArray[np.void]:
    """(SETS,) parameter sets: the defaults, and draws around them."""
    sets = defaults(SETS)
    for p in all_parameters():
        mechanism, name = p.address.split(".")
        # Each address has a stream of its own: a new parameter leaves the draws of all others as they were.
        luck = np.random.Generator(np.random.Philox([STREAM, zlib.crc32(p.address.encode())]))
        low, high = spread(p)
        draws = (
            luck.triangular(low, p.default, high, SETS - 1) if low < high else np.full(SETS - 1, p.default)
        )
        sets[mechanism][name][1:] = draws
    return sets


def spread(p: Parameter) -> tuple[float, float]:
    """How low and how high a draw around the default may come."""
    return p.default - REACH * (p.default - p.low), p.default + REACH * (p.high - p.default)


def sets_hash(sets: NDArray[np.void]) -> str:
    """Sixteen hexadecimal digits that change with any number of any set."""
    digest = hashlib.sha256()
    for p in all_parameters():
        mechanism, name = p.address.split(".")
        digest.update(p.address.encode() + np.ascontiguousarray(sets[mechanism][name]).tobytes())
    return digest.hexdigest()[:16]


def read_sets(path: Path) -> NDArray[np.void]:
    """Sets from a CSV file: a header of addresses (`voting.tie`), a row for each set; the rest at default.

    Raises DocumentError with every problem: unknown address, no number, a number outside its range.
    """
    known = {p.address: p for p in all_parameters()}
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(
            str(path), [Problem(f"cannot be read as a table of parameters: {error}")]
        ) from error
    if len(rows) < 2:
        raise DocumentError(
            str(path), [Problem("needs a header of addresses and at least one row of numbers")]
        )
    problems = [
        Problem(f"there is no parameter '{name}'{_hint(name, known)}", 1, k + 1)
        for k, name in enumerate(rows[0])
        if name not in known
    ]
    sets = defaults(len(rows) - 1)
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(rows[0]):
            problems.append(Problem(f"has {len(row)} numbers for {len(rows[0])} parameters", line))
            continue
        for column, (name, text) in enumerate(zip(rows[0], row, strict=True), start=1):
            if name in known:
                problems += _set(sets, known[name], text, line, column)
    if problems:
        raise DocumentError(str(path), problems)
    return sets


def _hint(name: str, known: dict[str, Parameter]) -> str:
    close = nearest(name, known)
    return f": did you mean {' or '.join(close)}?" if close else ""


def _set(sets: NDArray[np.void], p: Parameter, text: str, line: int, column: int) -> list[Problem]:
    try:
        value = float(text)
    except ValueError:
        return [Problem(f"'{text}' is not a number ({p.address}, {p.unit})", line, column)]
    if not p.low <= value <= p.high:
        allowed = f"{p.low:g} to {p.high:g} {p.unit}"
        return [Problem(f"{p.address} = {text} lies outside its range, {allowed}", line, column)]
    mechanism, name = p.address.split(".")
    sets[mechanism][name][line - 2] = value
    return []
