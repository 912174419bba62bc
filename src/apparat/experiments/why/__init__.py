"""Why: one event of a stored run, its votes, the appointments behind them, its luck, and what would undo it.

| file | holds |
| --- | --- |
| `past` | the run played again, and its state at the beginning of any month |
| `case` | the event that is asked about, the votes behind it, and whether another course comes to the same |
| `asked` | from what the user wrote to an event |
| `roll` | the roll by reason |
| `chain` | who depends on whom, and who appointed him |
| `draws` | addresses of luck, each drawn anew a few times |
| `changes` | single changes, the smallest first |
| `answer` | all of that, tried on threads, as a result |
| `why` | the run of a store, and the two questions: which events there are, and why one |
"""
