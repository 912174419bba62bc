"""Which wins where: by subject, on how many of the targets held back nobody does better than a forecaster."""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from apparat.experiments.validation.forecasters import MODEL, Card
from apparat.results.validation import Subject, WinRow
from apparat.targets import Target
from apparat.targets.scores import Scored, gain

_SUBJECTS: dict[str, Subject] = {
    "votes": "votes",
    "decisions": "votes",
    "cadres": "cadres",
    "places": "seats",
    "leaders": "leaders",
}


def win_rows(card: Card) -> Iterator[WinRow]:
    """A row for each subject and forecaster, and for all subjects together."""
    held = [target for target in card.struggle.targets if target.role == "validation"]
    subjects = dict.fromkeys(_SUBJECTS[target.measured_by.subject] for target in held)
    for subject in subjects:
        own = [target for target in held if _SUBJECTS[target.measured_by.subject] == subject]
        yield from _rows(card, subject, own)
    yield from _rows(card, "all", held)


def _rows(card: Card, subject: Subject, held: Sequence[Target]) -> Iterator[WinRow]:
    names = [target.name for target in held]
    best = _best(card.scored, names)
    model = _among(card.scored[MODEL], names)
    for who, scores in card.scored.items():
        own = _among(scores, names)
        over = gain(own, model) if who != MODEL else None
        yield WinRow(
            scenario=card.struggle.name,
            subject=subject,
            forecaster=who,
            targets=len(names),
            spoken=len(own),
            silent=len(names) - len(own),
            best=best[who],
            gain=over and over.mean,
            gain_low=over and over.low,
            gain_high=over and over.high,
        )


def _among(scores: Mapping[str, Scored], names: Sequence[str]) -> dict[str, Scored]:
    return {name: scores[name] for name in names if name in scores}


def _best(scored: Mapping[str, Mapping[str, Scored]], names: Sequence[str]) -> dict[str, float]:
    """Forecaster to targets on which nobody who speaks does better, each shared evenly among equals."""
    found = dict.fromkeys(scored, 0.0)
    for name in names:
        worth = {who: _worth(scores[name]) for who, scores in scored.items() if name in scores}
        most = max(worth.values(), default=-math.inf)
        first = [who for who, value in worth.items() if np.isclose(value, most, rtol=0, atol=1e-9)]
        for who in first:
            found[who] += 1 / len(first)
    return found


def _worth(scored: Scored) -> float:
    """More is better: the log score of an event, less the distance of a quantity."""
    return scored.log if scored.log is not None else -scored.crps
