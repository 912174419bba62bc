"""What an answer shows in figures, as data: the front end draws them, as it does on a page."""

from fastapi import APIRouter, Request

from apparat.report.page.told import Figure, told
from apparat.web.jobs import Known
from apparat.web.saved import result

routes = APIRouter(prefix="/jobs", tags=["jobs"])


@routes.get("/{job_id}/figures")
def figures(request: Request, job: Known) -> tuple[Figure, ...]:
    """The figures of a finished job, those of its page."""
    return tuple(told(result(request, job)).figures)
