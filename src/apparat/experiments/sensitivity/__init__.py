"""Sensitivity: what the answer hangs on.

| module | holds |
| --- | --- |
| `asked` | what is asked for |
| `parameters` | effects and indices of parameters |
| `sources` | figures of the record, left out one at a time |
| `analyse` | all of it, in order |
| `face` | the call of the public face |
"""
