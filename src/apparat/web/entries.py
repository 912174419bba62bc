"""One entry of the record to take along: a fact, a row, a person or a body, as a table and as a page."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import HTMLResponse, Response

from apparat import record
from apparat.ground.errors import unknown_name
from apparat.report.page.page import page
from apparat.report.page.recorded import used
from apparat.report.page.told import told
from apparat.results.base import Result
from apparat.results.record import ShowResult, bodies_result, people_result, show_result
from apparat.web.faults import STREAMED
from apparat.web.parquet import ANSWERS, ParquetResponse, attached, parquet
from apparat.web.uses import uses

routes = APIRouter(prefix="/record", tags=["record"])

Reference = Annotated[str, Path(max_length=120, description="id of a fact or row, `person/ID`, or `body/ID`")]


@routes.get("/files/{reference:path}", response_class=ParquetResponse, responses=ANSWERS)
def table(reference: Reference) -> Response:
    """One entry as a Parquet file of one row."""
    return parquet(_entry(reference).table(), f"record-{_file(reference)}")


@routes.get("/pages/{reference:path}", response_class=HTMLResponse, responses=STREAMED)
def whole(reference: Reference) -> Response:
    """One entry as one page that needs nothing else, with its sources and with where the model uses it."""
    found = _entry(reference)
    tale = told(found)
    about = [reference] if isinstance(found, ShowResult) else tale.facts
    places = [(each, use.room, use.place) for each in about for use in uses(each)]
    written = page(found, replace(tale, tables=(*tale.tables, used(places))))
    return HTMLResponse(written, headers=attached(f"record-{_file(reference)}.html"))


def _entry(reference: str) -> Result:
    """What stands under a reference. Raises UnknownName with the nearest ones."""
    kind, _, name = reference.partition("/")
    if kind == "person":
        return people_result([record.person(name)])
    if kind == "body":
        known = {body.id: body for body in record.bodies()}
        if name not in known:
            raise unknown_name("body", name, known)
        return bodies_result([known[name]])
    return show_result(record.entry(reference))


def _file(reference: str) -> str:
    return "".join(letter if letter.isalnum() or letter == "-" else "-" for letter in reference)
