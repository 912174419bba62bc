"""What each cause contributed to who leads: a cooperative game whose players are causes.

| file | holds |
| --- | --- |
| `asked` | what is asked: causes, numbers, whose leadership |
| `tree` | one run in many coalitions: shared pasts are played once |
| `game` | which coalitions are played, and what their ends are worth |
| `answer` | from worths to the rows of the result |
| `sentence` | what a historian would write from it |
| `face` | the call of the public face |
| `explain` | the whole: many runs, kept on disk |
"""
