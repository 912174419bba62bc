"""From what figures show to HTML and SVG: nothing else on a page draws.

| file | holds |
| --- | --- |
| `drawn` | which drawing a chart gets |
| `scale` | round numbers on an axis, and colours |
| `fan` | lines with their ranges over time |
| `rows` | bars, ranges and divided rows, one below the other |
| `arrows` | who moves whom, and how strongly |

Lines and areas are SVG stretched to the width there is; letters are HTML beside them, so that they stay as
large on a telephone as on a projector. Colours are variables of the stylesheet, which knows light and dark.
"""

from apparat.report.page.draw.drawn import drawn

__all__ = ["drawn"]
