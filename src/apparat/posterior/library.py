"""Posteriors that come with the program."""

from importlib import resources
from pathlib import Path

from apparat.posterior.files import MANIFEST, read
from apparat.posterior.posterior import Posterior

FOLDER = Path(str(resources.files("apparat.posterior"))) / "shipped"


def shipped(folder: Path = FOLDER) -> tuple[Posterior, ...]:
    """All of them, by name, whether they hold here or not."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(read(each) for each in found if (each / MANIFEST).is_file())


def find(folder: Path = FOLDER) -> Posterior | None:
    """The posterior fitted to the most struggles, none left out on purpose. Rules are the same everywhere,
    so it serves every scenario.
    """
    joint = [each for each in shipped(folder) if each.provenance.left_out is None]
    return max(joint, key=lambda each: len(each.provenance.scenarios), default=None)


def without(scenario: str, folder: Path = FOLDER) -> Posterior | None:
    """The posterior fitted to the other struggles, so that this one is a prediction."""
    return next((each for each in shipped(folder) if each.provenance.left_out == scenario), None)
