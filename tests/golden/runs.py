"""The runs whose digests are kept: a few of every shipped scenario, small enough to repeat in every test."""

import json
from pathlib import Path

from apparat.experiments.crew.threads import Threads
from apparat.experiments.ensemble import ensemble
from apparat.experiments.seam import Request
from apparat.scenario import library

KEPT = Path(__file__).with_name("digests.json")
RUNS = 8
SEED = 1


def computed() -> dict[str, str]:
    """The digest of the reference runs of every shipped scenario, by scenario."""
    return {
        name: ensemble(Request(scenario=name, seed=SEED), runs=RUNS, crew=Threads()).digest
        for name in library.names()
    }


def kept() -> dict[str, str]:
    """The digests as they were when results last moved on purpose; none before they were first kept."""
    return dict(json.loads(KEPT.read_text(encoding="utf-8"))) if KEPT.exists() else {}


def keep(digests: dict[str, str]) -> None:
    """Make these the reference."""
    KEPT.write_text(json.dumps(digests, indent=2, sort_keys=True) + "\n", encoding="utf-8")
