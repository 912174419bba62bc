"""Where the record contradicts itself: the variants, side by side, none deleted.

A disputed quantity is never written into the model; it is a choice, with a default and its rivals. The
default is what the history tables or the remarks hold to be established, otherwise the more guarded
reading.
"""

from dataclasses import dataclass
from functools import cache

from apparat.record.reading import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One reading, the references that hold it, and its figure where it has one."""

    id: str
    default: bool
    reading: str
    low: float | None
    high: float | None
    unit: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An issue with two or more variants, exactly one of them the default."""

    id: str
    issue: str
    variants: tuple[Variant, ...]

    @property
    def default(self) -> Variant:
        """The variant used unless another is chosen."""
        return next(variant for variant in self.variants if variant.default)

    @property
    def references(self) -> tuple[str, ...]:
        """All facts and rows that take a side, each once."""
        return tuple(dict.fromkeys(name for variant in self.variants for name in variant.references))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    disagreement: str
    issue: str
    variant: str
    default: bool
    reading: str
    low: float | None
    high: float | None
    unit: str
    references: tuple[str, ...]


@cache
def disagreements() -> tuple[Disagreement, ...]:
    """All disagreements, in the order of the inventory."""
    grouped: dict[str, list[_Line]] = {}
    for line in read_table(_Line, "disagreements"):
        grouped.setdefault(line.disagreement, []).append(line)
    return tuple(
        Disagreement(id=id_, issue=lines[0].issue, variants=tuple(_variant(line) for line in lines))
        for id_, lines in grouped.items()
    )


def disagreements_over(reference: str) -> tuple[Disagreement, ...]:
    """The disagreements in which a fact or row takes a side."""
    return tuple(dispute for dispute in disagreements() if reference in dispute.references)


def _variant(line: _Line) -> Variant:
    return Variant(
        id=line.variant,
        default=line.default,
        reading=line.reading,
        low=line.low,
        high=line.high,
        unit=line.unit,
        references=line.references,
    )
