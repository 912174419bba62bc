"""Names of targets and parameters in tables: a line may end where a name has a joint, and nowhere else."""

import re

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

_PART = re.compile(r"[^ ._-]*[ ._-]|[^ ._-]+")
"""What lies between two joints, the joint behind it included."""


class Name:
    """A long name, broken after dots, dashes, low lines and spaces; a part too wide for a line is folded."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._parts: list[str] = _PART.findall(name)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """At least its longest part, at most all of it."""
        return Measurement(max((len(part) for part in self._parts), default=0), len(self.name))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """As many parts to a line as fit."""
        line = ""
        for part in self._parts:
            if line and len(line) + len(part.rstrip()) > options.max_width:
                yield Text(line.rstrip(), overflow="fold")
                line = ""
            line += part
        yield Text(line.rstrip(), overflow="fold")
