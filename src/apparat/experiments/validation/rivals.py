"""Rival theories on a struggle's targets: played by the same rules, or computed from its opening."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from apparat import theories
from apparat.experiments.seam import Engine
from apparat.experiments.validation.asked import Struggle
from apparat.experiments.validation.forecasters import Values
from apparat.theories import commitment

if TYPE_CHECKING:
    from apparat import engine as compiled


def rivals(
    struggle: Struggle, engine: Engine, runs: int, play: Callable[[Engine], Values]
) -> dict[str, Values]:
    """Theory to what it says of each target, (n, targets); NaN where silent. `play` measures an engine."""
    found = {name: play(replace(struggle.request, theory=name).build("full")) for name in theories.names()}
    ready = cast("compiled.Engine", engine)
    found[commitment.NAME] = commitment.expected(ready, struggle.opening, struggle.targets, runs)
    return found
