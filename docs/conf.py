"""How the pages are built: Sphinx reads Markdown, and any warning is an error (scripts/build_docs.py)."""

import tomllib
from pathlib import Path

_PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]

project = "Apparat"
author = copyright = _PROJECT["authors"][0]["name"]
version = release = _PROJECT["version"]

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
nitpicky = True

myst_enable_extensions = ["deflist"]
# A line of output may begin with a per cent sign, which the lexer of terminal sessions takes for a prompt.
suppress_warnings = ["misc.highlighting_failure"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"Apparat {version}"
html_copy_source = False
html_show_sphinx = False
