"""Rival theories of how leaders rise and fall, held to the same targets as the model.

| module | holds |
| --- | --- |
| `theory` | a theory as data: which mechanisms count, which do not, why |
| `library` | the theories that come with the program |
| `play` | an engine as a theory has it: the same rules, other parameters and switches |
| `coalition` | ruling coalitions where nobody can commit himself: an algorithm of its own |
| `commitment` | what these say of a struggle's targets |
| `data` | the theories |
"""

from apparat.theories.library import load, names
from apparat.theories.theory import Theory

__all__ = ["Theory", "load", "names"]
