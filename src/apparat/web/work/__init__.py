"""Orders carried out: what may be asked, who does it, and where the answers are kept.

An order has an id that follows from what it asks, so the same question finds the same answer, and an ensemble
that was cut short, by its reader or by the end of the server, goes on where it stopped.

| module | holds |
| --- | --- |
| `orders` | what may be asked, with its bounds |
| `answers` | how each order is answered |
| `ready` | ensembles that come with the program |
| `led` | which runs somebody leads |
| `shelf` | answers and runs on disk |
| `job` | one order at work: how far it is, and its end |
| `workshop` | orders taken in, put in line, stopped |
"""
