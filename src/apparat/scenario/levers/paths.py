"""The table of paths: everything of a compiled world that an intervention can name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from apparat.ground.dates import Month
from apparat.ground.errors import UsageError, unknown_name
from apparat.scenario.compile import Compiled
from apparat.scenario.levers.dates import of_document, of_event
from apparat.scenario.levers.edits import Edit
from apparat.scenario.levers.offices import of_body, of_chief, of_office, of_seat
from apparat.scenario.levers.persons import of_person, of_relation
from apparat.scenario.levers.rules import of_parameter, of_rule
from apparat.scenario.levers.schema import Value

Maker = Callable[[Compiled, Sequence[str], Value, int], Iterator[Edit]]

_ROOTS: dict[str, Maker] = {
    "persons": of_person,
    "relations": of_relation,
    "offices": of_office,
    "seats": of_seat,
    "chief": of_chief,
    "rules": of_rule,
    "bodies": of_body,
    "timeline": of_event,
    "documents": of_document,
    "parameters": of_parameter,
}
PATHS = {root: (maker.__doc__ or "").strip() for root, maker in _ROOTS.items()}
"""Root of a path, and how paths below it are written."""


class Paths:
    """The paths of one compiled scenario."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled

    def edits(self, settings: Mapping[str, Value], month: int) -> list[Edit]:
        """Edits that set each path to its value at the beginning of a month.

        Raises UsageError for an unknown path, a value that cannot be, and settings that contradict others.
        """
        made = (edit for path, value in settings.items() for edit in self._of(path, value, month))
        return consistent(made, self._compiled.scenario.from_)

    def _of(self, path: str, value: Value, month: int) -> Iterator[Edit]:
        root, *parts = path.split(".")
        # The address of a parameter is `mechanism.name`, where names never hold a dot.
        if root not in _ROOTS:
            raise unknown_name("path", path, [".".join([known, *parts]) for known in _ROOTS])
        if not parts:
            raise UsageError(f"'{path}' is no path by itself. {PATHS[root]}")
        try:
            yield from _ROOTS[root](self._compiled, parts, value, month)
        except UsageError as error:
            said = str(error)
            raise UsageError(said if path in said else f"{path}: {said[0].lower()}{said[1:]}") from error


def consistent(edits: Iterable[Edit], start: Month) -> list[Edit]:
    """Edits in the order of their months, each once; `start` is the scenario's first.

    Raises UsageError where two contradict each other.
    """
    kept: dict[str, Edit] = {}
    for edit in edits:
        other = kept.setdefault(edit.path, edit)
        if other.value != edit.value or other.month != edit.month:
            one, two = (f"{each.value} from {start + each.month}" for each in (other, edit))
            raise UsageError(
                f"{edit.path} is set twice, to {one} and to {two}: the interventions contradict each "
                "other. Leave one of them out."
            )
    return sorted(kept.values(), key=lambda edit: edit.month)
