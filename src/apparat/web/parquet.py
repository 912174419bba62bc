"""A table as a Parquet file to take along."""

from io import BytesIO
from typing import Any

from fastapi.responses import Response

from apparat.results.tables import Table
from apparat.web.faults import STREAMED

_MEDIA = "application/vnd.apache.parquet"


class ParquetResponse(Response):
    """A Parquet file."""

    media_type = _MEDIA


ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {_MEDIA: {"schema": {"type": "string", "format": "binary"}}}},
    **STREAMED,
}
"""How the interface describes such a file, and the faults in its place."""


def parquet(table: Table, name: str) -> ParquetResponse:
    """A table as a file called `apparat-NAME.parquet`."""
    import pyarrow.parquet as pq

    file = BytesIO()
    pq.write_table(table.to_arrow(), file)
    return ParquetResponse(file.getvalue(), headers=attached(f"{name}.parquet"))


def attached(name: str) -> dict[str, str]:
    """The header by which a browser saves an answer under a name."""
    return {"content-disposition": f'attachment; filename="apparat-{name}"'}
