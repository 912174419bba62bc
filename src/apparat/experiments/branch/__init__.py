"""Several pasts, each played to a date once, and many endings from there: how much was decided by then.

| file | holds |
| --- | --- |
| `asked` | what is asked: dates, pasts, endings |
| `endings` | one past and its endings, kept in a folder |
| `answer` | from endings to the rows of the result |
| `face` | the call of the public face |
| `branch` | the whole: pasts, and what they say together |
"""
