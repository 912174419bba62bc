"""What no committed file may hold: the address of a package host, a path of somebody's machine."""

import re
from collections.abc import Iterator

import pytest

from tests.house.tree import assert_none, place, written

# Each is written in two halves, so that this file does not hold what it looks for.
PACKAGE_HOSTS = [
    "py" + r"pi\.(?:org|python\.org)",
    "pythonh" + r"osted\.",
    r"registry\.np" + r"mjs\.",
    r"registry\.yarn" + r"pkg\.",
    r"conda\.ana" + r"conda\.org",
    r"deb\.deb" + r"ian\.org",
    r"(?:archive|security)\.ub" + r"untu\.com",
    r"proxy\.gol" + r"ang\.org",
    r"/simp" + r"le/?(?:\s|$)",
    "--(?:extra-)?index" + "-url[ =]",
]
MACHINE_PATHS = ["/ro" + "ot/", r"/ho" + r"me/\w+", r"/Us" + r"ers/\w+", "/wo" + "rk/", r"[A-Z]:\\Us" + "ers"]


def lines_with(patterns: list[str], text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of a text in which any of the patterns is found."""
    found = re.compile("|".join(patterns))
    return ((n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if found.search(line))


@pytest.mark.parametrize("patterns", [PACKAGE_HOSTS, MACHINE_PATHS], ids=["package host", "machine path"])
def test_no_committed_file_names_a(patterns: list[str]) -> None:
    files = list(written())
    found = ((path, n, line) for path, text in files for n, line in lines_with(patterns, text))
    assert_none((f"{place(path, n)} {line[:80]}" for path, n, line in found), among=files)


def test_a_package_host_would_be_noticed() -> None:
    text = "numpy==2.0\nhttps://files.pythonh" + "osted.org/packages/numpy.whl\n"
    assert [n for n, _ in lines_with(PACKAGE_HOSTS, text)] == [2]


def test_a_machine_path_would_be_noticed() -> None:
    assert [n for n, _ in lines_with(MACHINE_PATHS, "data\n/ho" + "me/somebody/data\n")] == [2]
