"""The formal graph: institutions as nodes, powers as arrows; and the circles in which power flows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from apparat.constitution.constitution import Constitution
from apparat.constitution.model import SELECTING, Edge
from apparat.ground.dates import Month

if TYPE_CHECKING:
    import networkx as nx

View = Literal["theory", "practice", "all"]


def graph(constitution: Constitution, month: Month, layer: View = "all") -> "nx.MultiDiGraph[str]":
    """Institutions in force in a month and the powers between them.

    Nodes carry `name`, `layer` and `kind` (body, office, posts); arrows are keyed by the power and carry
    `standing` and `because`. The layer `theory` keeps what statutes and doctrine say, `practice` what was
    done beside them, `all` both. Members of a joint body are joined to it by `sits-in`.
    """
    import networkx as nx  # here and below: slow to import, and most callers draw no graph

    now = constitution.at(month)
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph(constitution=constitution.name, month=str(month))
    for name, body in now.bodies.items():
        drawn.add_node(name, name=body.name, layer=body.layer, kind="body")
    for name, office in now.offices.items():
        drawn.add_node(name, name=office.name, layer=_layer(now, office.body), kind="office")
    for name, post_class in now.post_classes.items():
        drawn.add_node(name, name=post_class.name, layer=post_class.institution, kind="posts")
    for edge in now.edges:
        if layer in ("all", edge.standing):
            drawn.add_edge(edge.who, edge.whom, key=edge.does, standing=edge.standing, because=edge.because)
    for name, body in now.bodies.items():
        for part in body.composed_of:
            drawn.add_edge(part, name, key="sits-in", standing="theory", because=body.because)
    return drawn


def _layer(now: Constitution, body: str) -> str:
    return now.bodies[body].layer if body in now.bodies else "state"


def cycles(constitution: Constitution, month: Month) -> list[tuple[str, ...]]:
    """The circles in which power flows: bodies that, through others, choose those who choose them.

    Only powers over who sits where are followed (elects, appoints, confirms, prepares the slate). Each
    circle begins with its first name in the alphabet; shortest first. A circle is a finding, no error.
    """
    import networkx as nx

    arrows = {(edge.who, edge.whom) for edge in constitution.at(month).edges if edge.does in SELECTING}
    found = nx.simple_cycles(nx.DiGraph(sorted(arrows)))
    return sorted((_from_first(circle) for circle in found), key=lambda circle: (len(circle), circle))


def _from_first(circle: list[str]) -> tuple[str, ...]:
    start = circle.index(min(circle))
    return (*circle[start:], *circle[:start])


def links(now: Constitution, circle: tuple[str, ...]) -> Iterator[Edge]:
    """One power in force for each step of a circle, from the first institution back to it."""
    for who, whom in zip(circle, (*circle[1:], circle[0]), strict=True):
        yield next(
            edge for edge in now.edges if (edge.who, edge.whom) == (who, whom) and edge.does in SELECTING
        )
