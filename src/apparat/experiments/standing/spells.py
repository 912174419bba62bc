"""Months in a row with the same content, as spells."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Spells(Generic[K]):
    """What held in each month, told month by month; gives the spells."""

    def __init__(self) -> None:
        self._open: dict[K, int] = {}
        self._ended: list[tuple[K, int, int]] = []
        self._months = 0

    def tell(self, holds: Iterable[K]) -> None:
        """What holds in the next month."""
        now = set(holds)
        for content in [content for content in self._open if content not in now]:
            self._ended.append((content, self._open.pop(content), self._months))
        for content in now:
            self._open.setdefault(content, self._months)
        self._months += 1

    def __iter__(self) -> Iterator[tuple[K, int, int]]:
        """Content, first month, and the month after the last, in order of the first month."""
        lasting = [(content, since, self._months) for content, since in self._open.items()]
        yield from sorted([*self._ended, *lasting], key=lambda spell: (spell[1], spell[2], repr(spell[0])))
