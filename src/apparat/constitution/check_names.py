"""Names that refer to each other: every one must exist."""

from collections.abc import Iterable, Iterator
from typing import get_args

from apparat.constitution.constitution import Constitution
from apparat.constitution.model import Layer
from apparat.ground.errors import Problem, nearest

LAYERS = get_args(Layer)


def names_exist(constitution: Constitution) -> Iterator[Problem]:
    """Names of institutions, organs, questions and answers that nothing answers to."""
    yield from _of_bodies(constitution)
    yield from _of_posts(constitution)
    yield from _of_edges(constitution)
    yield from _of_rules(constitution)
    yield from _of_variants(constitution)


def missing(kind: str, name: str | None, known: Iterable[str], path: str) -> Iterator[Problem]:
    """A problem if a name is given and unknown, with the nearest known names."""
    known = list(known)
    if name is None or name in known:
        return
    close = nearest(name, known)
    hint = f"did you mean {' or '.join(repr(word) for word in close)}?" if close else "check its spelling"
    yield Problem(f"there is no {kind} called '{name}': {hint}", path=path)


def _of_bodies(constitution: Constitution) -> Iterator[Problem]:
    for name, body in constitution.bodies.items():
        path = f"bodies.{name}"
        yield from missing("office", body.chair, constitution.offices, f"{path}.chair")
        yield from missing("body", body.appeals_to, constitution.bodies, f"{path}.appeals-to")
        for k, part in enumerate(body.composed_of):
            yield from missing("body", part, constitution.bodies, f"{path}.composed-of[{k}]")
    for name, office in constitution.offices.items():
        yield from missing("body", office.body, constitution.bodies, f"offices.{name}.body")
        if name in constitution.bodies:
            yield Problem(f"'{name}' is the name of a body too: choose another", path=f"offices.{name}")


def _of_posts(constitution: Constitution) -> Iterator[Problem]:
    bosses = [*constitution.offices, *constitution.post_classes]
    for name, organ in constitution.organs.items():
        path = f"organs.{name}"
        yield from missing("body", organ.body, constitution.bodies, f"{path}.body")
        yield from missing("office", organ.chief, constitution.offices, f"{path}.chief")
        yield from missing("body", organ.collegial, constitution.bodies, f"{path}.collegial")
    for name, post_class in constitution.post_classes.items():
        path = f"post-classes.{name}"
        yield from missing("organ", post_class.filled_by, constitution.organs, f"{path}.filled-by")
        yield from missing("office or post class", post_class.boss, bosses, f"{path}.boss")
        if name in constitution.bodies or name in constitution.offices:
            yield Problem(f"'{name}' is the name of a body or an office too: choose another", path=path)


def _of_edges(constitution: Constitution) -> Iterator[Problem]:
    nodes = [*constitution.bodies, *constitution.offices, *constitution.post_classes]
    for k, edge in enumerate(constitution.edges):
        yield from missing("institution", edge.who, nodes, f"edges[{k}].who")
        yield from missing("institution", edge.whom, nodes, f"edges[{k}].whom")


def _of_rules(constitution: Constitution) -> Iterator[Problem]:
    hit = [*LAYERS, *constitution.offices, *constitution.post_classes]
    for k, rule in enumerate(constitution.rules):
        path = f"rules[{k}]"
        yield from missing("body", rule.decided_by, constitution.bodies, f"{path}.decided-by")
        yield from missing("body", rule.concerns, constitution.bodies, f"{path}.concerns")
        for n, effect in enumerate(rule.effects):
            yield from missing("layer, office or post class", effect.on, hit, f"{path}.effects[{n}].on")
        body = constitution.bodies.get(rule.decided_by or "")
        if body is not None and "rule" not in body.may_decide:
            yield Problem(
                f"'{rule.decided_by}' may not decide on rules: add 'rule' to its may-decide, "
                f"or name another body",
                path=f"{path}.decided-by",
            )


def _of_variants(constitution: Constitution) -> Iterator[Problem]:
    for name, question in constitution.questions.items():
        yield from missing("answer", question.default, question.answers, f"questions.{name}.default")
    for path, record in constitution.records():
        for asked, readings in record.variants.items():
            if asked not in constitution.questions:
                yield from missing("question", asked, constitution.questions, f"{path}.variants.{asked}")
                continue
            for answer in readings:
                known = constitution.questions[asked].answers
                yield from missing("answer", answer, known, f"{path}.variants.{asked}.{answer}")
