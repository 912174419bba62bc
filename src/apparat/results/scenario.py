"""Results of the `scenario` commands: what there is, what a scenario says, what is wrong with a file."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, Field

from apparat.constitution import Constitution
from apparat.ground.errors import Problem
from apparat.results.base import Result
from apparat.results.tables import Row
from apparat.scenario import Scenario
from apparat.scenario.causes import Cause
from apparat.scenario.levers import Lever


class ScenarioEntry(Row):
    """A shipped scenario."""

    scenario: str
    title: str
    question: str = Field(description="what is asked of its end")
    about: str = Field(description="what it is about, in a paragraph")
    first: str = Field(description="first month")
    last: str = Field(description="last month")
    persons: int
    regions: int
    hash: str
    variants: dict[str, list[str]] = Field(
        description="questions on which sources disagree, with their options"
    )

    @classmethod
    def of(cls, scenario: Scenario) -> "ScenarioEntry":
        """The scenario in a line."""
        return cls(
            scenario=scenario.scenario,
            title=scenario.title,
            question=scenario.question,
            about=scenario.about.strip(),
            first=str(scenario.from_),
            last=str(scenario.until),
            persons=len(scenario.persons),
            regions=len(scenario.regions),
            hash=scenario.hash,
            variants={name: list(variant.options) for name, variant in scenario.variants.items()},
        )


class ScenarioListResult(Result):
    """The scenarios that come with the program."""

    tables_: ClassVar[dict[str, type[Row]]] = {"scenarios": ScenarioEntry}
    schema_name: Literal["apparat/scenario-list/1"] = Field("apparat/scenario-list/1", alias="schema")
    scenarios: tuple[ScenarioEntry, ...]

    def headline(self) -> str:
        """Their names."""
        return ", ".join(entry.scenario for entry in self.scenarios)


class ScenarioShowResult(Result):
    """A scenario as it would be run: variants applied, every number with its source."""

    schema_name: Literal["apparat/scenario-show/1"] = Field("apparat/scenario-show/1", alias="schema")
    scenario: str
    hash: str
    variants: dict[str, str] = Field(description="the options chosen; defaults are left out")
    traits: str = Field(description="`recorded`, or `exchangeable`: all from one prior")
    content: dict[str, Any] = Field(description="the scenario in the form of its file")

    def headline(self) -> str:
        """Its title."""
        return str(self.content["title"])

    @classmethod
    def of(cls, scenario: Scenario, variants: dict[str, str], traits: str) -> "ScenarioShowResult":
        """The whole of a scenario."""
        return cls(
            scenario=scenario.scenario,
            hash=scenario.hash,
            variants=variants,
            traits=traits,
            content=scenario.model_dump(mode="json", exclude_none=True),
        )


class ScenarioConstitutionResult(Result):
    """The institutions of a scenario in its first month."""

    schema_name: Literal["apparat/scenario-constitution/1"] = Field(
        "apparat/scenario-constitution/1", alias="schema"
    )
    scenario: str
    constitution: str
    month: str
    answers: dict[str, str] = Field(description="where sources disagree: the answer used")
    bodies: dict[str, dict[str, Any]]
    offices: dict[str, dict[str, Any]]
    post_classes: dict[str, dict[str, Any]]
    edges: tuple[dict[str, Any], ...] = Field(description="who has which power over whom")
    rules: tuple[dict[str, Any], ...]

    def headline(self) -> str:
        """Which, and when."""
        return f"Constitution {self.constitution} in {self.month}"

    @classmethod
    def of(cls, scenario: Scenario, now: Constitution) -> "ScenarioConstitutionResult":
        """What is in force in a month: `now` is the constitution as it stands then."""
        return cls(
            scenario=scenario.scenario,
            constitution=now.name,
            month=str(now.month),
            answers=dict(now.answers),
            bodies=_plain(now.bodies),
            offices=_plain(now.offices),
            post_classes=_plain(now.post_classes),
            edges=tuple(edge.model_dump(mode="json", exclude_none=True) for edge in now.edges),
            rules=tuple(rule.model_dump(mode="json", exclude_none=True) for rule in now.rules),
        )


def _plain(parts: Mapping[str, BaseModel]) -> dict[str, dict[str, Any]]:
    return {name: part.model_dump(mode="json", exclude_none=True) for name, part in parts.items()}


class ProblemEntry(Row):
    """One thing wrong in a file."""

    file: str
    line: int | None
    column: int | None
    path: str = Field(description="keys and positions: `timeline.war-scare.date`")
    message: str


class LeverRow(Row):
    """A named intervention."""

    lever: str
    title: str
    question: str = Field(description="the question that it answers")
    about: str = Field(description="how the model carries it, and what it leaves out")
    from_: str = Field(alias="from", description="month from which it acts, YYYY-MM")
    opening: bool = Field(description="whether it is an alternative opening state")
    sets: dict[str, bool | float | str] = Field(description="paths that it sets, with their values")
    because: tuple[str, ...] = Field(description="facts, works and assumptions behind it")


class ScenarioLeversResult(Result):
    """What can be changed in a scenario."""

    tables_: ClassVar[dict[str, type[Row]]] = {"levers": LeverRow}
    schema_name: Literal["apparat/scenario-levers/1"] = Field("apparat/scenario-levers/1", alias="schema")
    scenario: str
    levers: tuple[LeverRow, ...]
    paths: dict[str, str] = Field(description="roots of paths, and how paths below them are written")

    def headline(self) -> str:
        """Their names."""
        return ", ".join(row.lever for row in self.levers)

    @classmethod
    def of(
        cls, scenario: Scenario, levers: Mapping[str, Lever], paths: Mapping[str, str]
    ) -> "ScenarioLeversResult":
        """The levers of a scenario, in the order of their file."""
        rows = tuple(
            LeverRow(
                lever=name,
                title=lever.title,
                question=lever.question,
                about=lever.about.strip(),
                from_=str(lever.from_ or scenario.from_),
                opening=lever.reopens,
                sets=lever.set_,
                because=lever.because,
            )
            for name, lever in levers.items()
        )
        return cls(scenario=scenario.scenario, levers=rows, paths=dict(paths))


class CauseRow(Row):
    """A cause, and the neutral level that stands for its absence."""

    cause: str
    name: str = Field(description="as a sentence names it")
    default: bool = Field(description="whether it is asked for unless others are named")
    about: str = Field(description="what it is in the scenario, and how it acts")
    neutral: str = Field(description="how things stand without it")
    why: str = Field(description="why that level favours nobody")
    levers: tuple[str, ...] = Field(description="levers that the neutral level pulls")
    from_: str = Field(alias="from", description="month from which it sets paths, YYYY-MM")
    sets: dict[str, bool | float | str] = Field(description="paths that it sets, with their values")
    because: tuple[str, ...] = Field(description="sources of the cause")
    neutral_because: tuple[str, ...] = Field(description="sources of the neutral level")


class ScenarioCausesResult(Result):
    """What may have decided a scenario."""

    tables_: ClassVar[dict[str, type[Row]]] = {"causes": CauseRow}
    schema_name: Literal["apparat/scenario-causes/1"] = Field("apparat/scenario-causes/1", alias="schema")
    scenario: str
    causes: tuple[CauseRow, ...]

    def headline(self) -> str:
        """Their names."""
        return ", ".join(row.cause for row in self.causes)

    @classmethod
    def of(
        cls, scenario: Scenario, causes: Mapping[str, Cause], default: Sequence[str]
    ) -> "ScenarioCausesResult":
        """The causes of a scenario, in the order of their file."""
        rows = tuple(
            CauseRow(
                cause=name,
                name=cause.name,
                default=name in default,
                about=cause.about.strip(),
                neutral=cause.neutral.said.strip(),
                why=cause.neutral.why.strip(),
                levers=cause.neutral.levers,
                from_=str(cause.neutral.from_ or scenario.from_),
                sets=cause.neutral.set_,
                because=cause.because,
                neutral_because=cause.neutral.because,
            )
            for name, cause in causes.items()
        )
        return cls(scenario=scenario.scenario, causes=rows)


class ScenarioCheckResult(Result):
    """What is wrong with scenario files; nothing, when `problems` is empty."""

    tables_: ClassVar[dict[str, type[Row]]] = {"problems": ProblemEntry}
    schema_name: Literal["apparat/scenario-check/1"] = Field("apparat/scenario-check/1", alias="schema")
    files: tuple[str, ...]
    problems: tuple[ProblemEntry, ...]

    def headline(self) -> str:
        """How many problems."""
        return f"{len(self.problems)} problems in {len(self.files)} files"

    @classmethod
    def of(cls, found: dict[str, list[Problem]]) -> "ScenarioCheckResult":
        """The problems of each file."""
        entries = [
            ProblemEntry(file=file, line=p.line, column=p.column, path=p.path, message=p.message)
            for file, problems in found.items()
            for p in problems
        ]
        return cls(files=tuple(found), problems=tuple(entries))


class ScenarioNewResult(Result):
    """A starting file that was written."""

    schema_name: Literal["apparat/scenario-new/1"] = Field("apparat/scenario-new/1", alias="schema")
    file: str

    def headline(self) -> str:
        """Where it is."""
        return f"Wrote {self.file}"
