"""One experiment as one HTML page that needs nothing else: `apparat report`.

| file | holds |
| --- | --- |
| `page` | the whole page, and its way to a file |
| `told` | what a result says of itself: question, method, figures, tables |
| `kinds` | one file for each kind of result, found by the name of its schema |
| `spells` | who led and sat when in one run |
| `charts` | what figures show, as data |
| `numbers` | their numbers as tables |
| `bundle` | the part of the front end that draws them |
| `recorded` | what pages of the record share |
| `tables` | the terminal's tables as HTML |
| `background` | scenario and levers, mechanisms, parameters |
| `citations` | facts of the record and works cited |
| `takeaway` | the numbers to take along: JSON and CSV inside the page |
| `data` | the bibliography |

    from apparat.report.page import write
    write(apparat.what_if("succession-1922", levers="no-grain-crisis"), "no-grain-crisis.html")
"""

from apparat.report.page.page import page, write

__all__ = ["page", "write"]
