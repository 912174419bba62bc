"""What is asked of an explanation."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from apparat.experiments.seam import Request
from apparat.ground.errors import UsageError
from apparat.scenario.compile import Compiled
from apparat.scenario.levers.offices import NOBODY
from apparat.scenario.levers.persons import row_of

Outcome = Literal["leader"]
"""What is explained: who leads at the end."""
MOST = 2**20
MOST_CAUSES = 20


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An explanation as asked for. Raises UsageError for what cannot be done."""

    request: Request
    outcome: str = "leader"
    who: str | None = None
    """Whose leadership; None: of whoever leads most often."""
    causes: tuple[str, ...] = ()
    """Names; none: the scenario's default ones."""
    runs: int = 500
    orders: int = 8
    """Orders of arrival sampled in each run where causes are too many for all coalitions."""

    def __post_init__(self) -> None:
        if self.outcome not in get_args(Outcome):
            known = ", ".join(get_args(Outcome))
            raise UsageError(f"'{self.outcome}' is no outcome that can be explained. Known: {known}.")
        for option, number, least in (("--runs", self.runs, 2), ("--orders", self.orders, 2)):
            if not least <= number <= MOST:
                raise UsageError(f"{option} is a whole number from {least} to {MOST}, not {number}.")
        if len(self.causes) > MOST_CAUSES:
            raise UsageError(f"{len(self.causes)} causes are too many: at most {MOST_CAUSES}.")

    def written(self) -> dict[str, Any]:
        """How it was asked for, as a folder keeps it."""
        return {"command": self.command(), "runs": self.runs}

    def command(self, *words: str) -> str:
        """The command line that asks it again, `words` added."""
        given = [word for cause in self.causes for word in ("--cause", cause)]
        given += ["--who", self.who] if self.who is not None else []
        given += ["--runs", str(self.runs), "--orders", str(self.orders)]
        return self.request.command("explain", *given, *words)


def key_of(who: str, compiled: Compiled) -> int:
    """The key of a person asked for by his name in the scenario; 0 for nobody.

    Raises UsageError for an unknown one.
    """
    if who == NOBODY:
        return 0
    return int(compiled.template["people"][0]["key"][row_of(compiled, who)])
