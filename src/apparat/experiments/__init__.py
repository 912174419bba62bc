"""What can be asked of a scenario.

| file | holds |
| --- | --- |
| `sets` | which parameter sets an engine is given |
| `seam` | what is asked of an engine; a request |
| `crew` | threads, processes or a cluster: whoever does the work |
| `blocks` | blocks of runs, computed by a crew and entered into a store |
| `resumable` | long work that can be stopped and gone on with |
| `ensemble` | many runs, stored and summarised |
| `standing` | who stood where in a run, month by month |
| `single` | one run, told in full |
| `replay` | a stored run, repeated alone |
| `what_if` | one thing changed, all luck kept |
| `explain` | what each cause contributed |
| `contrast` | a recorded vote under every combination of causes |
| `why` | one event of a stored run, and what would undo it |
| `branch` | many endings of several pasts |
| `flows` | how far wishes rise and orders fall |
| `sensitivity` | what the answer hangs on |
| `calibration` | which parameters agree with the record |
| `validation` | how the model stands to the record |
| `face` | the calls of the public face for runs; each question has a `face` of its own |
"""
