"""Levers: named interventions that belong to a scenario, and the paths by which a world can be changed.

| module | holds |
| --- | --- |
| `schema` | a lever as written |
| `library` | reading the levers of a scenario; the scenario with another opening |
| `paths` | what can be named: the table of paths |
| `edits` | an edit of a world at the first moment of a month; values and their mistakes |
| `persons`, `offices`, `rules`, `dates` | the paths below each root |
| `dials` | the paths that are set by degrees |
"""

from apparat.scenario.levers.edits import Edit
from apparat.scenario.levers.library import Library, read
from apparat.scenario.levers.paths import PATHS, Paths
from apparat.scenario.levers.schema import Lever, Value

__all__ = ["PATHS", "Edit", "Lever", "Library", "Paths", "Value", "read"]
