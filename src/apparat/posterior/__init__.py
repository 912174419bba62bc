"""Posterior: parameter sets that calibration accepted, with what they rest on.

| module | holds |
| --- | --- |
| `posterior` | accepted sets, what they made of the record and of who led, their centre |
| `provenance` | how a posterior was made, and whether it still holds here |
| `rules` | a hash of what the rules say |
| `files` | a posterior as a folder |
| `library` | those that come with the program |
| `shipped` | their folders |
"""

from apparat.posterior.files import read, write
from apparat.posterior.library import called, find, given, shipped, without
from apparat.posterior.posterior import Posterior
from apparat.posterior.provenance import Provenance, Round

__all__ = [
    "Posterior",
    "Provenance",
    "Round",
    "called",
    "find",
    "given",
    "read",
    "shipped",
    "without",
    "write",
]
