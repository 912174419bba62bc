"""Orders, their progress and their answers."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path as File
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Path, Query, Request, Response
from fastapi.responses import FileResponse
from fastapi.sse import EventSourceResponse

from apparat.results.ensemble import EnsembleResult
from apparat.results.explain import ExplainResult
from apparat.results.story import Story
from apparat.results.validation import ValidationResult
from apparat.results.what_if import WhatIfResult
from apparat.results.why import WhyResult
from apparat.web.faults import STREAMED, Refused
from apparat.web.models import MONTH, RunsLed
from apparat.web.work.job import Job, JobView
from apparat.web.work.led import runs_led
from apparat.web.work.orders import EnsembleOrder, Order
from apparat.web.work.workshop import Workshop

routes = APIRouter(prefix="/jobs", tags=["jobs"])

# Seconds between two looks at a job whose progress somebody reads.
_GLANCE = 0.15

JobId = Annotated[str, Path(pattern="^[0-9a-f]{32}$", description="a job's id")]
MonthAsked = Annotated[str, Query(pattern=MONTH, description="YYYY-MM")]
Key = Annotated[int, Query(ge=0, le=2**31 - 1, description="the person's key; 0 for collective leadership")]


def _workshop(request: Request) -> Workshop:
    found: Workshop = request.app.state.workshop
    return found


def _known(request: Request, job_id: JobId) -> Job:
    found = _workshop(request).find(job_id)
    if found is None:
        raise Refused(404, "This server knows no such job. Send its order again: what was finished is kept.")
    return found


def answer(request: Request, job: Job) -> File:
    """The file with a job's answer. Raises Refused while there is none."""
    path = _workshop(request).shelf.answered(job.view.id)
    if path is None:
        raise Refused(409, "This job has no answer yet. Its events tell when it has.")
    return path


Answer = EnsembleResult | Story | WhatIfResult | ExplainResult | ValidationResult | WhyResult

# Found before anything is answered, so that a stream of events never begins for a job that is not there.
Known = Annotated[Job, Depends(_known)]


@routes.post("", status_code=202)
def take(request: Request, order: Annotated[Order, Body()]) -> JobView:
    """Ask for something. The same order is the same job, whether finished, at work or cut short."""
    return _workshop(request).take(order).view


@routes.get("/{job_id}")
def view(job: Known) -> JobView:
    """How far a job is."""
    return job.view


@routes.delete("/{job_id}")
def stop(job: Known) -> JobView:
    """Stop a job. What was finished is kept, and the same order goes on with it."""
    job.stop()
    return job.view


@routes.get("/{job_id}/events", response_class=EventSourceResponse, responses=STREAMED)
async def events(job: Known) -> AsyncIterator[JobView]:
    """A job's progress as server-sent events, until it ends."""
    told = None
    while True:
        now = job.view
        if now is not told:
            yield now
        if now.state in {"done", "failed", "stopped"}:
            return
        told = now
        await asyncio.sleep(_GLANCE)


@routes.get("/{job_id}/result", responses={200: {"model": Answer}})
def result(request: Request, job: Known) -> Response:
    """A finished job's answer: what its command prints with --json, or of a run its story."""
    return FileResponse(answer(request, job), media_type="application/json")


@routes.get("/{job_id}/runs")
def led(
    request: Request,
    job: Known,
    month: MonthAsked,
    key: Key,
    yardstick: Literal["conduct", "power"] = "conduct",
) -> RunsLed:
    """The runs of an ensemble that somebody leads in a month."""
    if not isinstance(job.view.order, EnsembleOrder):
        raise Refused(409, "Only an ensemble has runs to choose among.")
    return runs_led(
        job.view.order, _workshop(request).shelf.runs(job.view.id), month=month, key=key, yardstick=yardstick
    )
