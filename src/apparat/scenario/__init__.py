"""Scenarios: what the model is told before its first month, as files people write.

| module | holds |
| --- | --- |
| `library` | finding and reading files: `names`, `load`, `problems`, `start` |
| `schema` | a scenario, typed |
| `people`, `land`, `events` | its parts |
| `values` | numbers with their sources, points, months |
| `sources` | what may stand behind a number |
| `check` | names that refer to each other, dates, sums |
| `variants` | questions on which the sources disagree |
| `shipped` | the scenarios that come with the program |
"""

from apparat.scenario.library import load, names, problems, start
from apparat.scenario.schema import Scenario

__all__ = ["Scenario", "load", "names", "problems", "start"]
