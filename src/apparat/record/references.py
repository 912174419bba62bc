"""References: what `because:` may say, and what it stands for.

A reference is a fact's id (`testament-vote-1924`), a row's id (`congress/12`), `assumed`, or
`assumed:` and a reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from apparat.ground import errors
from apparat.ground.errors import UsageError, unknown_name
from apparat.record.folding import fold
from apparat.record.rows import Fact, Row
from apparat.record.tables import TABLES, facts_by_id, rows, rows_by_id

_ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference with what it says, where that stands, and how far to trust it.

    `table` is the part of the record: `fact`, `office`, `vote` and so on, or `assumed`.
    Facts are statements of the source notes and carry no grade of confidence: `unrated`.
    """

    reference: str
    table: str
    text: str
    source: str
    confidence: Literal["high", "medium", "low", "unrated", "assumed"]
    note: str

    def __str__(self) -> str:
        return f"{self.text} [{self.reference}; {self.source}; confidence {self.confidence}]"


def find(reference: str) -> Fact | Row | None:
    """The fact or row of this id, or None."""
    if "/" in reference:
        return rows_by_id(reference.split("/", 1)[0]).get(reference)
    return facts_by_id().get(reference)


def entry(reference: str) -> Fact | Row:
    """The fact or row of this id. Raises UsageError with the nearest ids when there is none."""
    found = find(reference)
    if found is None:
        raise _unknown(reference)
    return found


def known(reference: str) -> bool:
    """Whether `cite` would accept the reference."""
    return _is_assumption(reference) or find(reference) is not None


def cite(reference: str) -> Citation:
    """What a reference stands for. Raises UsageError with the nearest known ones when it is unknown."""
    if _is_assumption(reference):
        reason = reference.partition(":")[2].strip()
        text = reason or "no source; assumed"
        return Citation(
            reference=reference, table=_ASSUMED, text=text, source="assumed", confidence="assumed", note=""
        )
    found = entry(reference)
    if isinstance(found, Fact):
        table, note = "fact", found.remark
        confidence: Literal["high", "medium", "low", "unrated"] = "unrated"
    else:
        table, note, confidence = found.table, found.note, found.confidence
    return Citation(
        reference=reference,
        table=table,
        text=found.summary,
        source=found.source,
        confidence=confidence,
        note=note,
    )


def nearest(reference: str) -> list[str]:
    """The known ids closest to one that is not known, best first."""
    return errors.nearest(reference, _candidates(reference))


def _is_assumption(reference: str) -> bool:
    head, colon, reason = reference.partition(":")
    return head == _ASSUMED and (not colon or bool(reason.strip()))


def _unknown(reference: str) -> UsageError:
    if reference.startswith(_ASSUMED):
        return UsageError(f"'{reference}' is no reference. Write 'assumed', or 'assumed: ' and the reason.")
    return unknown_name("fact or row", reference, _candidates(reference))


def _candidates(reference: str) -> Iterable[str]:
    """The ids worth offering: same table if there is one, and preferably sharing a word."""
    table = reference.split("/", 1)[0]
    if "/" in reference and table in TABLES:
        pool: Iterable[str] = rows_by_id(table)
    else:
        pool = [*facts_by_id(), *(row.id for row in rows())]
    words = set(fold(reference).split())
    sharing = [id_ for id_ in pool if words & set(fold(id_).split())]
    return sharing or pool
