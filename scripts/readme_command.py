#!/usr/bin/env python3
"""Print one of the two set-up lines of the README (1: main job, 2: tests), so that checks run those."""

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """The shell blocks that make an environment, each of which must be one line to paste."""
    found = [block.strip() for block in _BLOCK.findall(text) if "-m venv" in block]
    for block in found:
        if "\n" in block:
            raise SystemExit(f"README.md: a set-up command must be one line to paste, not:\n{block}")
    return found


def main() -> None:
    """Print the command whose number is the first argument."""
    found = commands(README.read_text(encoding="utf-8"))
    number = int(sys.argv[1]) if len(sys.argv) == 2 and sys.argv[1].isdecimal() else 0
    if not 1 <= number <= len(found):
        raise SystemExit(
            f"README.md has {len(found)} set-up commands; ask for a number from 1 to {len(found)}"
        )
    print(found[number - 1])


if __name__ == "__main__":
    main()
