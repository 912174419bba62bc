"""Causes: what may have decided a scenario, each a switch with a neutral level to hold it against.

| module | holds |
| --- | --- |
| `schema` | a cause as written |
| `library` | reading the causes of a scenario |
| `switches` | causes as edits of a world, which must not touch one another |
"""

from apparat.scenario.causes.library import Library, read
from apparat.scenario.causes.schema import Cause
from apparat.scenario.causes.switches import Switch, switches

__all__ = ["Cause", "Library", "Switch", "read", "switches"]
