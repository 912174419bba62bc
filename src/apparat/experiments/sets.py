"""Which parameter sets an engine is given: those of a posterior that holds here, or the uncalibrated ones.

A posterior that was fitted to other rules, scenarios or targets is never used without a word: by default it
is passed over and the answer says so, and asked for by name it is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from apparat.ground.errors import UsageError

if TYPE_CHECKING:
    from apparat.posterior import Posterior

Choice = Literal["posterior", "point", "uncalibrated"]
"""The posterior's sets, its centre alone, or the assumed sets; the first is the default."""


@dataclass(frozen=True)
class Chosen:
    """Parameter sets with what is said of them."""

    sets: NDArray[np.void] | None
    """None: the engine's own, uncalibrated ones."""
    calibrated: bool
    origin: str


def choose(file: Path | None, choice: Choice) -> Chosen:
    """The sets for a run of the model. `file` is a table of sets, the folder of a posterior, or the name of
    one that comes with the program.

    Raises UsageError or DocumentError for what cannot be used or does not hold here.
    """
    from apparat import posterior
    from apparat.engine.parameters import UNCALIBRATED, read_sets
    from apparat.posterior.files import is_posterior

    named = posterior.called(str(file)) if file is not None and not file.exists() else None
    if named is not None:
        return _asked(named, choice, str(file))
    if file is not None and is_posterior(file):
        return _asked(posterior.read(file), choice, str(file))
    if file is not None:
        if choice != "posterior":
            raise UsageError(f"--{choice} and a table of parameter sets exclude each other: choose one.")
        return Chosen(read_sets(file), calibrated=False, origin=UNCALIBRATED)
    found = None if choice == "uncalibrated" else posterior.find()
    if choice == "point":
        if found is None:
            raise UsageError(
                "--point needs a posterior, and none comes with this version of the program. Make one with "
                "`apparat calibrate`, and give its folder as --parameters."
            )
        return _asked(found, choice, found.provenance.name)
    against = found.provenance.reasons_against() if found is not None else ()
    if found is None or against:
        return Chosen(None, calibrated=False, origin=UNCALIBRATED + _passed_over(found, against))
    return _used(found, choice)


def fitted_without(scenario: str) -> tuple[Chosen, tuple[str, ...]]:
    """The sets fitted to other struggles, and to which; without sets, saying why, where none holds here."""
    from apparat import posterior
    from apparat.engine.parameters import UNCALIBRATED

    found = posterior.without(scenario)
    against = found.provenance.reasons_against() if found is not None else ()
    if found is None or against:
        return Chosen(None, calibrated=False, origin=UNCALIBRATED + _passed_over(found, against)), ()
    return _used(found, "posterior"), found.provenance.scenarios


def fitted_to_more() -> tuple[Chosen | None, tuple[str, ...]]:
    """The sets fitted to figures held back as well, where there are any that hold here; and to which."""
    from apparat import posterior

    found = posterior.given()
    if found is None or found.provenance.reasons_against():
        return None, ()
    return _used(found, "posterior"), found.provenance.given


def _passed_over(found: "Posterior | None", against: Sequence[str]) -> str:
    if found is None:
        return ""
    shipped = f"the calibration on {_struggles(found)} of {found.provenance.made[:10]} is not used"
    return f" ({shipped}: {'; '.join(against)})"


def _asked(found: "Posterior", choice: Choice, name: str) -> Chosen:
    """A posterior that was asked for."""
    if choice == "uncalibrated":
        raise UsageError("--uncalibrated and a posterior exclude each other: choose one.")
    against = found.provenance.reasons_against()
    if against:
        raise UsageError(
            f"{name}: this posterior does not hold here: {'; '.join(against)}. Calibrate anew with\n"
            f"  {found.provenance.command} --out DIR"
        )
    return _used(found, choice)


def _used(found: "Posterior", choice: Choice) -> Chosen:
    made = found.provenance
    reached = "" if made.complete else f", unfinished: tolerances {made.tolerances:.2g} times the stated ones"
    more = f", given {', '.join(made.given)}" if made.given else ""
    fitted = f"fitted to the record of {_struggles(found)}{more} ({made.made[:10]}{reached})"
    if choice == "point":
        return Chosen(
            found.centre(), calibrated=True, origin=f"the parameters are the centre of sets {fitted}"
        )
    return Chosen(found.sets(), calibrated=True, origin=f"the parameters are {fitted}")


def _struggles(found: "Posterior") -> str:
    return ", ".join(found.provenance.scenarios)
