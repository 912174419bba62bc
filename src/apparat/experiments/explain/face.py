"""The call of the public face for explanations."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from apparat.experiments.crew.hire import hired
from apparat.experiments.explain.asked import Asked
from apparat.experiments.explain.explain import explain as run_explain
from apparat.experiments.resumable.resumption import Earlier, seconds
from apparat.experiments.seam import Watcher, listed, requested
from apparat.experiments.sets import Choice
from apparat.results.base import Traits
from apparat.results.explain import ExplainResult
from apparat.results.kept import keep


def explain(
    scenario: str | Path,
    *,
    outcome: str = "leader",
    who: str | None = None,
    causes: str | Sequence[str] = (),
    runs: int | None = None,
    orders: int | None = None,
    seed: int | None = None,
    out: str | Path | None = None,
    resume: bool = False,
    budget: float | None = None,
    threads: int | None = None,
    workers: int | None = None,
    cluster: str | None = None,
    traits: Traits = "recorded",
    variants: Mapping[str, str] | None = None,
    parameters: str | Path | None = None,
    sets: Choice = "posterior",
    theory: str | None = None,
    watcher: Watcher | None = None,
) -> ExplainResult:
    """What each cause contributed to who leads at the end: Shapley values over coalitions of causes.

    `who` is a person of the scenario, or `nobody`; without one, whoever leads most often. `causes` are named
    in the scenario's file of causes. Each of `runs` runs (500 unless told) is played in all coalitions of up
    to ten causes, under the same luck; beyond, in those that `orders` sampled orders of arrival meet. `out`
    keeps finished runs, and `resume` goes on with them, or with more; what is not given is then as before.
    `budget` is in minutes, compiling apart. `theory` is as for `ensemble`, the rest as for `run`.
    Raises ApparatError with a message meant for the user.
    """
    earlier = Earlier.of(out, resume=resume)
    numbers = earlier.numbers(seed=seed, runs=runs, orders=orders)
    asked = Asked(
        request=requested(scenario, numbers.pop("seed", None), traits, variants, parameters, sets, theory),
        outcome=outcome,
        who=who,
        causes=listed(causes) or earlier.names("causes"),
        **numbers,
    )
    with hired(threads=threads, workers=workers, cluster=cluster) as crew:
        result = run_explain(
            asked, earlier.folder, crew=crew, budget=seconds(budget), resume=resume, watcher=watcher
        )
    return keep(result, earlier.folder)
