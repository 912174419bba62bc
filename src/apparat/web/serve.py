"""A socket on this machine, the server behind it, and the browser before it."""

import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from apparat.ground.errors import UsageError
from apparat.web.application import create
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import Workshop
from apparat.world.kernel import cache_root

HOST = "127.0.0.1"
PORT = 1917
_SECONDS_TO_END = 2


def serve(port: int | None, *, browser: bool, said: Callable[[str], None]) -> None:
    """Serve the Explorer until it is stopped; `said` hears its address once it can be opened.

    Without a port, the usual one or any that is free. Raises UsageError for a port that cannot be had.
    """
    listening = listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    app = create(Workshop(Shelf(cache_root())))
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=_SECONDS_TO_END,
            limit_concurrency=200,
        )
    )
    said(address)
    if browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    server.run(sockets=[listening])


def listen(port: int | None) -> socket.socket:
    """A socket that listens on this machine alone."""
    for wanted in (PORT, 0) if port is None else (port,):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, wanted))
            listening.listen(128)
        except OSError as error:
            listening.close()
            if port is not None:
                raise UsageError(
                    f"Port {port} cannot be used: {error.strerror}. "
                    "Choose another with --port, or leave it out to get one that is free."
                ) from None
        else:
            return listening
    raise UsageError("No port is free on this machine. Choose one with --port.")
