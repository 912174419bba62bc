"""Errors as answers: one shape for all of them, with a message meant for the user."""

import logging
from typing import Any, Self

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from apparat.ground.errors import ApparatError, UnknownName, UsageError, legible

_WORDS = {404: "There is nothing here.", 405: "This address cannot be asked in that way."}
_log = logging.getLogger(__name__)


class Fault(BaseModel):
    """Why a request was not met."""

    status: int = Field(description="the HTTP status")
    message: str = Field(description="what happened, what is allowed and what to do")
    where: str | None = Field(None, description="the field of the request that is wrong")

    @classmethod
    def of(cls, status: int, message: str, where: str | None = None) -> Self:
        """A fault."""
        return cls(status=status, message=legible(message), where=where and legible(where))

    def response(self) -> JSONResponse:
        """The fault as an answer."""
        return JSONResponse(self.model_dump(), self.status, {"cache-control": "no-store"})


class Refused(ApparatError):
    """A request that cannot be met now, with the HTTP status that says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


ANSWERS: dict[int | str, dict[str, Any]] = {"4XX": {"model": Fault, "description": "Why it was not met"}}
"""How the interface describes its faults."""

STREAMED: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "Why it was not met",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}},
    }
}
"""The same for what otherwise answers with a stream, since faults are no streams."""


def told(app: FastAPI) -> None:
    """Have an application answer every error with a fault."""
    app.add_exception_handler(ApparatError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _plain)
    app.add_exception_handler(Exception, _unforeseen)


def _ours(request: Request, error: Exception) -> JSONResponse:
    # What is well formed and does not exist, a month outside a scenario say, is not found.
    wrong = 404 if request.method == "GET" else 422
    statuses = ((UnknownName, 404), (UsageError, wrong))
    known = next((status for kind, status in statuses if isinstance(error, kind)), 409)
    return Fault.of(getattr(error, "status", known), str(error)).response()


def _invalid(_: Request, error: Exception) -> JSONResponse:
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {"loc": (), "msg": ""}
    where = ".".join(str(part) for part in first["loc"][1:])
    ours = str(first["msg"]).removeprefix("Value error, ")
    said = ours if ours.endswith((".", "?", "!")) else f"{ours}."
    # A sentence of our own says what it is about; the library's do not.
    told = said if not where or ours != first["msg"] else f"{where}: {said}"
    return Fault.of(422, told, where or None).response()


def _plain(_: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return Fault.of(status, _WORDS.get(status, "The request cannot be met.")).response()


def _unforeseen(_: Request, error: Exception) -> JSONResponse:
    _log.error("a fault in Apparat", exc_info=error)
    said = f"This is a fault in Apparat, not in what you asked for: {type(error).__name__}."
    return Fault.of(500, f"{said} The terminal that runs `apparat web` says more.").response()
