"""The whole page: the answer first, then what it is drawn from, then how to have it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib import metadata
from pathlib import Path

from apparat.ground.errors import ApparatError, UsageError
from apparat.report.page import background, citations, takeaway
from apparat.report.page.bundle import built
from apparat.report.page.numbers import numbers
from apparat.report.page.tables import as_html
from apparat.report.page.told import Figure, Told, kind_of, told
from apparat.results import html
from apparat.results.base import Result
from apparat.results.kept import read

ENDING = ".html"
_DIGESTS = ("digest", "digests", "scenario_hash", "scenario_hashes", "engine", "parameters", "rules", "seed")


@dataclass(frozen=True)
class Section:
    """A part of the page with a heading that can be linked to."""

    name: str
    title: str
    content: str


def write(experiment: str | Path | Result, out: str | Path | None = None) -> Path:
    """Write the page of an experiment: a folder, a file of JSON, or a result. Gives the page's path.

    It stands beside a folder's or file's content unless told where. Raises UsageError, DocumentError or
    StoreError for what cannot be read, and ApparatError where the page cannot be written.
    """
    result = experiment if isinstance(experiment, Result) else None
    if out is None and result is not None:
        raise UsageError("Say where the page of a result shall stand: write(result, 'page.html').")
    target = Path(out) if out is not None else _beside(Path(str(experiment)))
    check(target)
    content = page(read(Path(str(experiment))) if result is None else result)
    try:
        target.write_text(content, encoding="utf-8")
    except OSError as error:
        raise ApparatError(f"{target}: the page could not be written: {error.strerror or error}.") from error
    return target


def _beside(experiment: Path) -> Path:
    return experiment / f"report{ENDING}" if experiment.is_dir() else experiment.with_suffix(ENDING)


def check(target: Path) -> None:
    """Raises UsageError for a file that no page can be written to."""
    if target.suffix.lower() != ENDING:
        raise UsageError(f"{target}: a page's name ends in {ENDING}.")
    if target.is_dir():
        raise UsageError(f"{target}: a folder stands there. Choose another name.")
    if not target.absolute().parent.is_dir():
        raise UsageError(f"{target}: there is no folder {target.absolute().parent}. Make it first.")


def page(result: Result, tale: Told | None = None) -> str:
    """A result as a page that needs nothing else; `tale` is what it says, unless as all of its kind do."""
    tale = tale or told(result)
    sections = [section for section in _sections(result, tale) if section.content]
    links = "".join(f'<li><a href="#{each.name}">{escape(each.title)}</a></li>' for each in sections)
    body = "".join(
        f'<section id="{each.name}"><h2>{escape(each.title)}</h2>{each.content}</section>'
        for each in sections
    )
    front = built()
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<meta http-equiv="Content-Security-Policy" content="{front.policy}">'
        f"<title>{escape(tale.title)}</title><style>\n{html.RULES}\n{front.style}</style></head>\n"
        f'<body class="apparat"><header><h1>{escape(tale.title)}</h1>'
        f'<p class="lead">{escape(result.headline())}</p>'
        f'<nav aria-label="Contents"><ul>{links}</ul></nav></header>\n<main>{body}</main>\n'
        f"<footer><p>{escape(_made(result, tale))}</p></footer>\n{takeaway.block(result)}"
        f"{front.drawing(tale.figures)}</body></html>\n"
    )


def _sections(result: Result, tale: Told) -> Iterator[Section]:
    found = background.settings(result, tale.scenarios)
    pulled = background.levers(found, tale.levers)
    yield Section("question", "Question", html.text(tale.question))
    yield Section("answer", "Answer", "".join(map(html.text, tale.answer)))
    yield Section("figures", "Figures", "".join(_figure(n, each) for n, each in enumerate(tale.figures, 1)))
    shown = "".join(piece for part in tale.tables for piece in as_html(part))
    yield Section("tables", "Tables", shown + "".join(html.text(line) for line in tale.story))
    behind = background.mechanisms() if tale.modelled else ""
    yield Section("method", "Method", "".join(map(html.text, tale.method)) + behind)
    yield Section("scenario", "Scenario", background.scenarios(found, getattr(result, "variants", {})))
    yield Section("levers", "Levers", "".join(background.lever(*each) for each in pulled.items()))
    yield Section("assumptions", "What the answer rests on", _lines(getattr(result, "assumptions", ())))
    yield Section("parameters", "Parameters", background.parameters(result) if tale.modelled else "")
    yield Section("sources", "Sources", _sources(tale, list(background.sources(found, pulled))))
    if tale.modelled:
        keys = [*tale.works, *citations.of_mechanisms()]
        yield Section("references", "References", citations.references(keys))
        yield Section("again", "How to have it again", _again(result))
    name = kind_of(result).replace("_", "-")
    yield Section("data", "Data", takeaway.downloads(result, name) + takeaway.folds(result))


def _made(result: Result, tale: Told) -> str:
    """What the page was made from, and what it is not."""
    made = f"Made by Apparat {_version()} from {type(result).model_fields['schema_name'].default}."
    if not tale.modelled:
        return f"{made} Sources are reported here, not judged."
    return f"{made} The shares follow from the model's assumptions; they are no forecast and no proof."


def _figure(number: int, figure: Figure) -> str:
    note = f'<p class="faint">{escape(figure.note)}</p>' if figure.note else ""
    return (
        f"<figure><figcaption><h3>Figure {number}. {escape(figure.title)}</h3><p>{escape(figure.says)}</p>"
        f'</figcaption><div class="drawing" data-figure="{number - 1}"></div>{note}'
        f"{numbers(figure.chart)}</figure>"
    )


def _lines(said: tuple[str, ...]) -> str:
    entries = "".join(f"<li>{escape(line)}</li>" for line in said)
    return f"<ul>{entries}</ul>" if entries else ""


def _sources(tale: Told, found: list[tuple[str, list[str]]]) -> str:
    """Facts behind levers, scenarios and parameters, each group behind a fold."""
    own = [("The result", list(tale.facts))] if tale.facts else []
    behind = [("Parameters", citations.of_parameters())] if tale.modelled else []
    groups = [*own, *found, *behind]
    return "".join(
        html.fold(f"{whose} ({len(references)} references)", citations.facts(references))
        for whose, references in groups
        if references
    )


def _again(result: Result) -> str:
    """The command, and what identifies the answer bit for bit."""
    command = str(getattr(result, "command", ""))
    told_by = (
        f"<pre><code>{escape(command)}</code></pre>" if command else html.text("The command is not known.")
    )
    rows = []
    for name in _DIGESTS:
        value = getattr(result, name, None)
        if isinstance(value, dict):
            rows += [(f"{name.replace('_', ' ')}: {key}", str(each)) for key, each in value.items()]
        elif isinstance(value, str | int):
            rows.append((name.replace("_", " "), str(value)))
    rows.append(("Apparat", _version()))
    said = "Equal inputs give equal digests, on any number of threads and on any machine."
    return (
        told_by + html.text(said) + html.grid(["what", "value"], rows, ["word"], "What identifies the answer")
    )


def _version() -> str:
    try:
        return metadata.version("apparat")
    except metadata.PackageNotFoundError:
        return "(not installed)"
