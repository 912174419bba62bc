"""Long work that can be stopped and gone on with: its folder, its pieces, and what is said of it.

| file | holds |
| --- | --- |
| `folder` | the work on disk: whose it is, and its finished pieces |
| `workers` | pieces of work by a crew, within a budget of time |
| `resumption` | what is taken from earlier work, and what is said to whoever stops |
"""
