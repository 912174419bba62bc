"""Results as files: kept beside the work they come from, and read back by whoever is given the file."""

import json
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from apparat.ground.errors import DocumentError, Problem, UsageError, nearest
from apparat.ground.told import parsed
from apparat.results.base import Result
from apparat.results.schemas import results
from apparat.store.files import explained, write_whole

FILE = "result.json"
"""Name of the file that holds the answer, in the folder of the work."""
_MOST_PROBLEMS = 5

Any_ = TypeVar("Any_", bound=Result)


def keep(result: Any_, folder: Path | None) -> Any_:
    """Write a result into the folder of its work, if it has one, and hand it on."""
    if folder is not None:
        write_whole(folder / FILE, result.to_json().encode())
    return result


def read(path: Path) -> Result:
    """The result in a folder or in a file of JSON.

    Raises UsageError where there is none, DocumentError for a file that holds no result or a damaged one.
    """
    file = _file(path)
    with explained(file):
        content = file.read_bytes()
    try:
        told = parsed(content)
    except json.JSONDecodeError as error:
        said = f"this is no JSON ({error.msg}). It is damaged, or not what `--json` prints"
        raise DocumentError(str(file), [Problem(said, error.lineno, error.colno)]) from error
    except UnicodeError as error:
        raise DocumentError(str(file), [Problem("this is no text, so it is no JSON")]) from error
    except ValueError as error:
        raise DocumentError(str(file), [Problem(f"this JSON cannot be used: {error}")]) from error
    kind = _kind(file, told)
    try:
        # From the text, since JSON's lists are tuples here.
        return kind.model_validate_json(content)
    except ValidationError as error:
        raise DocumentError(str(file), _problems(error)) from error


def _file(path: Path) -> Path:
    if not path.exists():
        raise UsageError(f"There is neither a file nor a folder '{path}'.")
    if not path.is_dir():
        return path
    if (path / FILE).is_file():
        return path / FILE
    raise UsageError(
        f"{path}: this folder holds no {FILE}, so it is no finished experiment. Commands that were given "
        "--out write one when they come to their end; one that was stopped goes on with --resume."
    )


def _kind(file: Path, told: Any) -> type[Result]:
    name = told.get("schema") if isinstance(told, dict) else None
    known = results()
    if not isinstance(name, str):
        said = "this is JSON, but no result: it has no 'schema'. Give what a command printed with --json"
        raise DocumentError(str(file), [Problem(said)])
    if name in known:
        return known[name]
    close = nearest(name, known)
    hint = f"; it reads '{close[0]}'" if close else ""
    said = f"this Apparat knows no result '{name}'{hint}. It was made by another version: use that one"
    raise DocumentError(str(file), [Problem(said)])


def _problems(error: ValidationError) -> list[Problem]:
    """What is wrong, field by field; the first few tell whether the file is damaged or of another version."""
    found = [
        Problem(f"{'.'.join(str(step) for step in each['loc'])}: {each['msg']}")
        for each in error.errors()[:_MOST_PROBLEMS]
    ]
    left = error.error_count() - len(found)
    advice = "the file was changed, or made by another version: ask again with the command that made it"
    return [*found, Problem(f"and {left} more; {advice}" if left else advice)]
