"""What a validation is asked for: scenarios, the targets they are held to, and readings of these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from apparat import scenario, targets
from apparat.experiments.seam import Request
from apparat.ground.errors import unknown_name
from apparat.targets import Opening, Target


@dataclass(frozen=True)
class Struggle:
    """One scenario with its targets, in the readings chosen."""

    request: Request
    targets: tuple[Target, ...]
    opening: Opening

    @property
    def name(self) -> str:
        """The scenario's id."""
        return self.opening.names.scenario


def struggles(
    requests: Sequence[Request], answers: Mapping[str, str], file: Path | None
) -> tuple[Struggle, ...]:
    """The struggles asked for, the earliest first.

    `answers` chooses among readings of targets and variants of scenarios alike; `file` holds other targets.

    Raises UsageError for an answer to a question that nobody asks, or for a scenario without targets;
    DocumentError for a file of targets that cannot be used.
    """
    every = targets.load(file) if file is not None else targets.load()
    readings = targets.questions(every)
    variants = [scenario.load(request.scenario).variants for request in requests]
    heard = {question for each in variants for question in each}
    for question, answer in answers.items():
        if question not in heard and question not in readings:
            raise unknown_name("question", question, {*readings, *heard})
        if question not in heard and answer not in readings[question]:
            raise unknown_name(f"reading of '{question}'", answer, readings[question])
    found = [
        _struggle(
            request, {asked: answer for asked, answer in answers.items() if asked in own}, answers, every
        )
        for request, own in zip(requests, variants, strict=True)
    ]
    return tuple(sorted(found, key=lambda struggle: struggle.opening.names.start))


def _struggle(
    request: Request, variants: Mapping[str, str], answers: Mapping[str, str], every: Sequence[Target]
) -> Struggle:
    asked = Request(
        scenario=request.scenario,
        seed=request.seed,
        variants=dict(variants),
        traits=request.traits,
        parameters=request.parameters,
        choice=request.choice,
    )
    written = scenario.load(asked.scenario, variants=asked.variants, traits=asked.traits)
    chosen = targets.of(written.scenario, readings=answers, among=every)
    return Struggle(asked, chosen, Opening.read(written))
