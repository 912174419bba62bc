"""Which drawing a chart gets."""

from typing import assert_never

from apparat.report.page.charts import Arrows, Bars, Chart, Fan, Shares, Stripes
from apparat.report.page.draw.arrows import arrows
from apparat.report.page.draw.fan import fan, shares
from apparat.report.page.draw.rows import bars, stripes


def drawn(chart: Chart, says: str) -> str:
    """A chart as HTML; `says` tells in a sentence what is to be seen, to those who cannot see it."""
    match chart:
        case Fan():
            return fan(chart, says)
        case Shares():
            return shares(chart, says)
        case Bars():
            return bars(chart, says)
        case Stripes():
            return stripes(chart, says)
        case Arrows():
            return arrows(chart, says)
        case _:
            assert_never(chart)
