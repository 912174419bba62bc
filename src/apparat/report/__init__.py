"""Results for readers: renderables that the terminal prints, and pictures.

| file | holds |
| --- | --- |
| `words` | events as sentences |
| `narration` | a run told month by month |
| `ensemble` | an ensemble's tables and chart |
| `series` | shares of runs over time |
| `bars` | bars and curves out of characters |
| `picture` | who leads over time, as SVG or PNG |
"""
