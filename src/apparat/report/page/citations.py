"""Facts and works cited: what stands behind numbers, in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import import_module, resources
from typing import Any

from apparat import record
from apparat.mechanisms.month import all_parameters
from apparat.mechanisms.steps import STEPS
from apparat.results import html
from apparat.scenario.sources import is_assumption, is_work

_KEY = re.compile(r"\[([A-Z][A-Za-z]+\d{4}[a-z]?)\]")
_ENTRY = re.compile(r"^## (\w+)$", re.MULTILINE)
_MARK = re.compile(r"[*`]")


@dataclass(frozen=True)
class Work:
    """A work of the bibliography."""

    key: str
    text: str
    used_for: str


@cache
def bibliography() -> dict[str, Work]:
    """Every work that the program cites, by key."""
    file = resources.files("apparat.report.page") / "data" / "references.md"
    _, *parts = _ENTRY.split(file.read_text(encoding="utf-8"))
    return {key: _work(key, body) for key, body in zip(parts[::2], parts[1::2], strict=True)}


def _work(key: str, body: str) -> Work:
    text, _, used_for = (" ".join(part.split()) for part in body.partition("Used for:"))
    return Work(key, _MARK.sub("", text), _MARK.sub("", used_for))


def keys_of(text: str) -> list[str]:
    """The keys that a text cites, in order."""
    return list(dict.fromkeys(_KEY.findall(text)))


@cache
def of_mechanism(name: str) -> tuple[str, ...]:
    """Keys of the works that a mechanism cites, in its description or as sources of its parameters."""
    said = import_module(f"apparat.mechanisms.{name}").__doc__ or ""
    sources = " ".join(p.source for p in all_parameters() if p.address.startswith(f"{name}."))
    return tuple(keys_of(f"{said} {sources}"))


def of_mechanisms() -> list[str]:
    """Keys of all works that the month's steps cite."""
    return list(dict.fromkeys(key for name, _ in STEPS for key in of_mechanism(name)))


def references(keys: Iterable[str]) -> str:
    """Works as a list, in order of their keys."""
    known = bibliography()
    entries = "".join(
        f'<li id="{key}"><b>{escape(key)}</b> {escape(known[key].text)} '
        f'<span class="faint">Used for {escape(known[key].used_for)}</span></li>'
        for key in sorted(set(keys))
        if key in known
    )
    return f'<ul class="works">{entries}</ul>'


def cited(written: Any) -> Iterator[str]:
    """Every reference that stands under a `because` anywhere in a document."""
    if isinstance(written, dict):
        for name, value in written.items():
            if name == "because":
                yield from [value] if isinstance(value, str) else value
            else:
                yield from cited(value)
    elif isinstance(written, list | tuple):
        for value in written:
            yield from cited(value)


def of_parameters() -> list[str]:
    """References that stand behind the parameters' defaults and ranges."""
    parts = (part.strip() for p in all_parameters() for part in p.source.split(";"))
    return [part for part in dict.fromkeys(parts) if record.known(part) and not is_assumption(part)]


def facts(references_: Iterable[str]) -> str:
    """What references stand for, as a table; assumptions are counted, not listed."""
    wanted = list(dict.fromkeys(references_))
    found = [record.cite(each) for each in wanted if not is_work(each) and _on_record(each)]
    works = [each.removeprefix("work:").strip() for each in wanted if is_work(each)]
    rows = [(each.reference, each.text, each.source, each.confidence) for each in found]
    rows += [("work", each, "not in the record", "unrated") for each in works]
    if not rows:
        return html.text("None: what was set is assumed.")
    heads = ["reference", "what it says", "source", "confidence"]
    return html.grid(heads, rows, ["", "", "wide", "word"])


def _on_record(reference: str) -> bool:
    return not is_assumption(reference) and record.known(reference)
