#!/usr/bin/env python3
"""Build the pages into docs/_build/html.

Any warning is an error, and so is any page that would load something from outside.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "_build" / "html"
_OUTSIDE = re.compile(r"^(?:[a-z]+:)?//", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(r"(?:url\(|@import)\s*[\"']?((?:[a-z]+:)?//[^\"')\s]+)", re.IGNORECASE)


class _Loads(HTMLParser):
    """Collects the addresses that a browser fetches by itself while it shows a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Links that a reader follows are left alone; scripts, styles, pictures and frames are not."""
        given = {name: value or "" for name, value in attrs}
        addresses = [given.get("src", ""), *given.get("srcset", "").split(",")]
        if tag == "link" and given.get("rel") not in {"canonical", "prev", "next", "author"}:
            addresses.append(given.get("href", ""))
        self.found += [a.strip() for a in addresses if _OUTSIDE.match(a.strip())]


def outside_loads(page: Path) -> list[str]:
    """The addresses outside the pages themselves that `page` (HTML or CSS) would fetch."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".css":
        return _STYLE_ADDRESS.findall(text)
    loads = _Loads()
    loads.feed(text)
    return loads.found


def _complaints() -> Iterator[str]:
    for page in sorted([*PAGES.rglob("*.html"), *PAGES.rglob("*.css")]):
        for address in outside_loads(page):
            yield f"{page.relative_to(PAGES)} would load {address}"


def main() -> int:
    """Build, check, and return the exit status."""
    strict = ["-W", "--keep-going", "-n", "-q", "-E"]
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-b", "html", *strict, str(ROOT / "docs"), str(PAGES)], check=False
    )
    if built.returncode:
        return built.returncode
    complaints = list(_complaints())
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"{len(list(PAGES.rglob('*.html')))} pages in {PAGES.relative_to(ROOT)}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
