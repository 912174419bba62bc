"""Edges that follow from `filled-by`: the body an organ acts for appoints the posts of a class."""

from collections.abc import Iterator, Mapping

from apparat.constitution.amend import as_of
from apparat.constitution.model import Edge, Organ, PostClass


def appointments(classes: Mapping[str, PostClass], organs: Mapping[str, Organ]) -> Iterator[Edge]:
    """One edge for each spell in which an organ fills a class; practice, for no statute gave the power."""
    for name, post_class in classes.items():
        yield from _spells(name, post_class, organs)


def _spells(name: str, post_class: PostClass, organs: Mapping[str, Organ]) -> Iterator[Edge]:
    dates = [post_class.since, *(change.since for change in post_class.changes)]
    reasons = [post_class.because, *(change.because for change in post_class.changes)]
    ends = [*dates[1:], post_class.until]
    for since, until, because in zip(dates, ends, reasons, strict=True):
        organ = organs.get(as_of(post_class, since).filled_by or "")
        if organ is not None:
            yield Edge(
                who=organ.body,
                does="appoints",
                whom=name,
                standing="practice",
                since=since,
                until=until,
                because=because,
            )
