"""Reading the causes of a scenario: a file of the same name in the folder `causes` beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from apparat.ground.documents import Document
from apparat.ground.documents import read as read_document
from apparat.ground.errors import Problem, UsageError, unknown_name
from apparat.scenario import levers, library
from apparat.scenario.causes.schema import Cause, Causes
from apparat.scenario.causes.switches import switch, switches
from apparat.scenario.compile import compile_scenario
from apparat.scenario.levers import Paths
from apparat.scenario.sources import mistake

FOLDER = "causes"


@dataclass(frozen=True)
class Library:
    """The causes of one scenario; none if nobody has written any."""

    name_or_path: str | Path
    levers: levers.Library
    causes: dict[str, Cause] = field(default_factory=dict)
    default: tuple[str, ...] = ()

    def chosen(self, names: Sequence[str]) -> dict[str, Cause]:
        """Causes by name, or the default ones. Raises UsageError for unknown or repeated names, or none."""
        if not self.causes:
            raise UsageError(
                f"{self.name_or_path} has no causes: nobody has said what may have decided it. Write them in "
                f"a file of the scenario's name in a folder '{FOLDER}' beside it."
            )
        asked = tuple(names) or self.default
        for name in asked:
            if name not in self.causes:
                raise unknown_name("cause", name, self.causes)
        if len(set(asked)) < len(asked):
            raise UsageError("A cause is given twice. Leave one out.")
        return {name: self.causes[name] for name in asked}


def read(name_or_path: str | Path) -> Library:
    """The causes of a shipped scenario, or of a file. Raises DocumentError with all their problems."""
    pulled = levers.read(name_or_path)
    file = library.beside(name_or_path, FOLDER)
    if not file.is_file():
        return Library(name_or_path, pulled)
    name = str(file) if isinstance(file, Path) else file.name
    document = read_document(file.read_bytes(), kind="list of causes", name=name)
    lacking = list(_without_level(document))
    if lacking:
        raise document.error(lacking)
    written = document.validate(Causes)
    found = Library(name_or_path, pulled, written.causes, written.default)
    problems = list(_problems(found, document))
    if problems:
        raise document.error(problems)
    return found


def _without_level(document: Document) -> Iterator[Problem]:
    """Causes that do not say what their absence would be, told with more than that a key is missing."""
    listed = document.find("causes")
    for name, node in listed.content.items() if listed and isinstance(listed.content, dict) else ():
        if isinstance(node.content, dict) and "neutral" not in node.content:
            yield document.problem(
                f"'{name}' has no neutral level, so nothing says what its absence is: write under 'neutral' "
                "what is said and why, and the 'levers' to pull or the paths to 'set'",
                "causes",
                name,
                at_key=True,
            )


def _problems(found: Library, document: Document) -> Iterator[Problem]:
    """Sources that nobody has, neutral levels that cannot be set, a default list that cannot be asked for."""
    scenario = found.levers.scenario()
    paths = Paths(compile_scenario(scenario))
    sound = True
    for name, cause in found.causes.items():
        for place, because in (((), cause.because), (("neutral",), cause.neutral.because)):
            for position, reference in enumerate(because):
                wrong = mistake(reference, scenario.assumptions)
                if wrong is not None:
                    yield document.problem(wrong, "causes", name, *place, "because", position)
        try:
            switch(name, cause, paths, found.levers, scenario)
        except UsageError as error:
            sound = False
            yield document.problem(str(error), "causes", name, "neutral")
    try:
        asked = found.chosen(())
        if sound:
            switches(asked, paths, found.levers, scenario)
    except UsageError as error:
        yield document.problem(str(error), "default")
