"""Scenarios in the terminal: readable at 80 columns, every number with where it comes from."""

from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from apparat import constitution, record
from apparat.scenario import Scenario
from apparat.scenario.causes import Cause
from apparat.scenario.events import Event
from apparat.scenario.levers import Lever
from apparat.scenario.people import Person
from apparat.scenario.sources import is_assumption, is_work

_KIND_AND_SOURCE = {"event", "date", "because"}


def scenarios(found: Iterable[Scenario]) -> None:
    """One line a scenario, then its question."""
    console = _console()
    for one in found:
        console.print(Text.assemble((one.scenario, "bold"), f"  {one.from_} to {one.until}  {one.title}"))
        console.print(Padding(Text(one.question), (0, 0, 0, 2), expand=False))


def whole(one: Scenario) -> None:
    """The scenario part by part; numbers in the last column point into the list of sources at the end."""
    console = _console()
    console.print(
        Text.assemble((one.title, "bold"), f"\n{one.scenario}, {one.from_} to {one.until}, {one.hash}")
    )
    console.print(Padding(Text(one.about.strip()), (1, 0, 1, 2), expand=False))
    sources = _Sources()
    for title, part in (
        ("Persons", _persons(one, sources)),
        ("Offices and posts", _offices(one, sources)),
        ("Bodies", _bodies(one, sources)),
        ("Ties: who depends on whom", _ties(one, sources)),
        ("Relations", _relations(one, sources)),
        ("Regions with named secretaries, and strongholds", _regions(one, sources)),
        ("Congresses and conferences", _calendar(one, sources)),
        ("Timeline", _timeline(one, sources)),
        ("Rules that leaders may move", _open_rules(one, sources)),
        ("Variants: where the sources disagree (* is the default)", _variants(one)),
        ("Sources", _listed(one, sources)),
    ):
        if part.row_count:
            console.print(Text(f"\n{title}", style="bold"))
            console.print(part)


def levers(found: Mapping[str, Lever], paths: Mapping[str, str]) -> None:
    """Each lever with its question, how the model carries it and its sources; then the forms of paths."""
    console = _console()
    for name, lever in found.items():
        since = f"from {lever.from_}" if lever.from_ else "from the opening"
        console.print(Text.assemble((name, "bold"), f"  {since}  {lever.title}"))
        told = (lever.question, lever.about.strip(), f"Sources: {'; '.join(lever.because)}")
        console.print(Padding(Text("\n".join(told)), (0, 0, 1, 2), expand=False))
    console.print(Text("Paths for --set", style="bold"))
    for form in paths.values():
        console.print(Padding(Text(form.replace("`", "")), (0, 0, 0, 2), expand=False))


def causes(found: Mapping[str, Cause], default: Sequence[str]) -> None:
    """Each cause with the level that stands for its absence, why that one, and the sources of both."""
    console = _console()
    for name, cause in found.items():
        asked = "" if name in default else "  (asked for by name only)"
        console.print(Text.assemble((name, "bold"), f"  {cause.name}{asked}"))
        told = (
            cause.about.strip(),
            f"Without it: {cause.neutral.said.strip()}",
            f"Why so: {cause.neutral.why.strip()}",
            f"Sources: {'; '.join(dict.fromkeys((*cause.because, *cause.neutral.because)))}",
        )
        console.print(Padding(Text("\n".join(told)), (0, 0, 1, 2), expand=False))


class _Sources:
    """References in the order of their first use, from 1."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, *groups: tuple[str, ...]) -> str:
        used = dict.fromkeys(reference for group in groups for reference in group)
        return " ".join(str(self.numbers.setdefault(ref, len(self.numbers) + 1)) for ref in used)


def _listed(one: Scenario, sources: _Sources) -> Table:
    table = _table("no.", "source")
    for reference, number in sources.numbers.items():
        if is_work(reference):
            text = reference
        elif reference.startswith("assumed/"):
            text = f"assumed: {one.assumptions[reference.removeprefix('assumed/')].strip()}"
        elif is_assumption(reference):
            text = reference
        else:
            text = f"{reference}: {record.cite(reference).text}"
        table.add_row(str(number), text)
    return table


def _persons(one: Scenario, sources: _Sources) -> Table:
    table = _table("key", "person", "born", "joined", "standing", "ideal point", "sources")
    for name, person in one.persons.items():
        point = " ".join(f"{x:+.2f}" for x in person.ideal.vector)
        cited = sources(
            person.born.because, person.joined.because, person.authority.because, person.ideal.because
        )
        table.add_row(
            str(person.key), name, str(person.born.value), str(person.joined.value),
            f"{person.authority.value:.2f}", point, cited,
        )  # fmt: skip
        for trait, departure in person.traits.stated().items():
            stated = f"{trait} {departure.value:g} ({departure.dated})"
            table.add_row("", "", "", "", "", stated, sources(departure.because))
    return table


def _offices(one: Scenario, sources: _Sources) -> Table:
    table = _table("person", "holds", "since", "sources")
    for name, person in one.persons.items():
        for held, since, because in _held(person):
            table.add_row(name, held, since, sources(because))
    return table


def _held(person: Person) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    for office, tenure in person.offices.items():
        yield office, str(tenure.since), tenure.because
    for post in person.posts:
        where = f", {post.region}" if post.region else ""
        yield f"a post: {post.class_}{where}", str(post.since), post.because


def _bodies(one: Scenario, sources: _Sources) -> Table:
    table = _table("body", "seats", "members", "sources")
    for name, bench in one.bodies.items():
        for rank, seats, size in (
            ("full", bench.full, bench.size.full),
            ("candidate", bench.candidate, bench.size.candidate),
        ):
            if size:
                members = ", ".join(seat.person for seat in seats)
                table.add_row(
                    f"{name}, {rank}", f"{len(seats)} of {size}", members, sources(bench.size.because)
                )
    return table


def _ties(one: Scenario, sources: _Sources) -> Table:
    table = _table("client", "patron", "tie", "sources")
    for tie in one.ties:
        table.add_row(tie.client, tie.patron, f"{tie.value:+.2f}", sources(tie.because))
    return table


def _relations(one: Scenario, sources: _Sources) -> Table:
    table = _table("between", "and", "affinity", "sources")
    for relation in one.relations:
        table.add_row(*relation.between, f"{relation.value:+.2f}", sources(relation.because))
    return table


def _regions(one: Scenario, sources: _Sources) -> Table:
    table = _table("region", "secretary", "members", "hold", "sources")
    members = one.region_members()
    for name, region in one.regions.items():
        if region.secretary is not None or region.hold.value >= 0.5:
            secretary = region.secretary.person if region.secretary else "unnamed"
            because = region.secretary.because if region.secretary else region.hold.because
            table.add_row(name, secretary, f"{members[name]:,}", f"{region.hold.value:.2f}", sources(because))
    return table


def _calendar(one: Scenario, sources: _Sources) -> Table:
    table = _table("date", "meeting", "delegates", "committee elected", "sources")
    for session in one.congresses:
        sizes = session.committee
        committee = f"{sizes.full} + {sizes.candidate}, control {sizes.control}" if sizes else ""
        meeting = f"{session.body.removeprefix('party-')} {session.number}"
        delegates = str(session.delegates.value)
        table.add_row(str(session.date), meeting, delegates, committee, sources(session.because))
    return table


def _timeline(one: Scenario, sources: _Sources) -> Table:
    table = _table("date", "event", "what", "sources")
    for event in sorted(one.timeline.values(), key=lambda event: event.date):
        table.add_row(str(event.date), event.event, _told(event), sources(event.because))
    return table


def _open_rules(one: Scenario, sources: _Sources) -> Table:
    table = _table("rule", "what it says", "at the opening", "decided by", "sources")
    law = constitution.load(one.constitution, variants=one.answers)
    opening = law.at(one.from_)
    for moved in one.open_rules:
        rule = opening.rule(moved.rule) or law.rule(moved.rule)
        if rule is not None:
            stands = "in force" if opening.rule(moved.rule) is not None and rule.value else "not in force"
            table.add_row(moved.rule, rule.name, stands, rule.decided_by or "", sources(moved.because))
    return table


def _told(event: Event) -> str:
    values = event.model_dump(mode="json", exclude=_KIND_AND_SOURCE, exclude_none=True)
    return ", ".join(f"{key} {value}" for key, value in values.items())


def _variants(one: Scenario) -> Table:
    table = _table("variant", "question", "options")
    for name, variant in one.variants.items():
        options = ", ".join(
            f"{option}*" if option == variant.default else option for option in variant.options
        )
        table.add_row(name, variant.question, options)
    for name, question in constitution.load(one.constitution).questions.items():
        if name not in one.variants:
            options = ", ".join(f"{a}*" if a == question.default else a for a in question.answers)
            table.add_row(name, question.text, options)
    return table


def _console() -> Console:
    return Console(highlight=False, soft_wrap=False)


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
