"""What made a store: versions, machine, and the commit if the package runs from a checkout."""

import platform
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

_PARTS = ("numpy", "numba", "pyarrow", "duckdb")


def software() -> dict[str, str]:
    """Versions of Python, of Apparat and of the libraries that compute or store."""
    versions = {"python": platform.python_version(), "apparat": _version("apparat")}
    return versions | {name: _version(name) for name in _PARTS}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed as a package"


def machine() -> str:
    """Operating system and processor, for the reader of a manifest."""
    return platform.platform()


def commit() -> str | None:
    """The checkout's commit, with `+` when files differ from it; None outside a checkout or without git."""
    root = Path(__file__).resolve().parents[3]
    git = shutil.which("git")
    if git is None or not _is_checkout(root):
        return None
    head = _ask(git, root, "rev-parse", "HEAD")
    return head and head + ("+" if _ask(git, root, "status", "--porcelain", "--untracked-files=no") else "")


def _is_checkout(root: Path) -> bool:
    try:
        return (root / ".git").exists() and (root / "pyproject.toml").is_file()
    except OSError:  # a folder that may not be looked into
        return False


def _ask(git: str, root: Path, *words: str) -> str | None:
    try:
        answer = subprocess.run(  # noqa: S603 (fixed words, an absolute program)
            [git, "-C", str(root), *words], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip()
