"""Engine: carries runs through the months.

| module | holds |
| --- | --- |
| `play` | the compiled loop over months, and the digest of a run |
| `runs` | one run at a time in a workspace: begin, advance, checkpoint, fork, harvest the journal |
| `block` | many runs one after the other, as tables |
| `parameters` | parameter sets: the defaults, the draws around them, sets read from a file |
| `directory` | names for keys, posts and bodies; the record shown beside results |
| `warm` | every kernel compiled, or loaded from the cache, before the first run |
| `engine` | the door: `build` |
"""

from apparat.engine.engine import Engine, build

__all__ = ["Engine", "build"]
