"""What stands behind any result: scenario and levers, the month's mechanisms, their parameters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat import posterior, scenario
from apparat.engine.parameters import sets_hash, uncalibrated_sets
from apparat.ground.errors import ApparatError
from apparat.mechanisms.month import all_parameters
from apparat.mechanisms.steps import STEPS
from apparat.report.page.citations import cited, of_mechanism
from apparat.results import html
from apparat.results.base import Result
from apparat.results.words import month_name
from apparat.scenario import Scenario
from apparat.scenario.levers import Lever, read

_TAILS = (5, 95)


@dataclass(frozen=True)
class Setting:
    """A scenario of a result; `scenario` is None where the program does not have it."""

    name: str
    hash: str
    scenario: Scenario | None


def settings(result: Result, hashes: Mapping[str, str] | None = None) -> list[Setting]:
    """The scenarios that a result is about, as it was given them; `hashes` if it has no fields for them."""
    one = {getattr(result, "scenario", ""): getattr(result, "scenario_hash", "")}
    hashes = hashes or getattr(result, "scenario_hashes", {}) or one
    return [Setting(name, digest, _loaded(result, name, digest)) for name, digest in hashes.items() if name]


def _loaded(result: Result, name: str, digest: str) -> Scenario | None:
    """The shipped scenario, if it is the one that was played."""
    if name not in scenario.names():
        return None
    try:
        found = scenario.load(
            name, variants=getattr(result, "variants", {}), traits=getattr(result, "traits", "recorded")
        )
    except ApparatError:  # options of another version, or of another scenario of the same question
        found = scenario.load(name)
    return found if found.hash == digest else None


def scenarios(found: Sequence[Setting], variants: dict[str, str]) -> str:
    """What was played."""
    return "".join(_scenario(each) for each in found) + _variants(variants)


def _scenario(found: Setting) -> str:
    written = found.scenario
    if written is None:
        said = (
            f"{found.name} (hash {found.hash}) is no scenario of this version of the program, so it cannot "
            "be described here; the file that was played is its only source."
        )
        return html.text(said)
    when = f"{month_name(str(written.from_))} to {month_name(str(written.until))}"
    return (
        html.heading(written.title)
        + html.text(f"{found.name}, {when}, hash {found.hash}", faint=True)
        + html.text(written.about)
    )


def _variants(chosen: dict[str, str]) -> str:
    if not chosen:
        return ""
    rows = sorted(chosen.items())
    return html.grid(["where sources disagree", "taken"], rows, ["word", ""])


def levers(found: Sequence[Setting], names: Sequence[str]) -> dict[str, Lever]:
    """The levers of a result by name, as far as the program has them."""
    known = {name: lever for each in found if each.scenario for name, lever in read(each.name).levers.items()}
    return {name: known[name] for name in names if name in known}


def lever(name: str, written: Lever) -> str:
    """A lever: what it asks, what it sets, what the model makes of it."""
    since = "at the opening" if written.from_ is None else f"from {month_name(str(written.from_))}"
    sets = [(path, str(value)) for path, value in written.set_.items()]
    return (
        html.heading(written.title)
        + html.text(f"{name}, {since}", faint=True)
        + html.text(f"{written.question} {written.about}")
        + (html.grid(["sets", "to"], sets, ["", "word"]) if sets else "")
    )


def sources(found: Sequence[Setting], pulled: dict[str, Lever]) -> Iterator[tuple[str, list[str]]]:
    """Whose sources, and their references: of levers, of scenarios."""
    for name, written in pulled.items():
        yield f"Lever {name}", list(written.because)
    for each in found:
        if each.scenario is not None:
            yield f"Scenario {each.name}", list(dict.fromkeys(cited(each.scenario.model_dump(mode="json"))))


def mechanisms() -> str:
    """The steps of a month in their order, with the works that they rest on."""
    rows = [
        (f"{place}", name, reason, ", ".join(of_mechanism(name)) or "no work: ours")
        for place, (name, reason) in enumerate(STEPS, start=1)
    ]
    heads = ["", "step", "why it comes there", "rests on"]
    return html.grid(heads, rows, ["number", "word"], "A month of the model")


def parameters(result: Result) -> str:
    """Every parameter with default, range and source, and how far the sets that were used range."""
    used = _sets(getattr(result, "parameters", None))
    said = [html.text(_about_sets(result, used))]
    for mechanism, group in groupby(all_parameters(), key=lambda p: p.address.split(".")[0]):
        own = list(group)
        rows = [
            (
                p.address,
                p.meaning,
                p.unit,
                f"{p.default:g}",
                f"{p.low:g} to {p.high:g}",
                *_used(p.address, used),
                p.source,
            )
            for p in own
        ]
        heads = [
            "parameter",
            "meaning",
            "unit",
            "default",
            "range",
            *(["used"] if used is not None else []),
            "source",
        ]
        kinds = ["", "", "", "number", "number", *(["number"] if used is not None else []), ""]
        said.append(html.fold(f"{mechanism} ({len(own)})", html.grid(heads, rows, kinds)))
    return "".join(said)


def _about_sets(result: Result, used: NDArray[np.void] | None) -> str:
    digest = getattr(result, "parameters", "")
    if not isinstance(digest, str) or not digest:
        return "Defaults and ranges as the model declares them."
    if used is None:
        return (
            f"The sets that were used (hash {digest}) do not come with this version; declared values follow."
        )
    many = f"{len(used):,} sets were" if len(used) > 1 else "One set was"
    drawn = "one for each run, drawn by the run's own luck"
    return f"{many} used (hash {digest}), {drawn}. Used: 5 to 95 % of the sets."


def _sets(digest: Any) -> NDArray[np.void] | None:
    """The sets of a hash, if the program has them."""
    if not isinstance(digest, str):
        return None
    shipped = posterior.find()
    found = [uncalibrated_sets()]
    if shipped is not None:
        found += [shipped.sets(), shipped.centre()]
    return next((sets for sets in found if sets_hash(sets) == digest), None)


def _used(address: str, sets: NDArray[np.void] | None) -> tuple[str, ...]:
    if sets is None:
        return ()
    mechanism, name = address.split(".")
    low, high = np.percentile(sets[mechanism][name], _TAILS)
    return (f"{low:.3g} to {high:.3g}",)
