"""JSON that somebody else may have written, read with bounds: what comes out can be walked and written."""

import json
from typing import Any

DEPTH = 32
"""Levels of lists and mappings. Ours have a handful; hundreds exhaust the stack of whoever walks them."""


def parsed(content: bytes) -> Any:
    """The value in a text of JSON. Raises ValueError (JSONDecodeError where the place is known), no other."""
    try:
        value = json.loads(content)
    except RecursionError:
        raise ValueError("lists and mappings are nested too deeply") from None
    if not _is_shallow(value, DEPTH):
        raise ValueError(f"lists and mappings are nested too deeply: at most {DEPTH} levels are allowed")
    if b"\\u" in content:
        # Half of a pair of surrogates is no character, and cannot be written out.
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _is_shallow(value: Any, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels >= 0 and all(_is_shallow(each, levels - 1) for each in inner)
