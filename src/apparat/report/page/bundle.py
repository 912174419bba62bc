"""The part of a page that the front end draws: figures as data, and the script and style that draw them.

The script is built with the package: the Explorer's charts, without the views around them.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pydantic import TypeAdapter

from apparat.report.page.told import Figure

FOLDER = "built"
_SCRIPT, _STYLE = "report.js", "report.css"
_FIGURES = TypeAdapter(tuple[Figure, ...])


@dataclass(frozen=True)
class Bundle:
    """The front end for pages; without one, a page has its text and its tables."""

    script: str = ""
    style: str = ""

    @property
    def policy(self) -> str:
        """What a browser may do on a page: run this script, use styles inside the page, and nothing else."""
        digest = base64.b64encode(hashlib.sha256(self.script.encode()).digest()).decode()
        runs = f"; script-src 'sha256-{digest}'" if self.script else ""
        # Nothing may be fetched, whatever a page holds: what is not inside is not there.
        return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:{runs}"

    def drawing(self, figures: Sequence[Figure]) -> str:
        """Figures as data, and the script that draws them, for the end of a page."""
        if not self.script:
            return ""
        return f"{data('drawings', as_json(figures))}<script>{self.script}</script>"


def as_json(figures: Sequence[Figure]) -> str:
    """What figures show, as JSON."""
    return _FIGURES.dump_json(tuple(figures)).decode()


def data(name: str, text: str) -> str:
    """JSON in an element that no browser runs or shows."""
    # A closing tag or a comment inside a string would end the element.
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/json" id="{name}">{safe}</script>'


@cache
def built() -> Bundle:
    """The front end as built with the package; an empty one where it was left out."""
    folder = resources.files("apparat.report.page") / FOLDER
    if not (folder / _SCRIPT).is_file():
        return Bundle()
    return Bundle(
        (folder / _SCRIPT).read_text(encoding="utf-8").strip(),
        (folder / _STYLE).read_text(encoding="utf-8").strip(),
    )
