"""The front end as built: one page for every view, and its assets, whose names change with their content."""

from importlib import resources
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from apparat.web.faults import Refused

VIEWS = ("", "outcome", "run", "house", "what-if", "record")
_FOREVER = "public, max-age=31536000, immutable"


class Assets(StaticFiles):
    """Files that never change under their names."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, to be kept for good."""
        found = await super().get_response(path, scope)
        if found.status_code == 200:
            found.headers["cache-control"] = _FOREVER
        return found


def built() -> Path:
    """The folder of the built front end; it need not exist."""
    return Path(str(resources.files("apparat.web"))) / "static"


def serve(app: FastAPI, folder: Path) -> None:
    """Have an application answer with the built front end."""
    page = folder / "index.html"

    async def index() -> FileResponse:
        if not page.is_file():
            raise Refused(
                503, "The front end was not built when this package was installed. Install it again."
            )
        return FileResponse(page, headers={"cache-control": "no-cache"})

    for view in VIEWS:
        app.add_api_route(f"/{view}", index, include_in_schema=False)
    assets = folder / "assets"
    if assets.is_dir():
        app.mount("/assets", Assets(directory=assets))
