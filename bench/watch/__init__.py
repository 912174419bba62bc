"""A watch on speed: cases of a few milliseconds, here and at the parent commit, turn and turn about.

| module | holds |
| --- | --- |
| `cases` | what is timed |
| `side` | the process of one commit, which times a case when it is told to |
| `verdict` | when a case counts as slower |
| `__main__` | both sides, the comparison, and what is kept over commits |
"""
