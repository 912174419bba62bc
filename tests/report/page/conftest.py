"""One result of each kind, and its page."""

import pytest

import apparat
from apparat.report.page import page
from apparat.results.base import Result
from tests.experiments.validation.cards import the_record, whole
from tests.report.samples import CALIBRATION, CONTRAST, EXPLANATION, SENSITIVITY, WHY

NAME = "succession-1922"
USUAL = {"runs": 3, "seed": 2, "sets": "uncalibrated"}


@pytest.fixture(scope="session")
def every() -> dict[str, Result]:
    """Results by what they are called here."""
    both = ["no-general-secretary", "no-grain-crisis"]
    return {
        "ensemble": apparat.ensemble(NAME, **USUAL),
        "what-if": apparat.what_if(NAME, levers="no-general-secretary", **USUAL),
        "what-if, apart": apparat.what_if(NAME, levers=both, apart=True, **USUAL),
        "explain": EXPLANATION,
        "branch": apparat.branch(
            NAME, ("1929-06", "1929-10"), pasts=3, endings=3, seed=2, sets="uncalibrated"
        ),
        "flows": apparat.flows(NAME, levels="politburo", runs=6, months=3, seed=2, sets="uncalibrated"),
        "run": apparat.run(NAME, seed=2, until="1922-12", sets="uncalibrated"),
        "validation": whole(lambda target: the_record(target) + 1),
        "calibration": CALIBRATION,
        "sensitivity": SENSITIVITY,
        "contrast": CONTRAST,
        "why": WHY,
    }


@pytest.fixture(scope="session")
def pages(every: dict[str, Result]) -> dict[str, str]:
    return {name: page(result) for name, result in every.items()}
