"""A table of a result: prints well, and becomes an Arrow, pandas or polars table on request."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from apparat.ground.errors import ApparatError
from apparat.results import html

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

SHOWN = 40
_SHORT = 24


class Row(BaseModel):
    """One row of a result's table; its fields are the columns."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True, validate_by_alias=True
    )


@dataclass(frozen=True, repr=False)
class Table:
    """Rows of one type. `for row in table` gives them; `to_pandas` and its kin give frames."""

    name: str
    row: type[Row]
    rows: Sequence[Row]

    @property
    def columns(self) -> list[str]:
        """Names of the columns, as in JSON."""
        return [field.serialization_alias or name for name, field in self.row.model_fields.items()]

    def records(self) -> list[dict[str, Any]]:
        """The rows as plain dictionaries."""
        return [row.model_dump(mode="json") for row in self.rows]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, index: int) -> Row:
        return self.rows[index]

    def __repr__(self) -> str:
        cells = self._cells()
        widths = [max(len(line[i]) for line in cells) for i in range(len(self.columns))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in cells
        ]
        left = len(self) - SHOWN
        return "\n".join([*lines, f"... and {left} more rows"] if left > 0 else lines)

    def to_html(self) -> str:
        """The first rows as an HTML table, numbers to the right; for a notebook, see `html.alone`."""
        head, *body = self._cells()
        records = self.records()[:SHOWN]
        kinds = [_kind([record[name] for record in records]) for name in self.columns]
        more = f"The first {SHOWN} of {len(self):,} rows; to_pandas(), to_polars() and to_arrow() give all."
        return html.grid(head, body, kinds) + (html.text(more, faint=True) if len(self) > SHOWN else "")

    def _repr_html_(self) -> str:
        return html.alone(self.to_html())

    def _cells(self) -> list[list[str]]:
        records = [row.model_dump(mode="json") for row in self.rows[:SHOWN]]
        return [self.columns, *([_shown(value) for value in record.values()] for record in records)]

    def to_arrow(self) -> "pa.Table":
        """The table as a `pyarrow.Table`."""
        import pyarrow as pa

        records = self.records()
        return pa.table({name: [record[name] for record in records] for name in self.columns})

    def to_pandas(self) -> "pd.DataFrame":
        """The table as a pandas frame. Raises ApparatError if pandas is not installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise _missing("pandas") from error
        return pd.DataFrame(self.records(), columns=self.columns)

    def to_polars(self) -> "pl.DataFrame":
        """The table as a polars frame. Raises ApparatError if polars is not installed."""
        try:
            import polars as pl
        except ImportError as error:
            raise _missing("polars") from error
        return pl.DataFrame({name: [record[name] for record in self.records()] for name in self.columns})


def _shown(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def _kind(values: Sequence[object]) -> str:
    """How a column is set: numbers to the right, short texts unbroken."""
    said = [value for value in values if value is not None]
    if said and all(isinstance(value, int | float) and not isinstance(value, bool) for value in said):
        return "number"
    return "word" if all(len(str(value)) <= _SHORT for value in said) else ""


def _missing(library: str) -> ApparatError:
    return ApparatError(
        f"{library} is not installed, so there is no {library} frame. "
        f"Install it with `python -m pip install {library}`, or use to_arrow()."
    )
