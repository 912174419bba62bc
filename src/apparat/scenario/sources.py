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
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError, nearest

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
    try:
        record.entry(reference)
    except UsageError as unknown:
        return f"{unknown} A source outside the record is written 'work: Author, Title' or 'assumed: why'."
    return None


def is_dated_from(reference: str, first: Month) -> bool:
    """Whether a reference is to something on record that happened in this month or later."""
    if is_assumption(reference) or is_work(reference):
        return False
    start = record.entry(reference).span[0] if record.known(reference) else ""
    return start[:7] >= (str(first) if len(start) >= 7 else str(first.year + 1)) if start else False


def _unknown_assumption(name: str, known: list[str]) -> str | None:
    if name in known:
        return None
    close = " or ".join(f"'{word}'" for word in nearest(name, known))
    advice = f"did you mean {close}?" if close else "write it under 'assumptions'"
    return f"there is no assumption called '{name}': {advice}"
