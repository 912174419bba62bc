"""The lock files: every package pinned and hashed, nested, and in line with pyproject.toml."""

import re
import tomllib
from typing import Any

import pytest

from tests.house.tree import ROOT, assert_none

LOCKS = ["requirements.lock", "requirements-test.lock", "requirements-dev.lock"]
_PIN = re.compile(r"^([a-z0-9-]+)==(\S+)")
_NAME = re.compile(r"^([A-Za-z0-9_.-]+)")


def pins(lock: str) -> dict[str, set[str]]:
    """Versions by package. Several only where a package is not to be had in one version everywhere."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if match := _PIN.match(line):
            found.setdefault(match[1], set()).add(match[2])
    return found


def project() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted(*groups: str) -> set[str]:
    """The packages that pyproject.toml asks for, by name, with some of its extras and groups."""
    table = project()
    choices = table["project"]["optional-dependencies"] | table["dependency-groups"]
    lines = [*table["project"]["dependencies"], *(line for group in groups for line in choices[group])]
    return {match[1].lower() for line in lines if (match := _NAME.match(line))}


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.lock", ("build",)),
        ("requirements-test.lock", ("build", "test", "frames", "analysis", "cluster")),
        (
            "requirements-dev.lock",
            ("build", "test", "lint", "docs", "fuzz", "frames", "analysis", "bench", "cluster"),
        ),
    ],
)
def test_a_lock_holds_whatever_the_project_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    missing = wanted(*groups) - pins(lock).keys()
    assert not missing, f"run scripts/lock: {lock} lacks {sorted(missing)}"


@pytest.mark.parametrize(("inner", "outer"), [LOCKS[:2], LOCKS[1:]])
def test_the_locks_nest(inner: str, outer: str) -> None:
    inside, outside = pins(inner), pins(outer)
    assert inside
    assert {name: outside.get(name) for name in inside} == inside


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_nothing_else_is_in_a_lock(lock: str) -> None:
    entries = re.sub(r"\\\n\s*", " ", (ROOT / lock).read_text(encoding="utf-8")).splitlines()
    pinned = re.compile(r"^[a-z0-9-]+==\S+( ; [^\\]*?)?( --hash=sha256:[0-9a-f]{64})+$")
    assert_none((e for e in entries if not pinned.match(re.sub(r"\s+", " ", e).strip())), among=entries)


def test_every_python_computes_with_the_same_packages() -> None:
    """Results are compared bit for bit, so no Python may get another NumPy."""
    assert {name: found for name, found in pins("requirements.lock").items() if len(found) > 1} == {}


def test_the_version_stands_in_one_place() -> None:
    version = project()["project"]["version"]
    quoted = re.compile(rf"[\"']{re.escape(version)}[\"']|__version__\s*=")
    places = [p for p in (ROOT / "src").rglob("*.py") if quoted.search(p.read_text(encoding="utf-8"))]
    assert places == []


def test_the_changelog_speaks_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## \[(.+?)\] - (.+)$", changelog, re.MULTILINE)
    assert releases[0][0] == project()["project"]["version"]
