"""One typed result per command: JSON with a schema, a line when printed, a page in notebooks, tables.

| file | holds |
| --- | --- |
| `base` | what every result shares |
| `tables` | a table of a result, and its way to Arrow, pandas and polars |
| `run`, `replay`, `ensemble`, `calibration`, `sensitivity` | the results of these commands |
| `what_if`, `explain`, `contrast`, `why`, `branch`, `flows` | and of these |
| `validation`, `record`, `scenario` | and of these |
| `directory` | what results need to know of a scenario |
| `statistics` | intervals |
| `paired` | differences of paired runs |
| `decided` | variance between pasts, and among their endings |
| `summary` | from stored runs to an ensemble's rows |
| `conclusion` | an ensemble's one sentence |
| `words` | events as sentences |
| `standing` | who stood where in a run, month by month |
| `story` | a run in sentences, with its rolls |
| `why_prose` | an answer to why, as prose |
| `series` | shares of runs over time |
| `notebook`, `charts`, `html` | what notebooks show |
| `assemble` | results from stores and histories |
| `kept` | results as files, written and read back |
| `schemas` | the JSON schemas of all results |
"""
