"""A table of a result: prints well, and becomes an Arrow, pandas or polars table on request."""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from apparat.ground.errors import ApparatError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

SHOWN = 40


class Row(BaseModel):
    """One row of a result's table; its fields are the columns."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


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

    def _repr_html_(self) -> str:
        head, *body = [[html.escape(cell) for cell in line] for line in self._cells()]
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in body)
        more = f"<p>{len(self)} rows</p>" if len(self) > SHOWN else ""
        return f"<table><tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr>{rows}</table>{more}"

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


def _missing(library: str) -> ApparatError:
    return ApparatError(
        f"{library} is not installed, so there is no {library} frame. "
        f"Install it with `python -m pip install {library}`, or use to_arrow()."
    )
