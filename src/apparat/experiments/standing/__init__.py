"""Who stands where: a run played month by month, and what is seen of it from outside.

| file | holds |
| --- | --- |
| `watch` | the run, looked at after every month |
| `spells` | months in a row with the same content, as spells |
| `seats` | seats and posts, and who holds them |
| `ties` | patrons and clients: how ties begin and end |
| `filled` | how many places each power filled |
| `looked` | many runs at once, as tables that tell of rules, ballots and the police too |
| `police` | how much the political police weighs |
"""
