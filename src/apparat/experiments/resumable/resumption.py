"""Going on with earlier work: what is taken from it, and what is said to whoever stops."""

import math
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from apparat.experiments.resumable.folder import MANIFEST, stored
from apparat.ground.errors import Interrupted, StoreError, UsageError
from apparat.ground.nodes import shortened


@dataclass(frozen=True)
class Earlier:
    """Earlier work to go on with, if any: what is not asked anew is as it was."""

    folder: Path | None
    """Where work is kept; None if it is not."""
    said: Mapping[str, Any]
    """What decides the work in the folder, and how it was asked for."""

    @classmethod
    def of(cls, out: str | Path | None, *, resume: bool) -> "Earlier":
        """What a folder holds, if it is to be gone on with. Raises StoreError for one that cannot be read."""
        folder = Path(out) if out is not None else None
        if not resume or folder is None or not (folder / MANIFEST).is_file():
            return cls(folder, {})
        manifest = stored(folder)
        return cls(folder, {**manifest["identity"], **manifest.get("request", {})})

    def numbers(self, **asked: int | None) -> dict[str, int]:
        """Numbers as asked, else as before, else left out, so that defaults hold.

        Raises StoreError where the earlier work says what is no number.
        """
        given = {name: self.said.get(name) if number is None else number for name, number in asked.items()}
        for name, number in given.items():
            if number is not None and (not isinstance(number, int) or isinstance(number, bool)):
                raise StoreError(
                    f"The earlier work says that '{name}' is {shortened(str(number))}, which is no whole "
                    "number: its manifest is damaged. Begin anew in another folder."
                )
        return {name: number for name, number in given.items() if number is not None}

    def names(self, what: str) -> tuple[str, ...]:
        """Names that the earlier work says; none where it does not. Raises StoreError for what is no list."""
        found = self.said.get(what, ())
        if isinstance(found, list | tuple) and all(isinstance(name, str) for name in found):
            return tuple(found)
        raise StoreError(
            f"The earlier work says under '{what}' what is no list of names: its manifest is damaged. "
            "Begin anew in another folder."
        )


def seconds(budget: float | None) -> float | None:
    """A budget in minutes as seconds. Raises UsageError for one that is none."""
    if budget is None:
        return None
    if not (math.isfinite(budget) and budget > 0):
        raise UsageError(f"A budget is a number of minutes greater than 0, not {budget:g}.")
    return 60.0 * budget


def again(command: str, out: Path, *words: str) -> str:
    """What to type to go on, `words` added."""
    return f"Go on with:\n  {command} {shlex.join(['--out', str(out), '--resume', *words])}"


def stopped(what: str, command: str, out: Path | None, *, there: str | None = None) -> Interrupted:
    """What Ctrl-C leaves of finished `what` (runs, pairs); `there` says how much, where that is known."""
    if out is None:
        return Interrupted(
            f"Stopped. Nothing is kept; give --out DIR to keep finished {what} and to go on later."
        )
    return Interrupted(f"Stopped. {there or f'Finished {what}'} are kept in {out}. {again(command, out)}")
