"""Documents that readers write: scenarios, levers, causes, targets, theories."""

from collections.abc import Callable
from importlib import resources
from pathlib import Path

from apparat.ground.documents import read
from apparat.scenario import causes, levers, library
from apparat.scenario.compile import compile_scenario
from apparat.targets.library import expanded
from apparat.targets.library import parse as parse_targets
from apparat.theories.library import parse as parse_theory
from tests.fuzz.door import Door
from tests.fuzz.hostile import documents

_LEVERS = b"""levers:
  no-powers:
    title: The office has no powers
    question: Would anybody have won?
    about: The post stays as a title.
    set: {"chief.*": off, persons.secretary.organiser: 0}
    because: ["assumed: to show the form"]
  another-opening:
    title: The opening is another
    question: Does it matter?
    about: An alternative opening state.
    opening: {persons: {secretary: {authority: {value: 0.5, because: assumed/example}}}}
    because: ["assumed: to show the form"]
"""
_CAUSES = b"""default: [office]
causes:
  office:
    name: the office
    about: What it gives its holder.
    because: ["assumed: to show the form"]
    neutral:
      said: The office is a title.
      why: It then favours nobody.
      set: {"chief.*": off}
      because: ["assumed: to show the form"]
"""


def doors(folder: Path) -> tuple[Door, ...]:
    """The doors; files that others stand beside are written into `folder`."""
    file = folder / "hostile.yaml"
    file.write_text(library.template(), encoding="utf-8")
    return (
        _door("scenario", _scenario, library.template().encode()),
        _door("levers", _beside(file, "levers", levers.read), _LEVERS),
        _door("causes", _beside(file, "causes", causes.read), _CAUSES),
        _door("targets", _targets, _shipped("targets")),
        _door("theory", lambda data: parse_theory(read(data, kind="theory")), _shipped("theories")),
    )


def _door(name: str, enter: Callable[[bytes], object], seed: bytes) -> Door:
    enter(seed)
    return Door(name, enter, (seed,), documents(read(seed, kind=name).root.plain()))


def _targets(data: bytes) -> object:
    return expanded(parse_targets(read(data, kind="targets file")))


def _scenario(data: bytes) -> None:
    document = read(data, kind="scenario", name="hostile.yaml")
    found = library.parse(document, {})
    for name, variant in found.variants.items():
        for option in variant.options:
            library.parse(document, {name: option})
    compile_scenario(found)


def _beside(file: Path, folder: str, reading: Callable[[Path], object]) -> Callable[[bytes], object]:
    written = file.parent / folder / file.name
    written.parent.mkdir()

    def enter(data: bytes) -> object:
        written.write_bytes(data)
        try:
            return reading(file)
        finally:
            written.unlink()

    return enter


def _shipped(room: str) -> bytes:
    """The shortest of the files that come with the program."""
    found = (resources.files(f"apparat.{room}") / "data").iterdir()
    return min((path.read_bytes() for path in found if path.name.endswith(".yaml")), key=len)
