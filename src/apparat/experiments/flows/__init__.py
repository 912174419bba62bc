"""Measured arrows of democratic centralism: how far wishes rise and orders fall between levels.

| file | holds |
| --- | --- |
| `levels` | the levels of state and party: who makes them up, how each is shifted |
| `asked` | what is asked |
| `question` | one question of policy put to every level, with the model's own votes |
| `paper` | formal powers exercised as written: rules set, and elections from below |
| `trial` | one run, on paper and in practice: every level shifted both ways, every year |
| `answer` | from trials to the rows of the result |
| `face` | the call of the public face |
| `flows` | the whole: many runs |
"""
