"""Pydantic's errors in plain language, placed in the document."""

import types
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from apparat.ground.errors import Problem, nearest
from apparat.ground.nodes import shortened

if TYPE_CHECKING:
    from apparat.ground.documents import Document

_KEY = "[key]"

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "dict_type": "a mapping ('key: value' lines)",
    "model_type": "a mapping ('key: value' lines)",
    "model_attributes_type": "a mapping ('key: value' lines)",
    "tuple_type": "a list",
    "list_type": "a list",
    "none_required": "nothing",
}

_BOUNDS = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("less than", "lt"),
    "less_than_equal": ("at most", "le"),
}


_OTHERS = {
    "value_error": "{error}",
    "union_tag_not_found": "the key {discriminator} is missing",
    "too_short": "too short: at least {min_length} needed, found {given}",
    "string_too_short": "too short: at least {min_length} needed, found {given}",
    "too_long": "too long: at most {max_length} allowed, found {given}",
    "string_too_long": "too long: at most {max_length} allowed, found {given}",
    "string_pattern_mismatch": "{given} is not written as expected: it must match {pattern}",
}


def translated(
    document: "Document", model: type[BaseModel], details: Iterable[ErrorDetails]
) -> list[Problem]:
    """Pydantic's errors as located problems. A key that is missing because it is misspelt is told once."""
    found = list(details)
    unknown = [detail["loc"] for detail in found if detail["type"] == "extra_forbidden"]
    return [
        _problem(document, model, detail)
        for detail in found
        if detail["type"] != "missing" or not _misspelt(detail["loc"], unknown)
    ]


def _misspelt(missing: tuple[str | int, ...], unknown: Iterable[tuple[str | int, ...]]) -> bool:
    """Whether an unknown key beside it is nearly the missing one."""
    beside = [str(location[-1]) for location in unknown if location[:-1] == missing[:-1]]
    return bool(nearest(str(missing[-1]), beside))


def _problem(document: "Document", model: type[BaseModel], detail: ErrorDetails) -> Problem:
    path, annotations = _resolve(document, model, detail["loc"])
    kind, context = detail["type"], detail.get("ctx") or {}
    if kind == "extra_forbidden":
        return document.problem(_unknown_key(str(path[-1]), annotations), *path, at_key=True)
    if kind == "missing":
        where = f" in '{_last_name(path)}'" if path else ""
        return document.problem(f"the key '{detail['loc'][-1]}' is missing{where}", *path, at_key=True)
    at_key = detail["loc"][-1:] == (_KEY,)
    return document.problem(_message(kind, context, detail), *path, at_key=at_key)


def _last_name(path: tuple[str | int, ...]) -> str:
    names = [step for step in path if isinstance(step, str)]
    last = path[-1]
    return f"{names[-1] if names else ''}[{last}]" if isinstance(last, int) else last


def _unknown_key(key: str, annotations: list[Any]) -> str:
    known = sorted(set(_keys_of(annotations)))
    close = nearest(key, known)
    if close:
        return f"unknown key '{shortened(key)}': did you mean {_or(close)}?"
    return f"unknown key '{shortened(key)}': the keys here are {', '.join(known)}"


def _or(words: list[str]) -> str:
    return " or ".join(f"'{word}'" for word in words)


def _message(kind: str, context: Mapping[str, Any], detail: ErrorDetails) -> str:
    given = _described(detail["input"])
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {given}"
    if kind in _BOUNDS:
        words, bound = _BOUNDS[kind]
        return f"{given} is out of range: {words} {context[bound]:g} is allowed"
    if kind in ("literal_error", "enum"):
        return _not_one_of(detail["input"], str(context["expected"]))
    if kind == "union_tag_invalid":
        return _not_one_of(str(context["tag"]), str(context["expected_tags"]))
    pattern = _OTHERS.get(kind, "{given} cannot be used here: {reason}")
    reason = detail["msg"][:1].lower() + detail["msg"][1:]
    return pattern.format(given=given, reason=reason, **context)


def _not_one_of(given: object, expected: str) -> str:
    known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    close = nearest(str(given), known)
    hint = f"did you mean {_or(close)}?" if close else f"known are {', '.join(known)}"
    return f"{_described(given)} is not known here: {hint}"


def _described(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{shortened(value)}'" if isinstance(value, str) else f"{value}"


def _resolve(
    document: "Document", model: type[BaseModel], location: tuple[str | int, ...]
) -> tuple[tuple[str | int, ...], list[Any]]:
    """The part of a location that exists in the document, and the types that stand at its end's parent.

    Pydantic puts labels of union members into locations; those name nothing in the document.
    """
    path: tuple[str | int, ...] = ()
    parents: list[Any] = [model]
    here: list[Any] = [model]
    for step in location:
        if step == _KEY:
            continue
        if document.find(*path, step) is not None:
            path, parents = (*path, step), here
            here = [inner for outer in here for inner in _inside(outer, step)]
        else:
            here = _narrowed(here, step)
    return path, parents


def _members(annotation: Any) -> Iterator[Any]:
    """The annotation without wrappers, one alternative at a time."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _narrowed(annotations: list[Any], label: str | int) -> list[Any]:
    """The alternatives that carry a union's label: by a literal field, or by name."""
    members = [member for annotation in annotations for member in _members(annotation)]
    chosen = [member for member in members if _is_model(member) and label in _labels(member)]
    return chosen or members


def _labels(model: type[BaseModel]) -> set[object]:
    labels: set[object] = {model.__name__}
    for field in model.model_fields.values():
        if get_origin(field.annotation) is Literal:
            labels.update(get_args(field.annotation))
    return labels


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _inside(annotation: Any, step: str | int) -> list[Any]:
    """The types of what stands under a key or position of a value of this type."""
    found: list[Any] = []
    for member in _members(annotation):
        if _is_model(member):
            found += [f.annotation for name, f in member.model_fields.items() if step in (name, f.alias)]
        elif arguments := get_args(member):
            found.append(arguments[1] if get_origin(member) in (dict, Mapping) else arguments[0])
    return [inner for one in found for inner in _members(one)]


def _keys_of(annotations: list[Any]) -> Iterator[str]:
    for annotation in annotations:
        for member in _members(annotation):
            if _is_model(member):
                for name, field in member.model_fields.items():
                    yield field.alias or name
