"""The application put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

import apparat
from apparat.web import dials, entries, faults, figures, history, jobs, pages, saved, scenarios
from apparat.web.guard import Guard
from apparat.web.models import About
from apparat.web.work.shelf import edition
from apparat.web.work.workshop import Workshop

# Bytes below which packing an answer costs more than it saves.
_WORTH_PACKING = 1024


def create(workshop: Workshop, static: Path | None = None) -> FastAPI:
    """The Explorer over a workshop, which it closes at its end; `static` is the built front end's folder."""

    @asynccontextmanager
    async def open_(_: FastAPI) -> AsyncIterator[None]:
        yield
        workshop.close()

    app = FastAPI(
        title="Apparat",
        description=apparat.__doc__.partition("\n")[0] if apparat.__doc__ else "",
        version=apparat.__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=open_,
        responses=faults.ANSWERS,
    )
    app.state.workshop = workshop
    faults.told(app)
    for room in (scenarios, dials, history, entries, jobs, figures, saved):
        app.include_router(room.routes, prefix="/api")

    @app.get("/api/about", tags=["about"])
    def about() -> About:
        """The program that answers."""
        return About(version=apparat.__version__, edition=edition())

    pages.serve(app, static or pages.built())
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING, compresslevel=4)
    app.add_middleware(Guard)
    return app
