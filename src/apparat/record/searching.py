"""Search: every word must begin some word of the entry, after folding."""

from collections.abc import Iterable
from functools import cache

from apparat.ground.errors import nearest
from apparat.record.folding import fold, has_word
from apparat.record.rows import CommitteeSeat, Fact, Office, PolitburoSpell, Row
from apparat.record.tables import facts, rows


def search(words: str | Iterable[str] = "") -> list[Fact | Row]:
    """Facts, then rows, that have all the words; everything when there are none.

    Searched: of a fact its id, subjects, bodies, claim and remark; of a row its id, summary, note
    and source. `purge` finds `purges`; `Trotskii` finds `Trotsky`.
    """
    wanted = _folded_words(words)
    return [entry for text, entry in _index() if all(has_word(word, text) for word in wanted)]


def suggest(words: str | Iterable[str]) -> dict[str, list[str]]:
    """For each word that no entry has, the nearest words that some entry has."""
    texts = " ".join(text for text, _ in _index())
    typed = _joined(words).split()
    lost = [word for word in typed if any(not has_word(part, texts) for part in fold(word).split())]
    vocabulary = _vocabulary() if lost else {}
    return {word: [vocabulary[near] for near in nearest(fold(word), vocabulary)] for word in lost}


def _folded_words(words: str | Iterable[str]) -> list[str]:
    return fold(_joined(words)).split()


def _joined(words: str | Iterable[str]) -> str:
    return words if isinstance(words, str) else " ".join(words)


@cache
def _index() -> tuple[tuple[str, Fact | Row], ...]:
    entries: list[Fact | Row] = [*facts(), *rows()]
    return tuple((fold(_text(entry)), entry) for entry in entries)


@cache
def _vocabulary() -> dict[str, str]:
    """Folded words to the shortest way they are written, for words worth suggesting."""
    written: dict[str, str] = {}
    for _, entry in _index():
        for word in _text(entry).replace("-", " ").split():
            bare = word.strip(".,;:()[]'\"/").lower()
            if len(bare) > 2 and bare.isalpha():
                written.setdefault(fold(bare), bare)
    return written


def _text(entry: Fact | Row) -> str:
    if isinstance(entry, Fact):
        parts = (entry.id, *entry.subjects, *entry.bodies, entry.claim, entry.remark)
    elif isinstance(entry, PolitburoSpell | Office | CommitteeSeat):
        parts = (entry.id, entry.person, entry.summary, entry.note, entry.source)
    else:
        parts = (entry.id, entry.summary, entry.note, entry.source)
    return " ".join(parts)
