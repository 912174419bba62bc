"""Scenarios: what the model is told before its first month, as files people write.

| module | holds |
| --- | --- |
| `library` | finding and reading files: `names`, `load`, `problems`, `start` |
| `schema` | a scenario, typed |
| `people`, `land`, `events` | its parts |
| `values` | numbers with their sources, points, months |
| `sources` | what may stand behind a number |
| `check` | what a schema cannot see: sources, sums, variants, the constitution's names |
| `check_people` | persons who are named, keys, traits, seats, ties |
| `check_time` | dates, the dead, documents in their order |
| `check_rules` | rules that leaders may move, or that change by date |
| `mistakes` | what the checks yield |
| `variants` | questions on which the sources disagree |
| `compile` | a scenario and its constitution become a `World` |
| `compile_posts`, `compile_people` | its parts: posts and regions; persons and ties |
| `compile_bodies`, `compile_time` | seats and majorities; everything that has a date |
| `compile_rules` | rules in force, those open to motions, what the constitution changes by date |
| `levers` | named interventions, and the paths by which a world can be changed |
| `causes` | what may have decided a scenario, each with its neutral level |
| `shipped` | the scenarios that come with the program, their levers and causes |
"""

from apparat.scenario.library import load, located, names, problems, start
from apparat.scenario.schema import Scenario

__all__ = ["Scenario", "load", "located", "names", "problems", "start"]
