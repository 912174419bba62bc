"""Answers to take along: a table as Parquet, an experiment as a page that needs nothing else."""

from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response

from apparat.experiments.single import run
from apparat.report.page.page import page
from apparat.results import kept
from apparat.results.base import Result
from apparat.results.story import Story
from apparat.web.faults import STREAMED
from apparat.web.jobs import Known, answer
from apparat.web.parquet import ANSWERS, ParquetResponse, attached, parquet
from apparat.web.work.orders import RunOrder

routes = APIRouter(prefix="/jobs", tags=["saved"])

# Many readers of runs leave the processors to the jobs.
_ONE_AT_A_TIME = Lock()

Name = Annotated[str, Path(pattern="^[a-z_]{1,40}$", description="a table of the result, e.g. `over_time`")]


@routes.get("/{job_id}/tables/{name}", response_class=ParquetResponse, responses=ANSWERS)
def table(request: Request, job: Known, name: Name) -> Response:
    """A table of an answer, as a Parquet file: of a run also who stood where."""
    found = _story(request, job) if isinstance(job.view.order, RunOrder) else result(request, job)
    return parquet(found.table(name), f"{job.view.order.scenario}-{name}")


@routes.get("/{job_id}/page", response_class=HTMLResponse, responses=STREAMED)
def whole(request: Request, job: Known) -> Response:
    """An answer as one page, as `apparat report` writes it."""
    written = page(result(request, job))
    return HTMLResponse(written, headers=attached(f"{job.view.order.scenario}-{job.view.order.kind}.html"))


def _story(request: Request, job: Known) -> Story:
    return Story.model_validate_json(answer(request, job).read_bytes())


def result(request: Request, job: Known) -> Result:
    """A finished job's answer as its command gives it. Raises Refused while there is none."""
    found, order = answer(request, job), job.view.order
    if isinstance(order, RunOrder):
        # Its story is kept in sentences; what the command gives is played anew, in about a second.
        with _ONE_AT_A_TIME:
            return run(order.request(), run=order.run)
    return kept.read(found)
