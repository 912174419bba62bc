"""The interface described by itself, for the front end's types and for whoever tests it."""

import json
import tempfile
from pathlib import Path

from apparat.web.application import create
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import Workshop


def description() -> str:
    """The OpenAPI 3.1 document, as text; the program's version, which types do not follow from, left out."""
    with tempfile.TemporaryDirectory(prefix="apparat-") as folder:
        workshop = Workshop(Shelf(Path(folder), "described"))
        written = create(workshop).openapi()
        workshop.close()
    written["info"]["version"] = "0"
    return json.dumps(written, indent=1, ensure_ascii=False) + "\n"
