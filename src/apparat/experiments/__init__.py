"""What can be asked of a scenario.

| file | holds |
| --- | --- |
| `seam` | what is asked of an engine; a request |
| `pool` | blocks of runs on threads |
| `ensemble` | many runs, stored and summarised |
| `single` | one run, told in full |
| `replay` | a stored run, repeated alone |
| `face` | the calls of the public face |
"""
