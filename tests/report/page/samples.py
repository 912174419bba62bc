"""Invented contrasts: small, but with everything that a page draws."""

from typing import get_args

from apparat.results.contrast import (
    CombinationRow,
    ContrastResult,
    EffectRow,
    FactorRow,
    Measure,
    SeparationRow,
    StagingRow,
)

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
