"""What a schema cannot see: names that refer to each other, dates, sums, sources. All problems at once."""

from collections.abc import Iterator

from pydantic import BaseModel

from apparat import constitution
from apparat.constitution import Constitution
from apparat.ground.documents import Document
from apparat.ground.errors import Problem, UsageError
from apparat.scenario.check_people import of_people
from apparat.scenario.check_rules import of_rules
from apparat.scenario.check_time import of_time
from apparat.scenario.mistakes import Mistake, Path, unknown
from apparat.scenario.people import Holding
from apparat.scenario.schema import Scenario
from apparat.scenario.sources import mistake


def problems(scenario: Scenario, document: Document) -> list[Problem]:
    """Everything wrong with a scenario that its schema let pass."""
    return [document.problem(message, *path) for path, message in _mistakes(scenario)]


def _mistakes(scenario: Scenario) -> Iterator[Mistake]:
    yield from _sources(scenario, scenario, ())
    yield from of_people(scenario)
    yield from of_time(scenario)
    yield from _shares(scenario)
    yield from _variants(scenario)
    yield from _constitution(scenario)


def _sources(scenario: Scenario, part: object, path: Path) -> Iterator[Mistake]:
    if isinstance(part, BaseModel):
        fields = type(part).model_fields
        for name, field in fields.items():
            if name != "options":
                yield from _sources(scenario, getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _sources(scenario, value, (*path, key))
    elif isinstance(part, tuple):
        for position, value in enumerate(part):
            if path[-1] == "because":
                wrong = mistake(value, scenario.assumptions)
                if wrong is not None:
                    yield (*path, position), wrong
            else:
                yield from _sources(scenario, value, (*path, position))


def _shares(scenario: Scenario) -> Iterator[Mistake]:
    total = sum(region.share.value for region in scenario.regions.values())
    if abs(total - 1) > 0.001:
        yield ("regions",), f"the regions' shares must sum to 1, not {total:.4f}"


def _variants(scenario: Scenario) -> Iterator[Mistake]:
    for name, variant in scenario.variants.items():
        if variant.default not in variant.options:
            yield ("variants", name, "default"), unknown("option", variant.default, variant.options)
        elif variant.options[variant.default]:
            yield (
                ("variants", name, "options", variant.default),
                "the default option is the file as it stands: leave it empty, {}",
            )


def _constitution(scenario: Scenario) -> Iterator[Mistake]:
    try:
        state = constitution.load(scenario.constitution, variants=scenario.answers).at(scenario.from_)
    except UsageError as error:
        yield ("constitution",), str(error)
        return
    yield from of_rules(scenario)
    for body in scenario.bodies:
        if body not in state.bodies:
            yield ("bodies", body), unknown("body", body, state.bodies)
    held: dict[str, str] = {}
    for name, person in scenario.persons.items():
        for office in person.offices:
            path: Path = ("persons", name, "offices", office)
            if office not in state.offices:
                yield path, unknown("office", office, state.offices)
            elif office in held:
                yield path, f"'{office}' is already held by '{held[office]}': one person holds an office"
            held.setdefault(office, name)
        for position, post in enumerate(person.posts):
            yield from _post(scenario, state, ("persons", name, "posts", position), post)


def _post(scenario: Scenario, state: Constitution, path: Path, post: Holding) -> Iterator[Mistake]:
    if post.class_ not in state.post_classes:
        yield (*path, "class"), unknown("class of posts", post.class_, state.post_classes)
        return
    regional = state.post_classes[post.class_].scope == "regional"
    if regional and post.region is None:
        yield path, f"posts of the class '{post.class_}' stand in regions: name the region"
    if not regional and post.region is not None:
        yield (
            (*path, "region"),
            f"posts of the class '{post.class_}' stand at the centre: leave the region out",
        )
    if post.region is not None and post.region not in scenario.regions:
        yield (*path, "region"), unknown("region", post.region, scenario.regions)
