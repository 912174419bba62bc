"""What every request must satisfy, and what every answer carries.

The server answers this machine's own browser only. A page of another site that reaches it through a name of
its own is refused by the Host header, one that posts to it by the Origin header; and no page of ours may load
or send anything anywhere else.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from apparat.web.faults import Fault

NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
LARGEST_BODY = 64 * 1024
_READING = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
CARRIED = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Refuses foreign hosts, foreign origins and large bodies; sets the headers of safety on every answer."""

    def __init__(self, app: ASGIApp, names: Collection[str] = NAMES) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def carrying(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(CARRIED)
            await send(message)

        fault = self._refused(scope["method"], Headers(scope=scope)) or _unreadable(scope["query_string"])
        if fault is not None:
            await fault.response()(scope, receive, carrying)
        else:
            await self._app(scope, receive, carrying)

    def _refused(self, method: str, headers: Headers) -> Fault | None:
        host = headers.get("host", "")
        if _name(f"//{host}") not in self._names:
            return Fault.of(
                403, f"This server answers to {', '.join(sorted(self._names))} only, not to '{host[:80]}'."
            )
        if method in _READING:
            return None
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return Fault.of(
                403, f"Requests from another site are refused, and this one is from '{origin[:80]}'."
            )
        return _too_large(headers)


def _too_large(headers: Headers) -> Fault | None:
    length = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not length.isdecimal():
        return Fault.of(411, "A request that sends something says how long it is (Content-Length).")
    if int(length) > LARGEST_BODY:
        return Fault.of(413, f"A request may hold {LARGEST_BODY:,} bytes, and this one has {int(length):,}.")
    return None


def _unreadable(query: bytes) -> Fault | None:
    try:
        query.decode()
    except UnicodeDecodeError:
        return Fault.of(400, "What stands after the question mark of an address must be UTF-8.")
    return None


def _name(address: str) -> str | None:
    """The host of `//host:port`; None for what is no address."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
