"""A page in headless Chromium: what it measures of itself, at a width and on a light or a dark ground."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.browser import FLAGS, PROGRAM


def chromium() -> str:
    """The browser; skips the test where there is none."""
    if PROGRAM is None:
        pytest.skip("there is no Chromium here to show a page with")
    return PROGRAM


def measured(body: str, script: str, folder: Path, *, width: int, dark: bool) -> Any:
    """What `script`, the body of a function, returns on a page as wide as a notebook's cell might be."""
    ground, ink = ("#111", "#eee") if dark else ("#fff", "#222")
    page = folder / f"page-{width}-{dark}.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><body style="margin:0;background:{ground};color:{ink};'
        f'font:14px sans-serif"><div id="cell" style="width:{width}px">{body}</div><pre id="said"></pre>'
        f"<script>said.textContent = JSON.stringify((() => {{{script}}})())</script>",
        encoding="utf-8",
    )
    return _said(page, folder)


def _said(page: Path, folder: Path, *options: str) -> Any:
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [
        chromium(),
        "--headless",
        "--hide-scrollbars",
        *FLAGS,
        *options,
        profile,
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    said = re.search(r'<pre id="said">(.*?)</pre>', done.stdout, re.DOTALL)
    assert said is not None, done.stderr
    return json.loads(unescape(said[1]))
