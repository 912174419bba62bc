"""The rules of the model know no names: no person of the record is mentioned where runs are decided."""

import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache

from apparat import record
from apparat.scenario import library
from tests.house.tree import assert_none, place, written

ROOMS = ["src/apparat/world", "src/apparat/mechanisms", "src/apparat/observers", "src/apparat/engine"]
_SPOKEN = (
    tokenize.NAME,
    tokenize.STRING,
    tokenize.COMMENT,
    getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING),
)
_CITATION = re.compile(r"\[\w+\]")
_REFERENCE = re.compile(r"\b[a-z0-9]+(?:[-/][a-z0-9]+)+\b")
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{3,}")
_SHORT = 5


@cache
def surnames() -> frozenset[str]:
    """The surnames of everybody in the record and in the shipped scenarios, in lower case."""
    persons = {person.name for person in record.people()}
    for name in library.names():
        persons |= {person.name for person in library.load(name).persons.values()}
    words = (re.match(r"[^\W\d_]+", person) for person in persons)
    return frozenset(word[0].lower() for word in words if word)


def is_named(word: str) -> bool:
    """Whether a word is a surname, or one with an ending: `Leninist`."""
    low = word.lower()
    if low in surnames():
        return True
    return any(low[:length] in surnames() for length in range(_SHORT, len(low)))


def spoken(source: str) -> Iterator[tuple[int, str]]:
    """Identifiers, strings and comments with their lines, without citations of works and of the record."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in _SPOKEN:
            text = _CITATION.sub(" ", token.string)
            text = _REFERENCE.sub(lambda m: " " if record.known(m[0]) else m[0], text)
            for below, line in enumerate(text.split("\n")):
                yield token.start[0] + below, line


def named(source: str) -> list[tuple[int, str]]:
    """The persons that a source mentions, with the lines."""
    return [(n, word) for n, line in spoken(source) for word in _WORD.findall(line) if is_named(word)]


def test_no_rule_knows_a_person_by_name() -> None:
    files = [(path, text) for path, text in written(*ROOMS) if path.suffix == ".py"]
    found = (f"{place(path, line)} {word}" for path, text in files for line, word in named(text))
    assert_none(found, among=files)


def test_a_name_would_be_noticed_wherever_it_stands() -> None:
    someone = "bukh" + "arin"
    assert someone in surnames()
    for line in (
        f"{someone}_wins = 1",
        f"# {someone.title()} moves first",
        f'"the {someone.title()}ite opposition"',
        f'x = f"{{y}} beats {someone.upper()}"',
        f"class {someone.title()}Rule: pass",
    ):
        assert [n for n, _ in named(line + "\n")] == [1], line


def test_citing_a_work_or_a_fact_names_nobody() -> None:
    cited = next(r for r in (fact.id for fact in record.facts()) if any(map(is_named, r.split("-"))))
    assert named(f'"""After [Bukharin1920], {cited}."""\n') == []
    assert named(f'"""After {cited}-as-nobody-says."""\n') != []
