"""A run as a story: what happened in each month, in sentences, with the rolls of its votes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from pydantic import BaseModel, Field

from apparat.ground.errors import unknown_name
from apparat.results.assemble import run_result
from apparat.results.directory import Directory
from apparat.results.run import Happening, History, Narrator, RunResult
from apparat.results.standing import STANDING_TABLES, Standing
from apparat.results.tables import Row, Table
from apparat.results.why import ASKABLE_WORDS
from apparat.results.words import fillings, sentence

# The signal is followed in the same month by the event itself.
_SAID_TWICE = "death"
_APPOINTED = "appointment"


class Line(Row):
    """One thing told: an event, or many appointments by one person in a month."""

    month: str = Field(description="YYYY-MM")
    said: str = Field(description="what happened, in a sentence")
    kind: str
    rule: str = Field(description="mechanism that caused it")
    turning_point: bool = Field(description="whether it changed who may lead, or under which rules")
    about_figure: bool = Field(description="whether it is about somebody who may act at the summit")
    actor_key: int = Field(description="0 for nobody")
    target_key: int = Field(description="0 for nobody")
    event: int = Field(description="its place in the run's full journal; a vote's ballots share it")
    askable: bool = Field(description="whether `apparat why` can be asked about it")
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    carried: bool | None


class Story(BaseModel):
    """A run in sentences. Its events are the lines; its ballots are those of every roll."""

    run: RunResult
    lines: tuple[Line, ...]
    standing: Standing

    def table(self, name: str) -> Table:
        """One of its tables: lines, one of the run's, or of who stood where. Raises UnknownName."""
        if name == "lines":
            return Table(name, Line, self.lines)
        if name in STANDING_TABLES:
            return Table(name, STANDING_TABLES[name], getattr(self.standing, name))
        if name in RunResult.tables_:
            return self.run.table(name)
        raise unknown_name("table", name, ("lines", *STANDING_TABLES, *RunResult.tables_))


def story(
    history: History,
    standing: Standing,
    directory: Directory,
    identity: Mapping[str, Any],
    *,
    run: int,
    command: str,
) -> Story:
    """Tell a run, appointments of officials gathered by who made them."""
    told = run_result(history, directory, identity, run=run, detail=False, command=command)
    lines = tuple(
        _line(said, event)
        for _, month in groupby(told.events, key=lambda event: event.month)
        for said, event in sentences(list(month))
    )
    ballots = tuple(Narrator(history, directory).ballots())
    told = told.model_copy(update={"events": (), "ballots": ballots})
    return Story(run=told, lines=lines, standing=standing)


def sentences(events: Sequence[Happening]) -> Iterator[tuple[str, Happening]]:
    """Sentences for a month; appointments of officials are gathered by who made them."""
    filled: dict[str | None, list[Happening]] = {}
    for event in events:
        if event.kind == _APPOINTED and not event.about_figure:
            filled.setdefault(event.actor, []).append(event)
    for event in events:
        if event.kind == _APPOINTED and not event.about_figure:
            if event.actor in filled:
                together = filled.pop(event.actor)
                yield fillings(event.actor, [one.post or "" for one in together]), event
        elif not (event.kind == "signal" and event.motion == _SAID_TWICE):
            yield sentence(event), event


def _line(said: str, event: Happening) -> Line:
    return Line(
        month=event.month,
        said=said,
        kind=event.kind,
        rule=event.rule,
        turning_point=event.turning_point,
        about_figure=event.about_figure,
        actor_key=event.actor_key,
        target_key=event.target_key,
        event=event.number,
        askable=event.kind in ASKABLE_WORDS,
        votes_for=event.votes_for,
        votes_against=event.votes_against,
        abstained=event.abstained,
        carried=event.carried,
    )
