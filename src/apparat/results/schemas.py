"""The JSON schemas of all results."""

import json
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import apparat.results
from apparat.results.base import Result

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def results() -> dict[str, type[Result]]:
    """Every result that a command can print, by the name in its field `schema`."""
    for module in pkgutil.iter_modules(apparat.results.__path__):
        import_module(f"apparat.results.{module.name}")
    found = {kind.model_fields["schema_name"].default: kind for kind in _kinds(Result)}
    return dict(sorted(found.items()))


def schemas() -> dict[str, str]:
    """File name to JSON schema, as text."""
    written = {}
    for name, kind in results().items():
        schema = {"$schema": DIALECT} | kind.model_json_schema(mode="serialization")
        # Titles repeat names; what a field means stands in its description.
        written[_file(name)] = json.dumps(_untitled(schema), indent=2, ensure_ascii=False) + "\n"
    return written


def write(folder: Path) -> list[str]:
    """Write the schemas to a folder and remove others from it. Returns the names of files that changed."""
    wanted = schemas()
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    changed = sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return changed


def _file(name: str) -> str:
    """`apparat/ensemble/1` as `ensemble-1.json`."""
    return name.removeprefix("apparat/").replace("/", "-") + ".json"


def _kinds(kind: type[Result]) -> Iterator[type[Result]]:
    for below in kind.__subclasses__():
        if "schema_name" in below.model_fields:
            yield below
        yield from _kinds(below)


def _untitled(schema: object) -> object:
    if isinstance(schema, list):
        return [_untitled(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _untitled(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
    }
