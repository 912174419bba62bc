"""Reading the levers of a scenario: a file of the same name in the folder `levers` beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from apparat.ground.documents import Document
from apparat.ground.documents import read as read_document
from apparat.ground.errors import DocumentError, Problem, UsageError, unknown_name
from apparat.scenario import library
from apparat.scenario.compile import compile_scenario
from apparat.scenario.levers.paths import Paths
from apparat.scenario.levers.schema import Lever, Levers
from apparat.scenario.schema import Scenario
from apparat.scenario.sources import mistake

FOLDER = "levers"


@dataclass(frozen=True)
class Library:
    """The levers of one scenario; none if nobody has written any."""

    name_or_path: str | Path
    levers: dict[str, Lever] = field(default_factory=dict)
    document: Document | None = None

    def __getitem__(self, name: str) -> Lever:
        """A lever by name. Raises UsageError for an unknown one."""
        if not self.levers:
            raise UsageError(
                f"There is no lever called '{name}': {self.name_or_path} has no levers. Set paths instead."
            )
        if name not in self.levers:
            raise unknown_name("lever", name, self.levers)
        return self.levers[name]

    def scenario(
        self,
        chosen: Sequence[str] = (),
        *,
        variants: Mapping[str, str] | None = None,
        traits: library.Traits = "recorded",
    ) -> Scenario:
        """The scenario with the openings of some levers, and the options that they take for its variants.

        Raises DocumentError where it is none with them, UsageError where they take different options.
        """
        document = self.document
        options = dict(variants or {}) | self._options(chosen)
        openings = [
            node
            for name in chosen
            if document is not None and (node := document.find("levers", name, "opening")) is not None
        ]
        try:
            return library.load(self.name_or_path, variants=options, traits=traits, openings=openings)
        except DocumentError as error:
            if document is None or not openings:
                raise
            said = f"with the opening of {' and '.join(chosen)} the scenario cannot be used"
            raise DocumentError(
                document.file, [Problem(f"{said}: {each.message}") for each in error.problems]
            ) from None

    def _options(self, chosen: Sequence[str]) -> dict[str, str]:
        """The options that some levers take."""
        taken: dict[str, str] = {}
        for name in chosen:
            for variant, option in self[name].variants.items():
                if taken.setdefault(variant, option) != option:
                    raise UsageError(
                        f"{variant} is set twice, to {taken[variant]} and to {option}: the interventions "
                        "contradict each other. Leave one of them out."
                    )
        return taken


def read(name_or_path: str | Path) -> Library:
    """The levers of a shipped scenario, or of a file. Raises DocumentError with all their problems."""
    file = library.beside(name_or_path, FOLDER)
    if not file.is_file():
        return Library(name_or_path)
    name = str(file) if isinstance(file, Path) else file.name
    document = read_document(file.read_bytes(), kind="list of levers", name=name)
    found = Library(name_or_path, document.validate(Levers).levers, document)
    problems = list(_problems(found, document))
    if problems:
        raise document.error(problems)
    return found


def _problems(found: Library, document: Document) -> Iterator[Problem]:
    """Sources that nobody has, months outside the scenario, paths that name nothing."""
    plain = found.scenario()
    paths = Paths(compile_scenario(plain))
    for name, lever in found.levers.items():
        for position, reference in enumerate(lever.because):
            wrong = mistake(reference, plain.assumptions)
            if wrong is not None:
                yield document.problem(wrong, "levers", name, "because", position)
        month = plain.month(lever.from_) if lever.from_ is not None else 0
        if not 0 <= month < plain.months:
            outside = f"{lever.from_} lies outside the scenario ({plain.from_} to {plain.until})"
            yield document.problem(outside, "levers", name, "from")
            continue
        try:
            own = Paths(compile_scenario(found.scenario([name]))) if lever.reopens else paths
        except UsageError as error:
            yield document.problem(str(error), "levers", name, "variants")
            continue
        for path, value in lever.set_.items():
            try:
                own.edits({path: value}, month)
            except UsageError as error:
                yield document.problem(str(error), "levers", name, "set", path)
