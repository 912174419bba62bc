"""What is asked: levers and settings become arms, each a set of dated edits, perhaps from another opening."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from apparat import theories
from apparat.engine import Engine
from apparat.experiments.seam import Request
from apparat.ground.dates import Month, months_into
from apparat.ground.errors import UsageError
from apparat.scenario.compile import compile_scenario
from apparat.scenario.levers import Edit, Library, Paths, Value
from apparat.scenario.levers.paths import consistent
from apparat.theories.play import under

MOST_ARMS = 64


@dataclass(frozen=True)
class Asked:
    """Levers by name, settings by path with one value or several, and the month of the settings."""

    levers: Sequence[str] = ()
    settings: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    from_: str | None = None
    apart: bool = False
    """Whether each lever is an arm of its own; else they are pulled together."""

    def check(self) -> None:
        """Raises UsageError for what asks nothing, or cannot be meant."""
        if not self.levers and not self.settings:
            raise UsageError(
                "Nothing is changed: give a lever (--lever NAME) or set a path (--set PATH=VALUE)."
            )
        if self.from_ is not None and not self.settings:
            raise UsageError("--from is the date of --set; a lever has its own. Leave it out, or set a path.")
        if self.settings and self.from_ is None:
            raise UsageError("--set needs --from YYYY-MM: the month at whose beginning it is done.")
        if len(set(self.levers)) < len(self.levers):
            raise UsageError("A lever is given twice. Leave one out.")

    def words(self) -> list[str]:
        """The options that ask this on the command line."""
        given = [part for name in self.levers for part in ("--lever", name)]
        given += ["--apart"] if self.apart else []
        for path, values in self.settings.items():
            given += ["--set", f"{path}={','.join(str(value) for value in values)}"]
        return given if self.from_ is None else [*given, "--from", self.from_]


@dataclass(frozen=True)
class Arm:
    """One intervention."""

    name: str
    levers: tuple[str, ...]
    engine: Engine
    edits: tuple[Edit, ...]
    opening: bool
    """Whether it begins from another opening, and so shares no past with the baseline."""

    @property
    def first(self) -> int:
        """The first month that it changes."""
        return 0 if self.opening else self.edits[0].month


def arms(asked: Asked, request: Request, engine: Engine, library: Library) -> list[Arm]:
    """The arms of a question. Raises ApparatError for names, dates and values that cannot be."""
    made = [_arm(levers, settings, asked, request, engine, library) for levers, settings in _grid(asked)]
    if len(made) > MOST_ARMS:
        raise UsageError(f"{len(made)} interventions at once are too many: at most {MOST_ARMS}.")
    return made


def _grid(asked: Asked) -> Iterator[tuple[tuple[str, ...], dict[str, Value]]]:
    """Every combination of the settings' values, for the levers together or for each alone."""
    together = [(name,) for name in asked.levers] if asked.apart else [tuple(asked.levers)]
    for levers in together or [()]:
        for values in product(*asked.settings.values()):
            yield levers, dict(zip(asked.settings, values, strict=True))


def _arm(
    levers: tuple[str, ...],
    settings: dict[str, Value],
    asked: Asked,
    request: Request,
    engine: Engine,
    library: Library,
) -> Arm:
    chosen = [library[name] for name in levers]
    opening = any(lever.reopens for lever in chosen)
    own = _reopened(engine, library, levers, request) if opening else engine
    paths, scenario = Paths(own.compiled), own.compiled.scenario
    edits: list[Edit] = []
    for lever in chosen:
        edits += paths.edits(lever.set_, scenario.month(lever.from_) if lever.from_ else 0)
    if settings:
        edits += paths.edits(settings, _month(asked.from_ or "", scenario.from_, scenario.months))
    named = [*levers, *(f"{path}={value}" for path, value in settings.items())]
    return Arm(" + ".join(named), levers, own, tuple(consistent(edits, scenario.from_)), opening)


def _reopened(engine: Engine, library: Library, levers: Sequence[str], request: Request) -> Engine:
    scenario = library.scenario(levers, variants=request.variants, traits=request.traits)
    other = Engine(compile_scenario(scenario), engine.sets, engine.seed, engine.journal)
    return other if request.theory is None else under(theories.load(request.theory), other)


def _month(written: str, start: Month, months: int) -> int:
    try:
        return months_into(written, start, months)
    except ValueError as error:
        raise UsageError(f"--from: {error}.") from error
