"""Invented contrasts and answers to why: small, but with everything that a page draws."""

from typing import Any, get_args

from apparat.results.contrast import (
    CombinationRow,
    ContrastResult,
    EffectRow,
    FactorRow,
    Measure,
    SeparationRow,
    StagingRow,
)
from apparat.results.why import ChangeRow, DrawRow, LinkRow, ReasonRow, TriedRow, VoteRow, WhyResult

MEASURES: tuple[Measure, ...] = get_args(Measure)

CONTRAST = ContrastResult(
    digest="d" * 64,
    engine="e",
    seed=1,
    calibrated=False,
    variants={},
    command="apparat something",
    runs=10,
    stagings=tuple(
        StagingRow(
            scenario=scenario, motion="remove", date=date, scenario_hash="h", runs=10, asked=9, digest="d"
        )
        for scenario, date in (("collective-1953", "1957-06"), ("plenum-1964", "1964-10"))
    ),
    combinations=tuple(
        CombinationRow(
            scenario=scenario,
            motion="remove",
            present=present,
            share=share,
            share_low=share - 0.05,
            share_high=share + 0.05,
            carried=0.5,
            carried_low=0.2,
            carried_high=0.8,
        )
        for scenario, present, share in (
            ("collective-1953", (), 0.2),
            ("collective-1953", ("insecurity",), 0.3),
            ("plenum-1964", (), 0.4),
            ("plenum-1964", ("insecurity",), 0.7),
        )
    ),
    effects=tuple(
        EffectRow(
            scenario=scenario,
            motion="remove",
            measure=measure,
            causes=("insecurity",),
            value=value,
            low=value - 0.15,
            high=value + 0.15,
        )
        for scenario, value in (("collective-1953", 0.1), ("plenum-1964", 0.3))
        for measure in MEASURES
    ),
    separations=tuple(
        SeparationRow(
            one="collective-1953:remove",
            other="plenum-1964:remove",
            measure=measure,
            cause="insecurity",
            value=0.2,
            low=0.1,
            high=0.3,
        )
        for measure in MEASURES
    ),
    factors=(
        FactorRow(
            scenario="plenum-1964",
            cause="insecurity",
            name="insecurity of officials",
            neutral="Nobody fears for his post.",
            why="It favours nobody.",
            sets={"rules.rotation": "off"},
            because=("reforms-displace-officials", "assumed: it favours nobody"),
        ),
    ),
    folder=None,
    conclusion="In a sentence.",
    assumptions=("Much is assumed.",),
)

MADE: dict[str, Any] = {
    "digest": "d" * 64,
    "scenario": "succession-1922",
    "scenario_hash": "h",
    "engine": "e",
    "seed": 1,
    "parameters": "p",
    "calibrated": False,
    "traits": "recorded",
    "variants": {},
    "title": "A struggle",
    "start": "1922-04",
    "end": "1929-12",
    "conclusion": "In a sentence.",
    "assumptions": ("Much is assumed.",),
    "command": "apparat something",
}

_CHANGE = {
    "size": "one lever",
    "what": "the testament is read out",
    "path": "testament-read-out",
    "from_": "1924-05",
    "before": 1,
    "applied": True,
    "outcome": "reversed",
    "later": None,
}

WHY = WhyResult(
    **{name: value for name, value in MADE.items() if name not in {"start", "end", "conclusion"}},
    store="runs",
    run=4,
    event=17,
    month="1924-05",
    said="Central Committee: 10 for, 20 against. Rejected.",
    question="Why was the motion rejected?",
    votes=(
        VoteRow(
            event=17,
            month="1924-05",
            body="Central Committee",
            said="Central Committee: 10 for, 20 against. Rejected.",
            votes_for=10,
            votes_against=20,
            abstained=0,
            carried=False,
            by_region=False,
        ),
    ),
    no_vote=None,
    reasons=(
        ReasonRow(
            event=17,
            body="Central Committee",
            reason="dependence",
            votes_for=2,
            votes_against=15,
            abstained=0,
            push=-1.2,
            turned=6,
        ),
        ReasonRow(
            event=17,
            body="Central Committee",
            reason="fear",
            votes_for=8,
            votes_against=5,
            abstained=0,
            push=0.2,
            turned=1,
        ),
    ),
    ballots=(),
    chains=(),
    links=(
        LinkRow(
            client="A",
            client_key=1,
            patron="B",
            patron_key=2,
            tie=0.5,
            voters=3,
            appointed="1923-01",
            post="secretary",
            power="the centre",
        ),
    ),
    draws=(
        DrawRow(
            decision="votes",
            whom="A & B",
            key=1,
            month="1924-05",
            tries=8,
            reversed=3,
            by_another=0,
            rate=0.375,
        ),
    ),
    draws_tried=8,
    tries=8,
    changes=(ChangeRow(**_CHANGE),),
    tried=(TriedRow(size="one lever", tried=5, idle=1, reversed=1, for_good=1),),
    prose=("Why was the motion rejected?", "Dependence decided it."),
    smallest=ChangeRow(**_CHANGE),
)
