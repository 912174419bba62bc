"""What a result says of itself on a page. A kind of result has a file in `kinds`, named after its schema."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec

from rich.console import RenderableType

from apparat.report.page.charts import Chart
from apparat.results.base import Result


@dataclass(frozen=True)
class Figure:
    """A chart with its title and a sentence that says what is to be seen."""

    title: str
    says: str
    chart: Chart
    note: str = ""
    """How to read it."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A result as a page tells it. The page adds what it knows itself: scenario, parameters, sources."""

    title: str
    question: str
    method: Sequence[str]
    """Paragraphs: how the answer was found."""
    answer: Sequence[str] = ()
    """Paragraphs, where the answer takes more than the sentence at the head of the page."""
    figures: Sequence[Figure] = ()
    tables: Iterable[RenderableType] = ()
    """The tables that matter most, as the terminal shows them; all rows of all tables follow anyway."""
    story: Sequence[str] = ()
    """Sentences that belong with the tables."""
    works: Sequence[str] = ()
    """Works that the method rests on, by their keys in the bibliography."""
    levers: Sequence[str] = ()
    scenarios: Mapping[str, str] = field(default_factory=dict)
    """Scenarios and their hashes, where the result does not say them in fields of its own."""
    facts: Sequence[str] = ()
    """Facts of the record that the result itself cites."""
    modelled: bool = True
    """Whether the model computed it: then its mechanisms and parameters stand behind it."""


def kind_of(result: Result) -> str:
    """`what_if` for a result with the schema `apparat/what-if/1`."""
    name: str = type(result).model_fields["schema_name"].default
    return name.split("/")[1].replace("-", "_")


def told(result: Result) -> Told:
    """What a result says of itself; of a kind without a file of its own, its headline."""
    module = f"apparat.report.page.kinds.{kind_of(result)}"
    if find_spec(module) is None:
        return plain(result)
    tell: Callable[[Result], Told] = import_module(module).told
    return tell(result)


def plain(result: Result) -> Told:
    """What can be said of any result."""
    words = kind_of(result).replace("_", " ")
    modelled = "command" in type(result).model_fields
    asked = "The model was asked with the command below; all" if modelled else "All"
    return Told(
        title=str(getattr(result, "title", "")) or words.capitalize(),
        question=f"What does `apparat {words}` say?",
        method=(f"{asked} tables of the answer follow.",),
        modelled=modelled,
    )
