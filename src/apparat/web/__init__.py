"""The Explorer's server: a thin JSON interface over experiments, scenarios and the record, and its pages.

Data goes to the browser, and the browser draws. Nothing here computes; whatever is asked for is an order that
the same calls answer as on the command line.

| module | holds |
| --- | --- |
| `application` | the application put together |
| `guard` | what every request must satisfy, and what every answer carries |
| `faults` | errors as answers: one shape for all of them |
| `models` | answers that no command gives |
| `scenarios` | what there is to play, and its institutions |
| `shipped` | scenarios and their constitutions, read once |
| `dials` | the numbers that can be set |
| `opening` | who sits where when a scenario begins |
| `history` | the historical record |
| `entries` | one entry of it to take along |
| `uses` | where the model uses the record |
| `jobs` | orders, their progress and their answers |
| `figures` | what answers show |
| `saved` | answers to take along |
| `parquet` | a table as a file |
| `pages` | the front end as built |
| `description` | the interface described by itself |
| `serve` | a socket on this machine, and the browser |
| `work` | orders carried out, one after another, kept on a shelf |
"""
