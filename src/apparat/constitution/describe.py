"""A constitution in a month as plain text, at most 80 columns wide."""

from collections.abc import Iterator
from textwrap import wrap

from apparat.constitution.constitution import Constitution
from apparat.constitution.graph import cycles, links
from apparat.constitution.model import FILLING, Body, Power, Rule
from apparat.ground.dates import Month

WIDTH = 80

LAYERS = {
    "state": "The state",
    "party": "The party",
    "control": "Inspection",
    "police": "Political police",
    "army": "Army",
    "unions": "Trade unions",
    "comintern": "Comintern",
    "economy": "Economy",
    "press": "Press and doctrine",
}
"""Layers in the order of the page, with their headings."""

POWERS: dict[Power, str] = {
    "elects": "elects",
    "appoints": "appoints",
    "confirms": "confirms",
    "dismisses": "dismisses",
    "prepares-slate": "prepares the list for",
    "sets-agenda": "sets the agenda of",
    "commands": "commands",
    "supervises": "supervises",
    "reports-to": "reports to",
}
"""Powers in words, in the order of the page."""

_RHYTHM = {12.0: "yearly", 1.0: "monthly", 0.25: "weekly"}


def describe(constitution: Constitution, month: Month) -> str:
    """Who sits where, chosen by whom, with which powers and rules, in a month."""
    now = constitution.at(month)
    title = f"Constitution '{now.name}' in {month}"
    blocks = [
        [title, "=" * len(title)],
        *(_layer(now, layer, heading) for layer, heading in LAYERS.items()),
        _powers(now),
        _offices(now),
        _posts(now),
        _rules(now),
        _circles(constitution, now, month),
        _answers(now),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _layer(now: Constitution, layer: str, heading: str) -> list[str]:
    bodies = {name: body for name, body in now.bodies.items() if body.layer == layer and body.kind != "base"}
    if not bodies:
        return []
    lines = [_heading(heading)]
    for name, body in bodies.items():
        lines += _body(now, name, body)
    return lines


def _body(now: Constitution, name: str, body: Body) -> Iterator[str]:
    yield from _hanging(f"  {body.name}", 4)
    if body.composed_of:
        yield from _hanging(f"    made up of {_names(now, body.composed_of)}", 6)
    else:
        yield from _hanging(f"    chosen by {_names(now, now.filled_by(name))}", 6)
    facts = [*_size(body), *_conduct(body)]
    if facts:
        yield from _hanging(f"    {'; '.join(facts)}", 6)


def _size(body: Body) -> Iterator[str]:
    if body.seats is not None:
        yield f"{body.seats} seats"
    if body.candidate_seats is not None:
        yield f"{body.candidate_seats} candidates"
    if body.meets_every is not None:
        every = body.meets_every.value
        yield f"meets {_RHYTHM.get(every, f'every {every:g} months')}"


def _conduct(body: Body) -> Iterator[str]:
    if body.majority is not None and str(body.majority) != "1/2":
        yield f"{body.majority} to decide"
    if body.ballot == "secret":
        yield "secret ballot"
    elif body.election_ballot == "secret":
        yield "secret ballot in elections"
    for motion, majority in body.special_majorities.items():
        yield f"{majority} to {motion}"


def _powers(now: Constitution) -> list[str]:
    """Powers other than filling seats, which stand with the bodies, offices and posts."""
    lines = [_heading("Powers"), "  (* in practice, beside or against the statutes)"]
    for power, words in POWERS.items():
        edges = [edge for edge in now.edges if edge.does == power and power not in FILLING]
        if edges:
            lines.append(f"  {words}:")
        for edge in edges:
            mark = "*" if edge.standing == "practice" else " "
            lines += _hanging(f"  {mark} {_name(now, edge.who)} -> {_name(now, edge.whom)}", 6)
    return lines


def _offices(now: Constitution) -> list[str]:
    lines = [_heading("Offices")]
    for name, office in now.offices.items():
        lines += _hanging(f"  {office.name}: chosen by {_names(now, now.filled_by(name))}", 4)
        if office.bundle is not None:
            given = [switch for switch, on in office.bundle if on is True]
            lines += _hanging(f"    gives {', '.join(given) or 'nothing'}", 6)
    return lines


def _posts(now: Constitution) -> list[str]:
    if not now.post_classes:
        return []
    lines = [_heading("Posts"), f"  {'class':<45}{'list':>4}{'posts':>7}  filled by"]
    for post_class in now.post_classes.values():
        organ = post_class.filled_by or "election"
        count = f"{post_class.count.value:,.0f}"
        lines.append(f"  {post_class.name:<45}{post_class.list_number:>4}{count:>7}  {organ}"[:WIDTH])
    return [*lines, f"  {'together':<45}{'':>4}{now.posts:>7,}"]


def _rules(now: Constitution) -> list[str]:
    lines = [_heading("Rules in force")]
    for rule in now.rules:
        lines += _hanging(f"  {rule.name}{_value(rule)} (since {rule.since})", 4)
    return lines if len(lines) > 1 else []


def _value(rule: Rule) -> str:
    if isinstance(rule.value, bool):
        return "" if rule.value else ": no"
    value = f"{rule.value:,g}" if isinstance(rule.value, float) else rule.value
    return f": {value} {rule.unit or ''}".rstrip()


def _circles(constitution: Constitution, now: Constitution, month: Month) -> list[str]:
    lines = [_heading("Circular flow of power")]
    for circle in cycles(constitution, month):
        walk = _name(now, circle[0])
        for edge in links(now, circle):
            walk += f" -> ({POWERS[edge.does]}) {_name(now, edge.whom)}"
        lines += _hanging(f"  {walk}", 4)
    return lines if len(lines) > 1 else [*lines, "  none: nobody chooses those who choose him"]


def _answers(now: Constitution) -> list[str]:
    lines = [_heading("Where the sources disagree")]
    for name, answer in now.answers.items():
        question = now.questions[name]
        others = ", ".join(known for known in question.answers if known != answer)
        lines += _hanging(f"  {question.text} {answer} (others: {others})", 4)
    return lines if len(lines) > 1 else []


def _heading(text: str) -> str:
    return text.upper()


def _name(now: Constitution, node: str) -> str:
    return now.named(node).name


def _names(now: Constitution, nodes: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(_name(now, node) for node in nodes))


def _hanging(text: str, indent: int) -> list[str]:
    lead = text[: len(text) - len(text.lstrip())]
    return wrap(text.strip(), WIDTH, initial_indent=lead, subsequent_indent=" " * indent)
