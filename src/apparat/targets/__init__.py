"""Targets: figures of the record that the model is held to.

```python
mine = targets.of("succession-1922", role="calibration")
measured = targets.measure(mine, engine.block(0, 200).tables())   # (runs, targets)
targets.distance(measured, mine)                                  # (targets,), in tolerances
```

| module | holds |
| --- | --- |
| `library` | the files: `load`, `of` |
| `target` | a target, ready for use |
| `schema`, `check` | a target as written; what a schema cannot see |
| `statistic` | statistics of runs by name |
| `votes`, `decisions`, `cadres`, `places`, `leaders` | the statistics, by subject |
| `arguments`, `names` | what statistics may be asked about |
| `runs`, `measuring` | tables of runs as statistics look at them; `measure` |
| `distances` | tolerances, `deviations` and `distance` |
| `forecasts`, `scores` | what somebody expects of a target, and how well that was expected |
| `openings`, `baselines` | how a struggle stands when it opens; what a sceptic would say without a model |
| `told` | values as a reader would write them |
| `data` | the targets |
"""

from apparat.targets.distances import applicable, deviations, distance, scaled, tolerance
from apparat.targets.library import load, of, omissions, questions
from apparat.targets.measuring import measure
from apparat.targets.names import Names
from apparat.targets.openings import Opening
from apparat.targets.target import Target

__all__ = [
    "Names",
    "Opening",
    "Target",
    "applicable",
    "deviations",
    "distance",
    "load",
    "measure",
    "of",
    "omissions",
    "questions",
    "scaled",
    "tolerance",
]
