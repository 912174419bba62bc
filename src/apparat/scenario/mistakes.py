"""What a check yields: where a mistake is, and what is wrong, in words."""

from collections.abc import Iterable

from apparat.ground.errors import nearest

Path = tuple[str | int, ...]
Mistake = tuple[Path, str]
"""Where, as keys and positions, and what is wrong."""


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """The message for a name that nothing in the scenario or its constitution has."""
    names = sorted(known)
    close = nearest(name, names)
    if close:
        return f"there is no {kind} '{name}': did you mean {' or '.join(repr(word) for word in close)}?"
    known_ones = f"known are {', '.join(names[:12])}" if names else "there are none here"
    return f"there is no {kind} '{name}': {known_ones}"
