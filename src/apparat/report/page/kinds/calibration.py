"""A calibration on a page: what the record says of parameters, of its own figures, and of who leads."""

from collections.abc import Iterator

from apparat.report.calibration import fits, freed, outcomes, parameters, targets
from apparat.report.page.charts import Bar, Bars
from apparat.report.page.told import Figure, Told
from apparat.results.calibration import CalibrationResult, OutcomeFit, ParameterFit, TargetFit
from apparat.results.conclusion import percent

_LEAST = 0.02
_REACH = 6.0


def told(result: CalibrationResult) -> Told:
    """What a calibration says of itself."""
    joint = result.fits[0].fit
    mine = [row for row in result.parameters if row.fit == joint]
    hit = [row for row in result.targets if row.fit == joint]
    return Told(
        title=f"Calibration on {', '.join(result.scenarios)}",
        question="Which parameters agree with the figures of the record that they were fitted to?",
        method=tuple(_method(result)),
        figures=tuple(_figures(result, mine, hit)),
        tables=(fits(result.fits), parameters(mine), freed(mine), targets(hit), outcomes(result.outcomes)),
        works=("DelMoral2012", "DauChopin2022", "Morris1991", "Wilkinson2013"),
    )


def _method(result: CalibrationResult) -> Iterator[str]:
    yield (
        "A screening by elementary effects chose the parameters that move the figures most; they were "
        "freed, the others kept their uncertainty. Sets drawn from uniform priors were then moved and "
        "weighed, step by step under tighter tolerances, until the stated tolerances were reached or the "
        "time was spent (tempered sequential approximate Bayesian computation)."
    )
    yield (
        f"Each set was judged by {result.runs} runs of each struggle. Who won is never fitted to: the "
        "shares of leaders are a consequence."
    )


def _figures(result: CalibrationResult, mine: list[ParameterFit], hit: list[TargetFit]) -> Iterator[Figure]:
    known = sum(row.identified for row in mine)
    yield Figure(
        "What the record says of each parameter",
        f"{known} of {len(mine)} fitted parameters are narrowed noticeably.",
        Bars(tuple(map(_parameter, mine)), "% of the range before fitting", ("", "after"), (0, 100)),
        "Line: 5 to 95 % of accepted sets. Mark: their median. The axis is the parameter's whole range.",
    )
    met = sum(row.verdict == "met" for row in hit)
    yield Figure(
        "How the accepted sets stand to the figures they were fitted to",
        f"{met} of {len(hit)} figures are met within one tolerance by the median set.",
        Bars(tuple(map(_target, hit)), "tolerances off the record", ("", ""), (-_REACH, _REACH)),
        "Mark: the median set. Line: nine tenths of the sets, under luck that they were not fitted to.",
    )
    led = [row for row in result.outcomes if max(row.prior, row.fitted) >= _LEAST]
    yield Figure(
        "Who leads at the end, before and after",
        "Nobody is fitted to it. "
        + "; ".join(f"{row.person} {percent(row.fitted)}" for row in led[:3])
        + ".",
        Bars(tuple(map(_outcome, led)), "share of runs, %", ("", "before | after")),
        "Bar: mean over accepted sets. Line: nine tenths of them. Mark: mean before fitting.",
    )


def _parameter(row: ParameterFit) -> Bar:
    wide = row.high - row.low

    def share(value: float) -> float:
        return 100 * (value - row.low) / wide if wide > 0 else 0.0

    said = f"{row.fitted:.2g} ({row.fitted_low:.2g} to {row.fitted_high:.2g})"
    line = (share(row.fitted_low), share(row.fitted_high))
    return Bar(row.parameter, None, said, inner=line, tick=share(row.fitted))


def _target(row: TargetFit) -> Bar:
    known = row.deviation_low is not None and row.deviation_high is not None
    line = (row.deviation_low or 0.0, row.deviation_high or 0.0) if known else None
    said = "not measured" if row.deviation is None else f"{row.deviation:+.1f}"
    return Bar(row.target, None, said, outer=line, tick=row.deviation, group=row.scenario)


def _outcome(row: OutcomeFit) -> Bar:
    return Bar(
        row.person,
        (0, 100 * row.fitted),
        f"{percent(row.prior)} | {percent(row.fitted)}",
        outer=(100 * row.fitted_low, 100 * row.fitted_high),
        tick=100 * row.prior,
        group=f"{row.scenario}, {row.fit}",
    )
