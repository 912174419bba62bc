"""One thing changed and all luck kept: an intervention held against the same runs without it.

| file | holds |
| --- | --- |
| `asked` | what is asked: levers and settings, and the arms that they make |
| `pairs` | one run and its branches: the past is played once |
| `kept` | a pair as arrays and back: the store |
| `tally` | what all pairs add up to |
| `answer` | from tallies to the rows of the result |
| `face` | the call of the public face |
| `what_if` | the whole: many pairs |
"""
