"""`apparat web`: the Explorer, in a browser."""

from typing import Annotated

import typer

app = typer.Typer()


@app.command(epilog="Example: apparat web --port 8000 --no-browser")
def web(
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, help="Port to listen on.", show_default="1917, or a free one"),
    ] = None,
    *,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Explore the model in a browser: outcomes, single histories, institutions, the record.

    The server listens on this machine alone, and nothing is asked of any other. Ctrl-C ends it.
    """
    from apparat.web.serve import serve

    serve(
        port,
        browser=not no_browser,
        said=lambda address: typer.echo(f"The Explorer is at {address}  (Ctrl-C ends it)"),
    )
