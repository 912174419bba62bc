"""A constitution: the institutions by id, and the questions one asks of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from apparat.constitution.amend import as_of
from apparat.constitution.model import (
    FILLING,
    Body,
    Edge,
    Office,
    Organ,
    PostClass,
    Power,
    Question,
    Rule,
    Standing,
)
from apparat.constitution.parts import Dated
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError, unknown_name

Record = TypeVar("Record", bound=Dated)


@dataclass(frozen=True, repr=False)
class Constitution:
    """Institutions by id, power edges, rules; `month` is set on what `at` returns.

    `answers` maps each question on which the sources disagree to the reading chosen.
    """

    name: str
    bodies: Mapping[str, Body]
    offices: Mapping[str, Office]
    organs: Mapping[str, Organ]
    post_classes: Mapping[str, PostClass]
    edges: tuple[Edge, ...]
    rules: tuple[Rule, ...]
    questions: Mapping[str, Question] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    month: Month | None = None

    def __repr__(self) -> str:
        when = f" in {self.month}" if self.month else ""
        posts = f"{self.posts} listed posts, " if self.month else ""
        return (
            f"<Constitution {self.name}{when}: {len(self.bodies)} bodies, {len(self.offices)} offices, "
            f"{posts}{len(self.edges)} edges, {len(self.rules)} rules>"
        )

    @property
    def posts(self) -> int:
        """Posts of all classes together, offices apart."""
        return round(sum(post_class.count.value for post_class in self.post_classes.values()))

    def at(self, month: Month) -> "Constitution":
        """What is in force in a month, with every amendment up to it applied."""
        now = replace(
            self,
            month=month,
            bodies=_in_force(self.bodies, month),
            offices=_in_force(self.offices, month),
            organs=_in_force(self.organs, month),
            post_classes=_in_force(self.post_classes, month),
            rules=tuple(as_of(rule, month) for rule in self.rules if rule.in_force(month)),
        )
        return replace(now, edges=tuple(edge for edge in self.edges if now.holds(edge)))

    def holds(self, edge: Edge) -> bool:
        """Whether both ends of an edge exist here and, in a given month, the edge is in force."""
        if edge.who not in self or edge.whom not in self:
            return False
        if self.month is None:
            return True
        begun = edge.since is None or edge.since <= self.month
        return begun and (edge.until is None or self.month < edge.until)

    def __contains__(self, node: str) -> bool:
        return node in self.bodies or node in self.offices or node in self.post_classes

    def named(self, node: str) -> Body | Office | PostClass:
        """The body, office or post class of this id. Raises UsageError with the nearest ids."""
        found = self.bodies.get(node) or self.offices.get(node) or self.post_classes.get(node)
        if found is None:
            raise unknown_name("institution", node, [*self.bodies, *self.offices, *self.post_classes])
        return found

    def who(self, does: Power, whom: str, *, standing: Standing | None = None) -> tuple[str, ...]:
        """Ids of those with this power over `whom`; by `standing`, on paper or in practice only."""
        return tuple(
            edge.who
            for edge in self.edges
            if edge.does == does and edge.whom == whom and standing in (None, edge.standing)
        )

    def filled_by(self, node: str) -> tuple[str, ...]:
        """Who elects or appoints the members of a body or the holder of a post."""
        composed = self.bodies[node].composed_of if node in self.bodies else ()
        return (*composed, *(edge.who for edge in self.edges if edge.whom == node and edge.does in FILLING))

    def dismissed_by(self, node: str) -> tuple[str, ...]:
        """Who may dismiss; whoever elects or appoints, where nobody else is named."""
        return self.who("dismisses", node) or self.filled_by(node)

    def agenda_of(self, body: str) -> tuple[str, ...]:
        """Who sets the agenda of a body."""
        return self.who("sets-agenda", body)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of this id in force (the earliest spell, outside a month); None if there is none."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def value(self, rule_id: str) -> bool | float | str:
        """The value of a rule in force. Raises UsageError with the nearest rules when there is none."""
        rule = self.rule(rule_id)
        if rule is None:
            raise unknown_name("rule in force", rule_id, {known.id for known in self.rules})
        return rule.value

    def records(self) -> Iterator[tuple[str, Dated]]:
        """Every dated record with its path (`bodies.politburo`, `rules[3]`)."""
        for part, mapping in (
            ("bodies", self.bodies),
            ("offices", self.offices),
            ("organs", self.organs),
            ("post-classes", self.post_classes),
        ):
            yield from ((f"{part}.{name}", written) for name, written in mapping.items())
        yield from ((f"rules[{k}]", rule) for k, rule in enumerate(self.rules))

    def turning_points(self) -> tuple[Month, ...]:
        """Every month in which anything begins, ends or changes, in order."""
        return tuple(sorted(set(self._dates())))

    def described(self, written: str) -> Month:
        """A month `YYYY-MM` that this describes. Raises UsageError for any other."""
        first, *_, last = self.turning_points()
        try:
            month = Month.parse(written)
        except ValueError:
            raise UsageError(f"'{written}' is not a month: write YYYY-MM, for example {first}.") from None
        if not first <= month <= last:
            raise UsageError(
                f"The constitution '{self.name}' describes {first} to {last}, and {written} lies outside."
            )
        return month

    def _dates(self) -> Iterator[Month]:
        for _, written in self.records():
            yield from _dates_of(written)
        for edge in self.edges:
            yield from (date for date in (edge.since, edge.until) if date is not None)


def _dates_of(record: Dated) -> Iterator[Month]:
    yield record.since
    if record.until is not None:
        yield record.until
    yield from (change.since for change in record.changes)


def _in_force(records: Mapping[str, Record], month: Month) -> Mapping[str, Record]:
    return MappingProxyType(
        {name: as_of(record, month) for name, record in records.items() if record.in_force(month)}
    )
