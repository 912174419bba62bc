"""World: the state of one run, as tables, and what every mechanism may use on it.

| module | holds |
| --- | --- |
| `table` | row types: columns with unit and meaning, from which the dtype is derived |
| `rows` | the rows: person, figure, post, organ, body, seat, region, rules, ... |
| `kept` | the rows that only observers and the journal write: counts, events, rolls |
| `codes` | the small integers that stand for states, kinds of body, motions, events |
| `places` | who sits where and holds what; lists of active figures and of vacant rows |
| `state` | the `World` tuple: allocate, copy, digest |
| `luck` | addressed random numbers |
| `philox` | the generator behind them, for one address or four side by side |
| `elementary` | exponential and logarithm, the same bits on every machine |
| `journal` | events and rolls, written at three levels of detail |
| `parameters` | parameter fields with unit, range and source; parameter sets as rows |
| `kernel` | the one door through which functions are compiled |
| `compiler` | how they are translated one by one and made executable whole |
"""
