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
    """The posterior fitted to the most struggles, none left out on purpose and nothing given that is held
    back. Rules are the same everywhere, so it serves every scenario.
    """
    joint = [each for each in shipped(folder) if not each.provenance.left_out and not each.provenance.given]
    return max(joint, key=lambda each: len(each.provenance.scenarios), default=None)


def without(scenario: str, folder: Path = FOLDER) -> Posterior | None:
    """The posterior fitted to the other struggles, so that this one is a prediction."""
    return next((each for each in shipped(folder) if each.provenance.left_out == scenario), None)


def given(folder: Path = FOLDER) -> Posterior | None:
    """The posterior that was fitted to figures held back as well: it says what they would teach."""
    return next((each for each in shipped(folder) if each.provenance.given), None)


def called(name: str, folder: Path = FOLDER) -> Posterior | None:
    """The one of that name."""
    return next((each for each in shipped(folder) if each.provenance.name == name), None)
