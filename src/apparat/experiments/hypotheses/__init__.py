"""Claims about who wins or how a whole run goes, measured: held, reversed or undecided.

| file | holds |
| --- | --- |
| `schema` | a hypothesis as written |
| `data` | the hypotheses, by theme |
| `library` | reading and checking them |
| `measures` | what is measured of a run |
| `trial` | runs played with and without everything that hypotheses of a scenario compare |
| `verdict` | from pairs of values to a difference, its interval and the verdict |
"""
