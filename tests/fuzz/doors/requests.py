"""Requests to the Explorer's server: any method, any address, any body.

An input is a method and an address on the first line, the body after it.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from hypothesis import strategies as st

from apparat.ground.errors import Interrupted
from apparat.web.application import create
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import Workshop
from tests.fuzz.door import Door
from tests.fuzz.hostile import CELLS, documents

_ORDERS: tuple[dict[str, Any], ...] = (
    {"kind": "ensemble", "scenario": "succession-1922", "runs": 40, "seed": 3, "variants": {"a": "b"}},
    {"kind": "run", "scenario": "plenum-1964", "run": 5, "traits": "recorded"},
    {"kind": "what-if", "scenario": "succession-1922", "levers": ["no-general-secretary"], "runs": 4},
)
_JOB = "0" * 32
_ADDRESSES = (
    "/api/about", "/api/scenarios", "/api/scenarios/succession-1922/levers",
    "/api/scenarios/plenum-1964/opening",
    "/api/scenarios/succession-1922/constitution?month=1922-04", "/api/scenarios/x/constitution/months",
    "/api/record/search?words=Trotsky", "/api/record/entries/congress/12", "/api/record/uses?id=congress/12",
    f"/api/jobs/{_JOB}", f"/api/jobs/{_JOB}/events", f"/api/jobs/{_JOB}/result", f"/api/jobs/{_JOB}/page",
    f"/api/jobs/{_JOB}/runs?month=1924-01&key=3", f"/api/jobs/{_JOB}/tables/over_time", "/assets/x.js",
    "/record",
)  # fmt: skip
_METHODS = ("GET", "POST", "DELETE", "HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "get", "X")
_BUILT_FIRST = 503
"""What the server answers where its pages were not built; any other status from 500 is a fault."""

Message = dict[str, Any]


def doors(folder: Path) -> tuple[Door, ...]:
    """The door; the server keeps what it keeps in `folder`."""
    server = create(Workshop(Shelf(folder, "hostile"), _busy))
    loop = asyncio.new_event_loop()
    seeds = [f"GET {address}\n".encode() for address in _ADDRESSES]
    seeds += [b"POST /api/jobs\n" + json.dumps(order).encode() for order in _ORDERS]

    def enter(data: bytes) -> None:
        loop.run_until_complete(_ask(server, data))

    return (Door("requests", enter, tuple(seeds), _spoiled()),)


def _busy(*_: object) -> Any:
    raise Interrupted("Stopped: nothing is played here.")


async def _ask(server: Callable[..., Awaitable[None]], data: bytes) -> None:
    line, _, body = data.partition(b"\n")
    method, _, target = line.partition(b" ")
    path, _, query = target.partition(b"?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "root_path": "",
        "method": method.decode("latin-1") or "GET", "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1),
        "path": unquote_to_bytes(path).decode("utf-8", "replace") or "/", "raw_path": path,
        "query_string": query,
        "headers": [
            (b"host", b"localhost"),
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
        ],
    }  # fmt: skip
    told = iter([{"type": "http.request", "body": body, "more_body": False}])
    answered: list[Message] = []
    whole = asyncio.Event()

    async def receive() -> Message:
        for message in told:
            return message
        await whole.wait()  # as a browser does, which hangs up when it has its answer
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        answered.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            whole.set()

    await server(scope, receive, send)
    status = answered[0]["status"]
    if status >= 500 and status != _BUILT_FIRST:
        raise RuntimeError(f"answered {status}")
    if status >= 400 and method not in {b"HEAD"}:
        said = json.loads(b"".join(message.get("body", b"") for message in answered[1:]))
        if not said["message"]:
            raise RuntimeError("a refusal without a word")


def _spoiled() -> st.SearchStrategy[bytes]:
    part = CELLS.map(lambda text: quote(text.encode("utf-8", "surrogatepass"), safe="/.%"))
    address = st.tuples(st.sampled_from(_ADDRESSES), st.integers(0, 80), st.integers(0, 20), part).map(
        lambda found: found[0][: found[1]] + found[3] + found[0][found[1] + found[2] :]
    )
    order = documents(*_ORDERS).map(lambda body: b"POST /api/jobs\n" + body)
    return order | st.tuples(st.sampled_from(_METHODS), address, documents(*_ORDERS)).map(
        lambda found: f"{found[0]} {found[1]}\n".encode() + found[2]
    )
