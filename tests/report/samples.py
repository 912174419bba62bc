"""Invented results for whoever shows them: small, but with everything that is drawn and told."""

from typing import Any, get_args

from apparat.results.calibration import (
    CalibrationResult,
    FitSummary,
    OutcomeFit,
    ParameterFit,
    RoundRow,
    TargetFit,
)
from apparat.results.contrast import (
    CombinationRow,
    ContrastResult,
    EffectRow,
    FactorRow,
    Measure,
    SeparationRow,
    StagingRow,
)
from apparat.results.ensemble import Yardstick
from apparat.results.explain import (
    CoalitionRow,
    ContributionRow,
    EndRow,
    ExplainResult,
    InteractionRow,
    LeaderRow,
    SwitchRow,
)
from apparat.results.sensitivity import Effect, Index, OutcomeSpread, SensitivityResult, SourceEffect
from apparat.results.why import ChangeRow, DrawRow, LinkRow, ReasonRow, TriedRow, VoteRow, WhyResult


def fitted(name: str, *, identified: bool) -> ParameterFit:
    return ParameterFit(
        fit="joint",
        parameter=name,
        meaning="weight of ties",
        unit="logits",
        source="assumed",
        strength=2.5,
        moves="opposition",
        default=4.0,
        low=2.0,
        high=7.0,
        fitted_low=3.0,
        fitted=4.5,
        fitted_high=5.0,
        narrowed=0.3 if identified else 0.97,
        identified=identified,
    )


def target(name: str, deviation: float | None, high: float | None = 0.1) -> TargetFit:
    off = {"deviation_low": None, "deviation": None, "deviation_high": None}
    if deviation is not None:
        off = {"deviation_low": deviation - 1, "deviation": deviation, "deviation_high": deviation + 9}
    return TargetFit(
        fit="joint",
        target=name,
        scenario="s",
        month="1923-10",
        unit="share",
        recorded_low=0.1,
        recorded_high=high,
        prior_low=0.0,
        prior=0.2,
        prior_high=0.4,
        fitted_low=None if deviation is None else 0.1,
        fitted=None if deviation is None else 0.12,
        fitted_high=None if deviation is None else 0.2,
        **off,
        verdict="not measured" if deviation is None else "met" if abs(deviation) <= 1 else "not met",
    )


CALIBRATION = CalibrationResult(
    scenarios=("s",),
    scenario_hashes={"s": "h"},
    targets_hashes={"s": "h"},
    rules="r",
    engine="e",
    seed=1,
    runs=2,
    folder="c",
    conclusion="Fitted.",
    fits=(
        FitSummary(
            fit="joint",
            scenarios=("s",),
            left_out=None,
            complete=False,
            power=0.25,
            tolerances=2.0,
            draws=1200,
            points=80,
            distinct=40,
            acceptance=0.25,
            folder="c/posteriors/joint",
        ),
    ),
    rounds=(RoundRow(fit="joint", step=0, power=0, tolerances=None, draws=80, acceptance=1, misfit=9),),
    parameters=(fitted("voting.tie", identified=True), fitted("voting.norm", identified=False)),
    targets=(target("opposition", 0.5), target("moved", -3.0, high=None), target("never", None)),
    outcomes=(
        OutcomeFit(
            fit="joint",
            scenario="s",
            person="Stalin",
            prior_low=0.1,
            prior=0.3,
            prior_high=0.5,
            fitted_low=0.2,
            fitted=0.61,
            fitted_high=0.9,
        ),
    ),
)

SENSITIVITY = SensitivityResult(
    scenario="s",
    scenario_hash="h",
    title="A struggle",
    engine="e",
    seed=1,
    runs=64,
    trajectories=4,
    base=64,
    draws=1000,
    posterior="s",
    conclusion="It hangs on ties.",
    outcomes=(OutcomeSpread(outcome="Stalin", mean=0.4, low=0.1, high=0.8, by_luck=0.2),),
    effects=tuple(
        Effect(
            parameter=f"voting.{name}",
            source="assumed",
            outcome="Stalin",
            strength=strength,
            direction=-strength,
            spread=0.1,
            by_luck=0.05,
            noticeable=strength > 0.1,
        )
        for name, strength in (("tie", 0.3), ("norm", 0.04))
    ),
    indices=(
        Index(parameter="voting.tie", outcome="Stalin", first=0.4, first_half=0.1, total=0.6, total_half=0.1),
    ),
    sources=(
        SourceEffect(
            target="opposition",
            scenario="s",
            because=("vote",),
            outcome="Stalin",
            fitted=0.61,
            without=0.35,
            change=-0.26,
            effective=0.7,
        ),
    ),
)

MADE: dict[str, Any] = {
    "digest": "d" * 64,
    "engine": "e",
    "seed": 1,
    "calibrated": False,
    "variants": {},
    "command": "apparat something",
    "assumptions": ("Much is assumed.",),
}
"""What every answer says of itself."""

CONTRAST = ContrastResult(
    **MADE,
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
        for measure in get_args(Measure)
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
        for measure in get_args(Measure)
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
)

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
    **MADE,
    scenario="succession-1922",
    scenario_hash="h",
    parameters="p",
    traits="recorded",
    title="A struggle",
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

_SHARES = {"machine": 0.3, "luck": 0.1, "doctrine": -0.05}
_JUDGED: tuple[Yardstick, ...] = ("conduct", "power", "no alternative left")

EXPLANATION = ExplainResult(
    digest="d" * 32,
    scenario="succession-1922",
    scenario_hash="h",
    engine="e",
    seed=1,
    parameters="p",
    calibrated=True,
    traits="recorded",
    variants={},
    command="apparat explain succession-1922 --runs 20",
    title="The struggle to succeed Lenin, 1922-1929",
    outcome="leader",
    key=5,
    person="Stalin",
    asked_for=False,
    runs=20,
    runs_asked=20,
    exact=True,
    histories=160,
    start="1922-04",
    end="1929-12",
    months_played=9000,
    months_full=14880,
    contributions=tuple(
        ContributionRow(
            yardstick=judged,
            cause=cause,
            name=f"the {cause}",
            value=value,
            low=value - 0.08,
            high=value + 0.08,
            error=0.04,
            alone=value,
            last=value,
        )
        for judged in _JUDGED
        for cause, value in _SHARES.items()
    ),
    interactions=(
        InteractionRow(yardstick="conduct", one="machine", other="luck", value=0.1, low=0.02, high=0.18),
    ),
    ends=tuple(
        EndRow(
            yardstick=judged,
            everything=0.45,
            everything_low=0.3,
            everything_high=0.6,
            nothing=0.1,
            nothing_low=0.02,
            nothing_high=0.2,
            difference=0.35,
            low=0.2,
            high=0.5,
        )
        for judged in _JUDGED
    ),
    leaders=(LeaderRow(yardstick="conduct", key=5, person="Stalin", everything=0.45, nothing=0.1),),
    causes=tuple(
        SwitchRow(
            cause=cause,
            name=f"the {cause}",
            about="It acts.",
            neutral="Without it, things are even.",
            why="Nobody is favoured.",
            from_="1922-04",
            sets={"rules.x": "off"},
            acted=20,
            because=("stalin-gensec-1922-04",),
            neutral_because=(),
        )
        for cause in _SHARES
    ),
    coalitions=(CoalitionRow(present=(), runs=20, conduct=0.1, power=0.1, no_alternative_left=0.1),),
    folder=None,
    conclusion="Of 35 points, the machine contributed 30.",
    assumptions=(),
)
