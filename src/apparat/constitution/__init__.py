"""The constitution: who may do what to whom, since when, and how it is known.

| module | holds |
| --- | --- |
| `load` | reading a constitution from its folder, under chosen answers to disputed questions |
| `constitution` | a constitution, what is in force in a month, and the questions one asks of it |
| `model` | bodies, offices, organs, post classes, power edges, rules, questions |
| `parts` | sources, months, sourced figures, dated changes |
| `amend` | changes and readings applied to a record |
| `appointments` | the power edges that follow from who fills a class of posts |
| `check` | what must hold before a constitution is used |
| `check_names`, `check_dates`, `check_seats`, `check_sources` | the rules of the check |
| `sources` | the files, and the places of faults in them |
| `graph` | the formal graph (NetworkX), and the circles in which power flows |
| `describe` | a month's constitution as text |
| `picture`, `layout`, `strokes` | the graph drawn to a file: what, where, how |
| `data/` | the constitutions themselves, a folder each |
"""

from apparat.constitution.check import check
from apparat.constitution.constitution import Constitution
from apparat.constitution.describe import describe
from apparat.constitution.graph import cycles, graph
from apparat.constitution.load import load, names
from apparat.constitution.model import (
    Body,
    Bundle,
    Edge,
    Office,
    Organ,
    PostClass,
    Question,
    Rule,
)
from apparat.constitution.parts import Figure, Majority
from apparat.constitution.picture import draw

__all__ = [
    "Body",
    "Bundle",
    "Constitution",
    "Edge",
    "Figure",
    "Majority",
    "Office",
    "Organ",
    "PostClass",
    "Question",
    "Rule",
    "check",
    "cycles",
    "describe",
    "draw",
    "graph",
    "load",
    "names",
]
