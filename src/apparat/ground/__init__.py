"""Ground: what every room stands on.

| module | holds |
| --- | --- |
| `errors` | the small hierarchy of errors a user can meet |
| `dates` | months as integers, and their written form |
| `documents` | YAML read safely, with every problem located |
| `nodes` | the safe part of YAML as nodes that know their places |
| `translation` | Pydantic's errors in plain language |
| `told` | JSON that somebody else may have written, read with bounds |
"""
