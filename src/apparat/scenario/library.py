"""Finding, reading and starting scenario files."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from apparat.ground.documents import Document, read
from apparat.ground.errors import DocumentError, Problem, UsageError, unknown_name
from apparat.ground.nodes import Node
from apparat.scenario import check, variants
from apparat.scenario.schema import Scenario
from apparat.scenario.values import IDENTIFIER
from apparat.scenario.variants import laid_over

_SHIPPED = resources.files("apparat.scenario") / "shipped"
_SUFFIX = ".yaml"
_SUFFIXES = (".yaml", ".yml")

Traits = Literal["recorded", "exchangeable"]


def names() -> list[str]:
    """The scenarios that come with the program."""
    return sorted(
        entry.name.removesuffix(_SUFFIX) for entry in _SHIPPED.iterdir() if entry.name.endswith(_SUFFIX)
    )


def load(
    name_or_path: str | Path,
    *,
    variants: Mapping[str, str] | None = None,
    traits: Traits = "recorded",
    openings: Sequence[Node] = (),
) -> Scenario:
    """A shipped scenario by name, or a file, with options chosen for its variants.

    `traits="exchangeable"` removes every departure from the common prior of traits; `openings` are laid over
    the file, and add to its lists. Raises DocumentError with all problems of the file, UsageError for an
    unknown scenario, variant or option.
    """
    scenario = parse(_document(name_or_path), variants or {}, openings)
    return scenario.exchangeable() if traits == "exchangeable" else scenario


def problems(path: str | Path) -> list[Problem]:
    """All problems of a file: of the file as it stands and of each option of each of its variants."""
    try:
        document = _document(path)
        scenario = parse(document, {})
    except DocumentError as error:
        return error.problems
    found: list[Problem] = []
    for name, variant in scenario.variants.items():
        for option in variant.options:
            try:
                parse(document, {name: option})
            except DocumentError as error:
                found += [
                    Problem(f"with {name}={option}: {p.message}", p.line, p.column, p.path)
                    for p in error.problems
                ]
    return found


def parse(document: Document, chosen: Mapping[str, str], openings: Sequence[Node] = ()) -> Scenario:
    """A read document as a checked scenario."""
    for opening in openings:
        document = Document(document.file, document.kind, laid_over(document.root, opening, adding=True))
    scenario = document.validate(Scenario)
    if chosen:
        document, answers = variants.apply(document, scenario, chosen)
        scenario = document.validate(Scenario)
        scenario = scenario.model_copy(update={"answers": {**scenario.answers, **answers}})
    found = check.problems(scenario, document)
    if found:
        raise document.error(found)
    return scenario


def template() -> str:
    """The text of a small, commented, valid starting file."""
    return (resources.files("apparat.scenario") / "template.yaml").read_text(encoding="utf-8")


def start(path: Path) -> Path:
    """Write the starting file to `path`, with `.yaml` added where it has no ending; gives the file's path.

    The scenario is named after the file. Raises UsageError where something is there already, where the name
    is no identifier, or where nothing can be written.
    """
    file = path if path.suffix in _SUFFIXES else path.with_name(path.name + _SUFFIX)
    name = file.name.removesuffix(file.suffix)
    if not IDENTIFIER.fullmatch(name):
        raise UsageError(
            f"A scenario is named after its file, and '{name}' is no name for one. "
            "Use small letters, digits and single hyphens."
        )
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(template().replace("scenario: my-scenario", f"scenario: {name}"))
    except FileExistsError:
        raise UsageError(f"{file} exists already. Choose another name: nothing was written.") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}. Choose another place.") from None
    return file


def beside(name_or_path: str | Path, folder: str) -> Traversable:
    """The file of the same name in a folder beside a scenario's; it need not exist."""
    if isinstance(name_or_path, str) and not _looks_like_path(name_or_path):
        return _SHIPPED / folder / f"{name_or_path}{_SUFFIX}"
    path = Path(name_or_path)
    return path.parent / folder / path.name


def _document(name_or_path: str | Path) -> Document:
    if isinstance(name_or_path, str) and not _looks_like_path(name_or_path):
        if name_or_path not in names():
            raise unknown_name("scenario", name_or_path, names())
        return _shipped(name_or_path)
    return read(Path(name_or_path), kind="scenario")


@cache
def _shipped(name: str) -> Document:
    """A shipped file, read once: an answer asks for it several times, and nothing changes it meanwhile."""
    text = (_SHIPPED / f"{name}{_SUFFIX}").read_bytes()
    return read(text, kind="scenario", name=f"{name}{_SUFFIX}")


def located(name_or_path: str) -> str:
    """A name as it is, a file by its full path: the same scenario wherever it is asked for."""
    return str(Path(name_or_path).resolve()) if _looks_like_path(name_or_path) else name_or_path


def _looks_like_path(text: str) -> bool:
    return text.endswith(_SUFFIXES) or "/" in text or "\\" in text
