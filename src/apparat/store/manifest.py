"""The manifest: what an experiment is, and how far it got."""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from apparat.ground.errors import StoreError
from apparat.ground.told import parsed
from apparat.store.files import explained, write_whole

NAME = "manifest.json"
FORMAT: Literal["apparat-store"] = "apparat-store"
VERSION = 1


class Manifest(BaseModel):
    """`manifest.json` of a store."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["apparat-store"] = Field(FORMAT, description="what kind of folder this is")
    version: int = Field(VERSION, description="version of the layout")
    state: Literal["running", "complete"] = Field(
        "running", description="`complete` once every run asked for is stored"
    )
    runs: int = Field(ge=1, description="runs asked for")
    block: int = Field(0, ge=0, description="runs in the largest block so far; it decides no result")
    identity: dict[str, Any] = Field(
        description="what decides the runs bit for bit: scenario, engine and parameter hashes, seed, variants"
    )
    request: dict[str, Any] = Field(description="how the experiment was asked for, so that it can be rebuilt")
    software: dict[str, str] = Field(description="versions of Python and the libraries")
    platform: str = Field(description="operating system and processor")
    commit: str | None = Field(description="commit of the checkout, `+` if changed; null outside one")
    started: str = Field(description="when the experiment began, UTC")
    wall_seconds: float = Field(0.0, ge=0.0, description="time spent on it, interruptions left out")

    def save(self, folder: Path) -> None:
        """Write the manifest, whole."""
        write_whole(folder / NAME, (self.model_dump_json(indent=2) + "\n").encode())


def is_store(folder: Path) -> bool:
    """Whether the folder claims to be a store."""
    return (folder / NAME).is_file()


def load(folder: Path) -> Manifest:
    """Read a store's manifest. Raises StoreError, saying what is wrong with the folder."""
    path = folder / NAME
    with explained(folder):
        if not folder.exists():
            raise StoreError(
                f"{folder}: there is no such folder. `apparat ensemble ... --out DIR` makes a store."
            )
        if not path.is_file():
            raise StoreError(f"{folder}: this folder is not a store; it has no {NAME}.")
        text = path.read_bytes()
    try:
        content = parsed(text)
    except ValueError as error:
        raise StoreError(
            f"{path}: the manifest is damaged ({error}). "
            "Bring it back from a copy, or run the experiment anew."
        ) from error
    _check_version(path, content)
    try:
        return Manifest.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise StoreError(f"{path}: the manifest is damaged: {where}: {first['msg']}.") from error


def _check_version(path: Path, content: object) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise StoreError(f"{path}: this is not the manifest of a store.")
    if content.get("version") != VERSION:
        maker = made_by(content)
        raise StoreError(
            f"{path}: the store has layout version {content.get('version')}, this Apparat reads version "
            f"{VERSION}. Use the Apparat that made it: {maker}."
        )


def made_by(content: dict[str, Any]) -> str:
    """The version of Apparat that wrote a manifest, as far as it says."""
    software = content.get("software")
    return str(software.get("apparat", "unknown")) if isinstance(software, dict) else "unknown"


def differences(stored: dict[str, Any], asked: dict[str, Any]) -> list[str]:
    """One line per field of identity that differs, as `field: stored X, asked Y`."""
    old, new = plain(stored), plain(asked)
    return [
        f"{field}: stored {json.dumps(old.get(field))}, asked {json.dumps(new.get(field))}"
        for field in sorted(old.keys() | new.keys())
        if old.get(field) != new.get(field)
    ]


def plain(identity: dict[str, Any]) -> dict[str, Any]:
    """The identity as it reads back from JSON, so that tuples and lists compare equal."""
    result: dict[str, Any] = json.loads(json.dumps(identity, sort_keys=True))
    return result
