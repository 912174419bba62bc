"""What may stand behind a number: `because` entries and their check.

| written | means |
| --- | --- |
| `lenin-dies-1924` | a fact of the record |
| `politburo/full/trotsky-l-d/1919-03-25` | a row of one of the record's tables |
| `work: Author, Title (remark)` | a work that the record does not hold |
| `assumed: why` | an assumption, with its reason |
| `assumed/name` | an assumption written once, under `assumptions` |
"""

from collections.abc import Iterable

from apparat import record
from apparat.ground.errors import nearest

_WORK = "work:"
_ASSUMED = "assumed"


def is_assumption(reference: str) -> bool:
    """Whether a reference admits that nothing on record supports the value."""
    return reference == _ASSUMED or reference.startswith((f"{_ASSUMED}:", f"{_ASSUMED}/"))


def is_work(reference: str) -> bool:
    """Whether a reference names a work outside the record."""
    return reference.startswith(_WORK)


def mistake(reference: str, assumptions: Iterable[str]) -> str | None:
    """What is wrong with a reference, in words; None when nothing is."""
    if is_work(reference):
        named = reference.removeprefix(_WORK).strip()
        return None if named else "a work needs its author and title: write 'work: Author, Title'"
    if reference.startswith(f"{_ASSUMED}/"):
        return _unknown_assumption(reference.removeprefix(f"{_ASSUMED}/"), list(assumptions))
    if is_assumption(reference):
        reason = reference.removeprefix(f"{_ASSUMED}:").strip()
        return None if reason and reason != _ASSUMED else "an assumption needs a reason: write 'assumed: why'"
    if record.known(reference):
        return None
    hint = _hint(record.nearest(reference))
    return f"the source '{reference}' is not in the record{hint or ': search it, or write assumed: why'}"


def _unknown_assumption(name: str, known: list[str]) -> str | None:
    if name in known:
        return None
    hint = _hint(nearest(name, known))
    return f"there is no assumption called '{name}'{hint or ': write it under assumptions'}"


def _hint(close: Iterable[str]) -> str:
    names = " or ".join(f"'{name}'" for name in close)
    return f": did you mean {names}?" if names else ""
